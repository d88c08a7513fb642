import { join } from 'node:path'
import t from 'tap'
import { build } from '../../src/bin/seed-commands.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { addActor, claim, stated } from '../fixtures/drafts.ts'
import { act, addBook, addRules, testLint } from '../fixtures/lint-cases.ts'
import { assertReported } from '../fixtures/seed-cases.ts'
import { smallSeed } from '../fixtures/small-seed.ts'

const dateOf = (book: string) => ({ ...claim('date'), document: book })
const unsupported = 'date: no official document and no second origin states its date'
const lone = (id: string, more: object) =>
  [act(id, more), '{"edtf":"2021-09-24"', unsupported] as const

testLint('the date of an important act rests on more than one report', {
  severity: 'warnings',
  prepare(seed) {
    addRules(seed, 'rule')
    addBook(seed, 'gazette', { official: 'yes' })
    addBook(seed, 'report', {})
  },
  refused: [
    lone('ban', { type: 'ban' }),
    lone('tender', { type: 'legal-tender', parts: ['regions/SV/jurisdiction'] }),
    lone('law', { type: 'rule', parts: ['matters/rule/signed'] }),
    lone('penalty', { type: 'penalty' }),
  ],
  accepted: [
    act('gazetted', { type: 'ban', accounts: [dateOf('gazette')] }),
    act('told-twice', { type: 'ban', accounts: [dateOf('report'), dateOf('invented-book')] }),
    act('bill', { type: 'ban', parts: ['matters/rule/proposed'] }),
    act('remark', { type: 'ban', parts: ['matters/rule'] }),
    act('guidance'),
    act('closure', { type: 'closure' }),
  ],
})

const likeness = (id: string, other: string) =>
  [`"${id}"`, `id: may be the same as '${other}': merge them, or link one to the other`] as const
const fine = (id: string, day: string, ...parts: string[]) =>
  act(id, { type: 'plea', date: stated(day), parts })
const [target, japan] = ['actors/firm/target', 'regions/JP/jurisdiction']
const firm = [target, japan]
const [rule, applying] = ['matters/rule/proposed', 'matters/rule/applies']

testLint('two actions that may be one are told', {
  severity: 'warnings',
  prepare(seed) {
    addRules(seed, 'rule')
    addActor(seed, 'exchange', 'firm', 'Firm')
  },
  refused: [
    [fine('fine-2', '2021-03-04', ...firm), ...likeness('fine-2', 'fine-1')],
    [fine('fine-4', '[2021-03-13..2021-03-15]', ...firm), ...likeness('fine-4', 'fine-3')],
    [fine('step-2', '2021-01-01', rule, japan), ...likeness('step-2', 'step-1')],
    [fine('third', '2021-06-03', ...firm), ...likeness('third', 'first')],
  ],
  accepted: [
    fine('fine-1', '2021-03-01', ...firm),
    fine('fine-3', '[2021-03-08..2021-03-10]', ...firm),
    fine('step-1', '2021-01-01', rule, japan, 'regions/KR/jurisdiction'),
    fine('first', '2021-06-01', ...firm),
    fine('second', '2021-06-02', ...firm, 'links/responds-to/first', 'links/amends/third'),
    fine('another-day', '2021-02-20', ...firm),
    fine('open', '[2021-03..]', ...firm),
    fine('elsewhere', '2021-03-01', target, 'regions/KR/jurisdiction'),
    act('another-type', { type: 'arrest', date: stated('2021-03-01'), parts: firm }),
    fine('unnamed', '2021-03-01', 'actors/clients/target', japan),
    fine('begins-1', '2021-07-01', applying, japan),
    fine('begins-2', '2021-07-02', applying, japan),
  ],
})

const start = 'from: { edtf: "2021-09-24"'

t.test('a build refuses the mistakes that lints find', async t =>
  assertReported(t, [
    [
      start,
      'from: { edtf: "2021-09-23"',
      '{ edtf: "2021-09-23"',
      'effect.from: is before 2021-09-24',
    ],
  ]),
)

t.test('a build shows the warnings after its counts', async t => {
  const lines: string[] = []
  const log = (line: string) => lines.push(line)
  const file = join(temporaryFolder(t), 'events.sqlite')
  const code = await build(smallSeed(t), file, { log, error: line => log(`error ${line}`) })
  t.equal(code, 0)
  const [files, ...warnings] = lines.slice(-2)
  t.match(files, /^files +\d+$/)
  t.match(warnings, [
    /^error warning: seed\/actions\/2021\/joint-notice-2021-09.yaml:1:\d+: date: no official /,
  ])
})
