import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { buildDataset } from '../../src/store/build.ts'
import { temporaryFolder, testApp } from '../fixtures/app.ts'
import { copySeed, edit } from '../fixtures/seed.ts'
import { assertToldOf, type Case, problemsOf, soundAction } from '../fixtures/seed-cases.ts'

const huobi = '  - { id: huobi, role: issuer }\n'
const china = '  - { code: CN, role: jurisdiction }\n'
const scope = '  - { aspect: scope, text: All of it. }\n'
const link = '  - { type: responds-to, action: joint-notice-2021-09, basis: inferred }\n'
const scopeClaim = 'field: details/scope'
const person = (id: string, rest = '') =>
  `{ id: ${id}, kind: person, name: ${id}, names: [{ name: ${id}, type: official }], claims: []${rest} }\n`
const place = (code: string, parent: string) =>
  `\n- { code: ${code}, name: ${code}, kind: area, parent: ${parent} }\n`

t.test('an action without a mistake is built and served', async t => {
  const seed = copySeed(t)
  const before = await testApp(t, { seed })
  writeFileSync(join(seed, 'actions/2021/case-0.yaml'), soundAction('case-0'))
  const after = await testApp(t, { seed })
  const total = async ({ get }: typeof after) => (await get('/v1/actions')).json.meta.total
  t.equal(await total(after), (await total(before)) + 1)
  t.equal((await before.get('/v1/actions/case-0')).statusCode, 404)
  const { json } = await after.get('/v1/actions/case-0')
  t.match(json.data, { kind: 'regulation', links: [{ lag_days: [0, 0] }], sources: { claims: 8 } })
})

t.test('a reference to what is not there is told with the nearest that is', async t => {
  const references: Case[] = [
    ['id: huobi,', 'id: huobbi,', 'huobbi', "did you mean 'huobi'?"],
    ['code: CN,', 'code: CN-NX,', 'CN-NX', "'CN-NX' is not known; did you mean 'CN"],
    ['action: joint', 'action: joind', 'joind', "did you mean 'joint-notice-2021-09'?"],
    [
      'stated } }',
      'stated }, until: { edtf: "2021-10", basis: stated }, until_by: x }',
      'x }\nactors',
      "effect.until_by: 'x' is not known",
    ],
    ['document: exit-from', 'document: exit-form', 'exit-form', "did you mean 'exit-from-china"],
    ['', place('x-test', 'x-tset'), 'x-tset', "parent: 'x-tset' is not known", 'regions.yaml'],
    ['', place('CN-NN', '"001"'), 'CN-NN, name', 'is not in ISO 3166; did you', 'regions.yaml'],
    ['', person('test', ', region: XX'), 'XX', "region: 'XX' is not known", 'actors/test.yaml'],
    [
      '',
      person('test-firm', ', affiliations: [{ actor: huobbi, relation: founder }]'),
      'huobbi',
      "affiliations.0.actor: 'huobbi' is not known; did you mean 'huobi'?",
      'actors/test-firm.yaml',
    ],
  ]
  assertToldOf(t, references)
})

t.test('what stands twice is told', async t => {
  const twice: Case[] = [
    [huobi, huobi + huobi.replace('huobi,', '"huobi",'), '{ id: "h', "'huobi as issuer' is there"],
    [china, china + china.replace('CN,', '"CN",'), '{ code: "CN"', "'CN as jurisdiction' is there"],
    [scope, scope + scope.replace('All', 'None'), '{ aspect: scope, text: N', "'scope' is there"],
    [
      link,
      link + link.replace('responds-to', '"responds-to"'),
      '{ type: "',
      "links.1: 'responds-to joint-",
    ],
    ['[trading]', '[trading, mining, trading]', 'trading]', "activities.2: 'trading' is there"],
    [
      '',
      soundAction('companies-announce-exit-2021').replaceAll('"2021-09-24"', '"2022-09-24"'),
      'companies-announce-exit-2021',
      "id: 'companies-announce-exit-2021' is there twice",
      'actions/2022/companies-announce-exit-2021.yaml',
    ],
    ['', place('CN', '"001"'), 'CN, name', "code: 'CN' is there twice", 'regions.yaml'],
  ]
  assertToldOf(t, twice)
})

t.test('bounds that cannot be are told', async t => {
  const bounds: Case[] = [
    [
      'low: 1, best: null',
      'low: 7, best: null',
      '{ quantity',
      'low, best and high are not in order',
    ],
    ['best: null, high: 6', 'best: 9, high: 6', '{ quantity', 'amounts.0: low, best and high'],
    ['low: 1, best: null, high: 6', 'low: null, best: null, high: null', '{ quantity', 'neither'],
    ['low: 2, best: null, high: 5', 'low: 2, best: 1, high: 5', '{ low: 2', 'actors.1.count: low'],
  ]
  assertToldOf(t, bounds)
})

t.test('ways that lead back to where they began are told', async t => {
  const back = (id: string) => ['action: joint-notice-2021-09', `action: ${id}`] as const
  const cycles: Case[] = [
    [...back('case-0'), '- { type: resp', "links: 'case-0' comes back to itself by responds-to"],
    [...back('case-2'), '- { type: resp', "'case-1' comes back to itself"],
    [...back('case-1'), '- { type: resp', "'case-2' comes back to itself"],
    ['', place('x-test', 'x-test'), 'x-test }', "'x-test' is below itself", 'regions.yaml'],
  ]
  assertToldOf(t, cycles)
})

t.test('a claim that cannot be held against its document is told', async t => {
  const hash = /, sha256: "0+"/.exec(soundAction(''))?.[0] as string
  const inferred = `${scopeClaim}, basis: inferred, note: x, rests_on: [.date.2]`
  const own = (value: string) => `field: date, status: consistent, value: ${value}`
  const claims: Case[] = [
    [scopeClaim, inferred, '.date.2', "'actions/case-0.date.2' is not known; did you mean"],
    ['end: 9', 'end: 999999', '999999', 'claims.0.end: the document has '],
    ['start: 0, end: 9, ', '', 'date, document', 'a stated claim needs start and end'],
    [hash, '', 'date, document', 'sha256 is missing; npm run evidence fills it in'],
    [scopeClaim, 'field: detail/scope', 'detail/scope', "'detail/scope' is no field of actions"],
    ['field: date', own('{ edtf: soon, basis: stated }'), '{ edtf: soon', "'soon' is no date"],
    ['field: effect', 'field: effect, status: consistent, value: x', 'x, doc', 'claims.1.value: '],
  ]
  assertToldOf(t, claims)
})

t.test('a value without an accepted claim is told, and a claim without its value', async t => {
  const consistent = (field: string, value: string) =>
    [`field: ${field}`, `field: ${field}, status: consistent, value: ${value}`] as const
  const date = '{ edtf: "2021-09", basis: stated }'
  const span = soundAction('').split('- { field: date, ')[1]?.split(' }')[0]
  const support: Case[] = [
    [...consistent('date', date), '- { field: date', "claims: no accepted claim for 'date'"],
    [...consistent('actors/huobi/issuer', 'x'), '- { field', "claim for 'actors/huobi/issuer'"],
    [huobi, '', 'actors/huobi/issuer', "the record has no 'actors/huobi/issuer'"],
    [
      'claims:\n',
      `claims:\n  - { field: regions/CN/origin, ${span} }\n`,
      'regions/CN/origin',
      "the record has no 'regions/CN/origin'; did you mean",
    ],
    ['', person('test'), '[]', "claims: no accepted claim for 'names/test'", 'actors/test.yaml'],
  ]
  assertToldOf(t, support)
})

t.test('a changed vocabulary, an empty file and a missing one are told', async t => {
  const seed = copySeed(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  edit(seed, 'vocabulary.yaml', 'label: Ban', 'label: Prohibition')
  t.match(
    problemsOf(() => buildDataset(seed, file)),
    [/^seed\/vocabulary.yaml:1:1: differs from/],
  )
  edit(seed, 'vocabulary.yaml', '  ban: {', '  moratorium: {')
  edit(seed, 'actions/2021/joint-notice-2021-09.yaml', 'type: ban', 'type: moratorium')
  t.match(
    problemsOf(() => buildDataset(seed, file)),
    [/differs from .* run `npm run schemas`/, /'moratorium' is not one of/],
    'a new code is told with what makes it known',
  )
  edit(seed, 'vocabulary.yaml', '  moratorium: {', '  ban: {')
  edit(seed, 'actions/2021/joint-notice-2021-09.yaml', 'type: moratorium', 'type: ban')
  edit(seed, 'vocabulary.yaml', 'label: Prohibition', 'label: Ban')
  writeFileSync(join(seed, 'regions.yaml'), '# none yet\n')
  t.match(
    problemsOf(() => buildDataset(seed, file)),
    [/^seed\/regions.yaml:1:1: file: Invalid input: expected array/],
  )
  rmSync(join(seed, 'regions.yaml'))
  t.match(
    problemsOf(() => buildDataset(seed, file)),
    [/^seed\/regions.yaml:1:1: ENOENT: /],
  )
})
