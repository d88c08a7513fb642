import t from 'tap'
import { assertToldOf, type Case } from '../fixtures/seed-cases.ts'

const date = 'date: { edtf: "2021-09-24", basis: stated }'
const scope = 'field: details/scope'
const scopeClaim = '{ field: details/scope'
const term = 'x: { label: X, definition: A letter. }'

t.test('a value of a wrong form is told with its place and the nearest right one', async t => {
  const values: Case[] = [
    ['type: ban', 'type: bann', 'bann', "did you mean 'ban'?"],
    ['role: issuer', 'role: isuer', 'isuer', "did you mean 'issuer'?"],
    ['kind: person', 'kind: persons', 'persons', "did you mean 'person'?"],
    ['[trading]', '[trading, minning]', 'minning', "did you mean 'mining'?"],
    ['low: 2,', 'low: two,', 'two', 'actors.1.count.low: Invalid input: expected number'],
    ['code: CN', 'code: China', 'China', 'regions.0.code: not a code of ISO 3166'],
    ['key: crowd', 'key: The crowd', 'The crowd', 'actors.1.key: not a slug'],
    ['role: target', 'role: target, name: x', 'name: x', "actors.1: unknown key 'name'"],
    ['type: ban', 'type: ban\ncolour: red', 'colour', "unknown key 'colour'"],
    ['summary: Nothing of the kind happened.\n', '', 'id: case-9', 'summary: Invalid input'],
    ['id: case-10', 'id: another', 'another', 'belongs into seed/actions/2021/another.yaml'],
    ['type: ban', 'type: ban\nplanned: maybe', 'maybe', 'planned: Invalid input: expected boolean'],
    ['low: 1,', 'per: a day, low: 1,', 'a day', 'amounts.0.per: '],
    ['role: issuer }', 'role: issuer, colour: red }', 'colour', "actors.0: unknown key 'colour'"],
  ]
  assertToldOf(t, values)
})

t.test('a date that is none is told', async t => {
  const dates: Case[] = [
    [date, date.replace('09-24', '02-30'), '"2021-02-30"', "'2021-02-30' is no date; write"],
    [date, date.replace('2021-09-24', '[2021-09..2021-08]'), '"[2021', 'is no date; write'],
    [date, date.replace('2021-09-24', '[..]'), '"[..]"', 'is no date; write'],
    [date, date.replace('2021-09-24', '2021-09-24?'), '"2021-09-24?"', 'is no date; write'],
    [date, 'date: 2021-09-24', '2021-09-24', 'date: Invalid input: expected object'],
    [date, date.replace('stated', 'inferred'), '{ edtf', 'date.note: a date that is inferred'],
    ['{ from: { edtf: "2021-09-24", basis: stated } }', '{}', '{}', 'effect: says neither from'],
    [
      'stated } }',
      'stated }, until_by: x }',
      '{ from',
      'effect.until: is missing, though until_by',
    ],
  ]
  assertToldOf(t, dates)
})

t.test('what is no YAML is told', async t => {
  const texts: Case[] = [
    ['type: ban', 'type: ban\ntype: opinion', 'type: opinion', 'Map keys must be unique'],
    ['title: A title', 'title: "A title', '\nsummary', 'Missing closing "quote'],
    ['title: A title', 'title: !x A title', '!x', 'Unresolved tag: !x'],
    ['title: A title of a test', 'title: *b', '*b', '*b stands for nothing'],
    ['', 'nothing', 'nothing', 'Unexpected scalar', 'regions.yaml'],
  ]
  assertToldOf(t, texts)
})

t.test('a claim that contradicts itself is told', async t => {
  const end = ', sha256: "0'
  const claims: Case[] = [
    [scope, `${scope}, origin: X Y`, 'X Y', 'claims.6.origin: not a slug'],
    ['start: 0, end: 9', 'end: 9', '{ field: date', 'start and end go together'],
    ['start: 0, end: 9', 'start: 0', '0, sha256', 'start and end go together'],
    ['start: 0, end: 9', 'start: 9, end: 9', '9, sha256', 'end is not after start'],
    ['start: 0', 'start: -1', '-1, end', 'claims.0.start: Too small'],
    [end, `${end}x`, '"0x', 'claims.0.sha256: not a sha256'],
    [scope, `${scope}, value: x`, 'x, document', 'takes its value from the record'],
    [scope, `${scope}, rule: own-act`, 'own-act', 'only a rival has a rule'],
    [
      scope,
      `${scope}, status: rival, rule: only-account, note: x, value: x`,
      'only-account',
      'is no rule by which a rival loses',
    ],
    [scope, `${scope}, basis: inferred, note: x`, scopeClaim, 'names the claims that it rests on'],
    [scope, `${scope}, basis: inferred, rests_on: [.date.1]`, scopeClaim, 'the reasoning'],
    [scope, `${scope}, status: garbled`, scopeClaim, 'a garbled claim needs a note'],
    [scope, `${scope}, status: rival, note: x, value: x`, scopeClaim, 'names the rule'],
    [scope, `${scope}, status: rival, rule: own-act, value: x`, scopeClaim, 'needs a note'],
    [scope, `${scope}, status: rival, rule: own-act, note: x`, scopeClaim, 'its own value'],
    [scope, `${scope}, status: consistent`, scopeClaim, 'its own value'],
    [scope, `${scope}, status: rivall`, 'rivall', "did you mean 'rival'?"],
  ]
  assertToldOf(t, claims)
})

t.test('a mistake in the files of actors, documents and lists is told', async t => {
  const actor = (id: string, rest: string) => `
id: ${id}
kind: person
name: Tester
names: [{ name: Tester, type: official }]
claims: []
${rest}
`
  const lists: Case[] = [
    ['', actor('a', 'sector: minning'), 'minning', 'sector: ', 'actors/a.yaml'],
    ['', actor('b', 'region: "14"'), '"14"', 'region: not a code', 'actors/b.yaml'],
    ['', actor('c', 'nick: T'), 'nick', "unknown key 'nick'", 'actors/c.yaml'],
    ['', actor('d', '').replace('name: T', 'name: Mr T'), 'Mr T', 'among the', 'actors/d.yaml'],
    ['', actor('other', ''), 'other', 'belongs into seed/actors/other.yaml', 'actors/e.yaml'],
    [
      '',
      actor('f', 'affiliations: [{ actor: huobi, relation: founder, from: 2021-02-30 }]'),
      '2021-02-30',
      'from: no such day',
      'actors/f.yaml',
    ],
    ['', actor('g', '').replace('person', 'persn'), 'persn', "mean 'person'?", 'actors/g.yaml'],
    [
      '',
      '- { code: x-y, name: Y, kind: contry, parent: null }',
      'contry',
      "'country'?",
      'regions.yaml',
    ],
    ['', '{ id: other }', '{ id: other', 'title: Invalid input', 'documents/other.yaml'],
    ['', `rule:\n  ${term}`, 'rule', 'Map keys must be unique', 'vocabulary.yaml'],
    ['about: dates', 'about: dats', 'dats', "did you mean 'dates'?", 'dataset.yaml'],
    [
      '[]',
      '- { record: actors/none, reason: merged, note: Why. }',
      'merged',
      "did you mean 'merge'?",
      'retired.yaml',
    ],
  ]
  assertToldOf(t, lists)
})
