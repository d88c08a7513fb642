import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { closersOfCycles } from '../../src/build/check/problems.ts'
import { testApp } from '../fixtures/app.ts'
import { edit, leanSeed } from '../fixtures/seed.ts'
import { assertReported, buildProblems, type Mistake, validAction } from '../fixtures/seed-cases.ts'

const huobi = '  - { id: huobi, role: issuer }\n'
const china = '  - { code: CN, role: jurisdiction }\n'
const scope = '  - { aspect: scope, text: All of it. }\n'
const link = '  - { type: responds-to, action: joint-notice-2021-09, basis: inferred }\n'
const scopeClaim = 'field: details/scope'
const person = (id: string, rest = '') =>
  `{ id: ${id}, kind: person, name: ${id}, names: [{ name: ${id}, type: official }], claims: []${rest} }\n`
const place = (code: string, parent: string) =>
  `\n- { code: ${code}, name: ${code}, kind: area, parents: [{ code: ${parent} }] }\n`
const founder = ', affiliations: [{ actor: huobbi, relation: founder }]'
const book = (id: string, letters: number, key = 'p2', hash = 1) =>
  `{ id: ${id}, kind: law, official: copy, title: B, language: en, published: null, origin: ${id}, read: { on: 2026-11-22, as: page }, passages: [{ key: p1, letters: ${letters}, sha256: "${'0'.repeat(64)}" }, { key: ${key}, letters: 90, sha256: "${String(hash).repeat(64)}" }] }\n`
const steps = (id: string) => `matters: [{ id: ${id} }]\nactivities:`
const matter = (id: string, kind: string, code: string) =>
  `{ id: ${id}, kind: ${kind}, title: T, regions: [{ code: ${code}, role: jurisdiction }] }\n`
const member = '\n- { code: JP, parents: [{ code: EU, from: 2021-01-02, until: 2021-01-01 }] }\n'
const until = 'stated }, until: { edtf: "2021-10", basis: stated }, until_by: x }'
const exit = 'companies-announce-exit-2021'
const nextYear = validAction(exit).replaceAll('"2021-09-24"', '"2022-09-24"')
const restingOn = (id: string) => `${scopeClaim}, basis: inferred, note: x, rests_on: [${id}]`
const [, citation] = /- \{ field: date, (.*) \}/.exec(validAction('')) ?? []
const onInferred = `field: date, ${citation}, basis: inferred, note: x, rests_on: [documents/exchanges-drive-out-customers-2021-09.published.1]`
const consistent = (field: string, value: string) =>
  [`field: ${field}`, `field: ${field}, status: consistent, value: ${value}`] as const
/** A line, and the same with an equal one after it, which is written another way. */
const again = (line: string, from: string, to: string) =>
  [line, line + line.replace(from, to)] as const
const linkTo = (id: string) => ['action: joint-notice-2021-09', `action: ${id}`] as const

const mistakes: Record<string, Mistake[]> = {
  'a reference to a missing record': [
    ['id: huobi,', 'id: huobbi,', 'huobbi', "did you mean 'huobi'?"],
    ['code: CN,', 'code: CN-BX,', 'CN-BX', "'CN-BX' is not known; did you mean 'CN-BJ'?"],
    ['action: joint', 'action: joind', 'joind', "did you mean 'joint-notice-2021-09'?"],
    ['stated } }', until, 'x }\nactors', "effect.until_by: 'x' is not known"],
    ['document: exit-from', 'document: exit-form', 'exit-form', "did you mean 'exit-from-china"],
    ['', place('x-test', 'x-tset'), 'x-tset', "parents.0.code: 'x-tset' is not", 'regions.yaml'],
    ['', '\n- { code: CN-NN }\n', 'CN-NN }', "in no standard; did you mean 'CN-", 'regions.yaml'],
    ['', person('a', ', region: XX'), 'XX', "region: 'XX' is not known", 'actors/a.yaml'],
    ['', person('b', founder), 'huobbi', "affiliations.0.actor: 'huobbi' is", 'actors/b.yaml'],
  ],
  'a repeated value': [
    [...again(huobi, 'huobi,', '"huobi",'), '{ id: "h', "'huobi as issuer' is repeated"],
    [...again(china, 'CN,', '"CN",'), '{ code: "CN"', "'CN as jurisdiction' is repeated"],
    [...again(scope, 'All', 'None'), '{ aspect: scope, text: N', "'scope' is repeated"],
    [...again(link, 'type: resp', 'type:  resp'), '{ type:  r', "links.1: 'responds-to"],
    ['[trading]', '[trading, mining, trading]', 'trading]', "activities.2: 'trading' is repeated"],
    ['', nextYear, exit, `id: '${exit}' is repeated`, `actions/2022/${exit}.yaml`],
    ['', place('CN-NM', '"001"'), 'CN-NM, name', "code: 'CN-NM' is repeated", 'regions.yaml'],
    ['', place('CN-BJ', 'CN'), '[{ code: CN }', "parents.1: 'CN' is repeated", 'regions.yaml'],
  ],
  'an amount whose bounds are out of order': [
    ['low: 1, best: null', 'low: 7, best: null', '{ quantity', 'low, best and high are not in'],
    ['best: null, high: 6', 'best: 9, high: 6', '{ quantity', 'amounts.0: low, best and high'],
    ['low: 1, best: null, high: 6', 'low: null, best: null, high: null', '{ quantity', 'neither'],
    ['low: 2, best: null, high: 5', 'low: 2, best: 1, high: 5', '{ low: 2', 'actors.1.count: low'],
  ],
  'a cycle': [
    [...linkTo('case-0'), '- { type: resp', "links: 'case-0' comes back to itself by responds-to"],
    [...linkTo('case-2'), '- { type: resp', "'case-1' comes back to itself"],
    [...linkTo('case-1'), '- { type: resp', "'case-2' comes back to itself"],
    ['', place('x-test', 'x-test'), '[{ code: x-test', "'x-test' is below itself", 'regions.yaml'],
    [scopeClaim, restingOn('.details/scope.1'), '[.details', "details/scope.1' rests on itself"],
  ],
  'a claim that cannot be checked against its document': [
    [scopeClaim, restingOn('.date.2'), '.date.2', "case-0.date.2' is not known; did you mean"],
    ['passage: p02', 'passage: p99', 'p99', "claims.0.passage: 'p99' is not known"],
    [scopeClaim, 'field: detail/scope', 'detail/scope', "'detail/scope' is no field of actions"],
    [...consistent('date', '{ edtf: soon, basis: stated }'), '{ edtf: soon', "'soon' is no date"],
    [...consistent('effect', 'x'), 'x, doc', 'claims.1.value: '],
  ],
  'a step, a place or a membership that cannot be': [
    ['activities:', steps('a-case, stage: in-force'), 'in-force', "'a-case' is a case: the type"],
    ['activities:', steps('a-rul'), 'a-rul }', "matters.0.id: 'a-rul' is not known"],
    ['jurisdiction }', 'jurisdiction, alternative: true }', 'true }', 'no other region is an'],
    ['', matter('a-case', 'case', 'ZZ'), 'ZZ', "'ZZ' is not known", 'cases/a-case.yaml'],
    ['', matter('lost', 'law', 'CN'), 'lost', "no action is a step of 'lost'", 'rules/lost.yaml'],
    ['', member, '2021-01-01', 'parents.0.until: is before 2021-01-02', 'regions.yaml'],
  ],
  'a passage that cannot tell its place': [
    ['', book('a', 39), '39', 'passages.0.letters: fewer than 40 letters', 'documents/a.yaml'],
    ['', book('b', 40, 'p1'), 'p1, letters: 90', "key: 'p1' is repeated", 'documents/b.yaml'],
    ['', book('c', 40, 'p2', 0), '"000', "sha256: '000", 'documents/c.yaml'],
  ],
  'a value without an accepted claim, or a claim without its value,': [
    [...consistent('date', '{ edtf: "2021", basis: stated }'), '- { field', "claim for 'date'"],
    [...consistent('actors/huobi/issuer', 'x'), '- { field', "claim for 'actors/huobi/issuer'"],
    [huobi, '', 'actors/huobi/issuer', "the record has no 'actors/huobi/issuer'"],
    [
      'claims:\n',
      `claims:\n  - { field: regions/CN/jurisdicton, ${citation} }\n`,
      'regions/CN/jurisdicton',
      "the record has no 'regions/CN/jurisdicton'; did you mean",
    ],
    [`field: date, ${citation}`, onInferred, 'stated }\neffect', 'rests on an inferred date, doc'],
    ['', person('test'), '[]', "claims: no accepted claim for 'names/test'", 'actors/test.yaml'],
  ],
}

for (const [kind, cases] of Object.entries(mistakes))
  t.test(`${kind} is reported with its position`, async t => assertReported(t, cases))

t.test('an action without a mistake is built and served', async t => {
  const seed = leanSeed(t)
  writeFileSync(join(seed, 'actions/2021/case-0.yaml'), validAction('case-0'))
  const { get } = await testApp(t, { seed })
  const { data } = (await get('/v1/actions/case-0')).json
  const links = [{ lag_days: { min: 0, max: 0 } }]
  t.match(data, { kind: 'regulation', links, sources: { claims: 9 } })
})

t.test('a ring of claims is reported once, and a long chain is no ring', async t => {
  const seed = leanSeed(t)
  const next = { one: 'two', two: 'three', three: 'one', before: 'one' }
  for (const [id, other] of Object.entries(next)) {
    const claims = restingOn(`actions/${other}.details/scope.1`)
    const action = validAction(id).replace(scopeClaim, claims)
    writeFileSync(join(seed, `actions/2021/${id}.yaml`), action)
  }
  t.match(buildProblems(t, seed), [
    /^seed\/actions\/2021\/one.yaml:\d+:\d+: claims.7.rests_on: 'actions\/one.details\/scope.1' rests on itself$/,
  ])
  const chain = new Map(Array.from({ length: 20_000 }, (_, i) => [`${i}`, [`${i + 1}`]]))
  t.strictSame(closersOfCycles(chain.set('19999', [])), new Set())
  t.equal(closersOfCycles(chain.set('19999', ['0'])).size, 1)
})

t.test('a changed vocabulary, an empty file and a missing one are reported', async t => {
  const [renamed, added, emptied] = [leanSeed(t), leanSeed(t), leanSeed(t)]
  const commented = leanSeed(t)
  edit(commented, 'vocabulary.yaml', '  ban: {', '  # The strictest.\n  ban: {')
  t.strictSame(buildProblems(t, commented), [], 'the terms are the same')
  edit(renamed, 'vocabulary.yaml', 'label: Ban', 'label: Prohibition')
  t.match(buildProblems(t, renamed), [/^seed\/vocabulary.yaml:1:1: differs from/])
  edit(added, 'vocabulary.yaml', '  ban: {', '  moratorium: {')
  edit(added, 'actions/2021/joint-notice-2021-09.yaml', 'type: ban', 'type: moratorium')
  // The report of a new code comes with the command that adds it to the program.
  const unknown = [
    /differs from .* run `npm run schemas`/,
    /'moratorium' is not allowed; allowed: /,
  ]
  t.match(buildProblems(t, added), unknown)
  writeFileSync(join(emptied, 'regions.yaml'), '# none yet\n')
  const empty = [/^seed\/regions.yaml:1:1: file: 'null' is not a list/]
  t.match(buildProblems(t, emptied), empty)
  rmSync(join(emptied, 'regions.yaml'))
  t.match(buildProblems(t, emptied), [/^seed\/regions.yaml:1:1: ENOENT: /])
})
