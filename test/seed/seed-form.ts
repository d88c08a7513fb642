import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { z } from 'zod'
import { readSeed } from '../../src/build/seed/seed.ts'
import { SeedError } from '../../src/build/seed/seed-error.ts'
import { YamlFile } from '../../src/build/seed/yaml-file.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { leanSeed } from '../fixtures/seed.ts'
import { assertReported, buildProblems, type Mistake, validAction } from '../fixtures/seed-cases.ts'

const date = 'date: { edtf: "2021-09-24", basis: stated }'
const scope = 'field: details/scope'
const claim = '{ field: details/scope'
const rival = `${scope}, status: rival`
const actor = (id: string, rest = '') =>
  `id: ${id}\nkind: person\nname: Tester\nnames: [{ name: Tester, type: official }]\nclaims: []\n${rest}\n`
const affiliation = 'affiliations: [{ actor: huobi, relation: founder, from: 2021-02-30 }]'
const book = (id: string, sha256 = '0'.repeat(64)) =>
  `id: ${id}\nkind: law\nofficial: copy\ntitle: B\nlanguage: en\npublished: null\norigin: ${id}\nread: { on: 2026-11-22, as: page }\npassages:\n  - { key: p1, letters: 40, sha256: "${sha256}" }\n`
const merged = '- { record: actors/none, reason: merged, note: Why. }'

const longTitle = 'T'.repeat(300)
const longText = 'N'.repeat(5_000)

const mistakes: Record<string, Mistake[]> = {
  'a value of the wrong form': [
    ['type: ban', 'type: bann', 'bann', "did you mean 'ban'?"],
    ['role: issuer', 'role: isuer', 'isuer', "did you mean 'issuer'?"],
    ['[trading]', '[trading, minning]', 'minning', "did you mean 'mining'?"],
    ['low: 2,', 'low: two,', 'two', "actors.1.count.low: 'two' is not a number"],
    ['code: CN', 'code: China', 'China', 'regions.0.code: not a code of ISO 3166'],
    ['key: crowd', 'key: The crowd', 'The crowd', 'actors.1.key: not a slug'],
    ['role: target', 'role: target, name: x', 'name: x', "actors.1: unknown key 'name'"],
    ['type: ban', 'type: ban\ncolour: red', 'colour', "unknown key 'colour'"],
    ['type: ban', '1: x\ntype: ban', '1: x', "unknown key '1'"],
    ['summary: Nothing of the kind happened.\n', '', 'id: case-9', 'summary: is required'],
    ['id: case-10', 'id: another', 'another', 'belongs in seed/actions/2021/another.yaml'],
    ['type: ban', 'type: ban\nplanned: maybe', 'maybe', "planned: 'maybe' is not true or false"],
    ['low: 1,', 'per: a day, low: 1,', 'a day', 'amounts.0.per: '],
  ],
  'a wrong date': [
    [date, date.replace('09-24', '02-30'), '"2021-02-30"', "'2021-02-30' is no date; write"],
    [date, date.replace('2021-09-24', '[2021-09..2021-08]'), '"[2021', 'is no date; write'],
    [date, 'date: 2021-09-24', '2021-09-24', "date: '2021-09-24' is not an object"],
    [date, date.replace('stated', 'inferred'), '{ edtf', 'date.note: a date that is inferred'],
    ['{ from: { edtf: "2021-09-24", basis: stated } }', '{}', '{}', 'effect: says neither from'],
    ['stated } }', 'stated }, until_by: x }', '{ from', 'effect.until: is missing, though until'],
  ],
  'a text that is too long or damaged': [
    ['A title of a test', longTitle.concat('T'), 'TT', 'title: has more than 300 characters'],
    ['Nothing of', longText.concat('N'), 'NN', "'summary' has more than 5000 characters"],
    ['', longText.concat('N'), longText.concat('N'), "'file' has more than", 'actors/long.yaml'],
    ['A title of a test', '"A \\ud800 title"', '"A \\', 'title: holds a control character or half'],
  ],
  'text that is not YAML': [
    ['type: ban', 'type: ban\ntype: opinion', 'type: opinion', "the key 'type' is repeated"],
    ['type: ban', '1: x\n"1": x\ntype: ban', '"1"', "the key '1' is repeated"],
    ['title: A title', 'title: "A title', '\nsummary', 'Missing closing "quote'],
    ['title: A title', 'title: !x A title', '!x', 'Unresolved tag: !x'],
    ['title: A title', 'title: !!binary QQ==', '!!binary', 'Unresolved tag: tag:yaml.org,2002:b'],
    ['title: A title of a test', 'title: *b', '*b', '*b is an alias; write the value again'],
    ['id: ', '%YAML 1.1\n---\nplanned: yes\nid: ', 'yes', "planned: 'yes' is not true or"],
    ['', 'nothing', 'nothing', 'Unexpected scalar', 'regions.yaml'],
  ],
  'a claim that contradicts itself': [
    [scope, `${scope}, origin: X Y`, 'X Y', 'claims.7.origin: not a slug'],
    ['passage: p02', 'passage: P2', 'P2', 'claims.0.passage: not a slug'],
    [', passage: p02', '', '{ field: date', 'needs the passage that states it'],
    [scope, `${scope}, value: x`, 'x, document', 'takes its value from the record'],
    [scope, `${scope}, rule: own-act`, 'own-act', 'only a rival has a rule'],
    [scope, `${rival}, rule: only-account, note: x, value: x`, 'only-acc', 'a rival loses'],
    [scope, `${scope}, basis: inferred, note: x`, claim, 'names the claims that it rests on'],
    [scope, `${scope}, basis: inferred, rests_on: [.date.1]`, claim, 'the reasoning'],
    [scope, `${scope}, status: garbled`, claim, 'a garbled claim needs a note'],
    [scope, `${rival}, note: x, value: x`, claim, 'names the rule'],
    [scope, `${rival}, rule: own-act, value: x`, claim, 'needs a note'],
    [scope, `${rival}, rule: own-act, note: x`, claim, 'its own value'],
    [scope, `${scope}, status: consistent`, claim, 'its own value'],
  ],
  'a mistake in an actor, a document or a list': [
    ['', actor('a', 'sector: minning'), 'minning', 'sector: ', 'actors/a.yaml'],
    ['', actor('b', 'region: "14"'), '"14"', 'region: not a code', 'actors/b.yaml'],
    ['', actor('c', 'nick: T'), 'nick', "unknown key 'nick'", 'actors/c.yaml'],
    ['', actor('d').replace('name: T', 'name: Mr T'), 'Mr T', 'among the', 'actors/d.yaml'],
    ['', actor('other'), 'other', 'belongs in seed/actors/other.yaml', 'actors/e.yaml'],
    ['', actor('f', affiliation), '2021-02-30', 'from: no such day', 'actors/f.yaml'],
    [
      '',
      book('g').replace(': 40', ': 15'),
      '15',
      "letters: '15' is less than 16",
      'documents/g.yaml',
    ],
    ['', book('h', '0x'), '"0x', 'sha256: not a sha256', 'documents/h.yaml'],
    ['', book('i').replace('-22', '-31'), '2026-11-31', 'on: no such day', 'documents/i.yaml'],
    [
      '',
      `${book('j')}url: https://law.go.kr/법령\n`,
      'https://law',
      'url: has letters that must be percent-encoded',
      'documents/j.yaml',
    ],
    ['', '{ id: other }', '{ id: other', 'title: is required', 'documents/other.yaml'],
    ['', 'rule:\n  x: { label: X }', 'rule', "the key 'rule' is repeated", 'vocabulary.yaml'],
    ['[]', merged, 'merged', "did you mean 'merge'?", 'retired.yaml'],
  ],
}

for (const [kind, cases] of Object.entries(mistakes))
  t.test(`${kind} is reported with its position`, async t => assertReported(t, cases))

const many = (text: string, count = 150_000) => text.repeat(count)

/** Files that would overload a reader, or that no text can be read from, and the first mistake that is reported. */
const unreadable: [content: string | Buffer, problem: string][] = [
  [`- &a [x, x]\n- &b [*a, *a]\n- &c [*b, *b]\n`, '2:7: *a is an alias; write the value again'],
  [`- &a x\n- [${many('*a,')}]`, '2:4: *a is an alias; write the value again'],
  [many('[', 10_000), '1:1: is nested too deeply'],
  [
    `claims: [{ rests_on: [${many('1,')}] }]`,
    '1:1: has too many mistakes, or is nested too deeply',
  ],
  [many('#', 1_000_001), '1:1: has more than 1 MB'],
  [Buffer.from('id: x\nname: Café\n', 'latin1'), '2:10: is not UTF-8'],
]

t.test('a file that cannot be read as a record is refused', async t => {
  const seed = leanSeed(t)
  for (const [content, problem] of unreadable) {
    writeFileSync(join(seed, 'actors/x.yaml'), content)
    t.equal(buildProblems(t, seed)[0], `seed/actors/x.yaml:${problem}`)
  }
  rmSync(join(seed, 'actors/x.yaml'))
  t.strictSame(buildProblems(t, seed), [])
})

t.test('the longest title, text and file are read', async t => {
  const seed = leanSeed(t)
  const action = validAction('x')
    .replace('A title of a test', `"\\uFFFD${longTitle.slice(1)}"`)
    .replace('Nothing of the kind happened.', longText)
  const bytes = Buffer.alloc(1_000_000, '#')
  bytes.write(action)
  writeFileSync(join(seed, 'actions/2021/x.yaml'), bytes)
  t.doesNotThrow(() => readSeed(seed))
})

/** Values as a curator may write them, which two readers of YAML could take differently. */
const scalars = [
  ...['-.5', '+.5e3', '-0x1F', '+0o7', '1e400', '"x"#c', '[b]#c', '"\\U00110000"', '!'],
  ...['"x\ny"', '[\n1, 2\n]', 'b\rc: d', '~\nnull: x', 'b\n{a: 1}: c'],
  ...[
    '014',
    '0o14',
    '0x1F',
    '1_000',
    '1_.5',
    '0b101',
    '+1',
    '-0',
    '1.',
    '.5',
    '1e3',
    '1E-2',
    '.inf',
  ],
  ...['.nan', '~', 'null', 'Null', 'yes', 'True', 'FALSE', '2021-05-21', '2021-05', '12:30', '1,5'],
  ...[
    '"\\u00e9"',
    "'it''s'",
    'a # b',
    'a#b',
    'x: y',
    '[..2021]',
    '"[..b]"',
    '{ a: 1 }',
    '<<',
    '=',
    '?',
  ],
  ...[
    '"a\\\n  b"',
    '|\n  a\n  b',
    '>-\n  a\n  b',
    '%x',
    '@x',
    '`x`',
    '!x y',
    '*x',
    '&x y',
    '- a',
    '',
  ],
]

t.test('a value is read in one way, whichever reader is used', async t => {
  const path = join(temporaryFolder(t), 'x.yaml')
  const read = (text: string) => {
    writeFileSync(path, text)
    try {
      return new YamlFile('x.yaml', path).read(z.unknown())
    } catch (error) {
      if (error instanceof SeedError) return 'refused'
      throw error
    }
  }
  for (const scalar of scalars) {
    const text = `a: ${scalar}\nb: c\n`
    // What looks like a directive leaves the file to the reader that knows positions.
    t.strictSame(read(text), read(`# %x\n${text}`), scalar)
  }
})
