import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import {
  blockOf,
  curatorFolders,
  editDraft,
  runCode,
  exampleWords as words,
} from '../fixtures/curate.ts'
import { addRecord, emptySeed } from '../fixtures/seed.ts'

type Edits = [from: string, to: string][]

/** What is wrong with a draft, and the message: its line and what follows the column. */
const refusals: Record<string, [edits: Edits, message: string]> = {
  'words that are not there, beside the nearest': [
    [['of Monday', 'of Tuesday']],
    blockOf('text refusal')
      .trim()
      .replace(/^\S+:(\d+):\d+: /, '$1: '),
  ],
  'words that nothing is like': [
    [[words, 'Nobody has ever seen such a number of quite unlikely words before']],
    "18: 'Nobody has ever seen such a number of quite unlikely words before' is not in harbour-times-2023-03-14; nothing there is like it",
  ],
  'words that are too short': [
    [[words, 'keeps no records of its clients']],
    "18: 'keeps no records of its clients' has 26 letters; a passage has at least 40",
  ],
  'an unknown document': [
    [['{ words: "The', '{ document: harbor-times-2023-03-14, words: "The']],
    "18: document 'harbor-times-2023-03-14' is not known; did you mean 'harbour-times-2023-03-14'?",
  ],
  'passages that a draft makes up': [
    [['read: {', 'passages: [], read: {']],
    '2: passages: come from the words of claims; leave them out',
  ],
  'a value that is not in the codebook': [
    [['as enforcer', 'as enforser']],
    "13: actions.0.actors.0.role: 'enforser' is not allowed; allowed: ",
  ],
  'a form that is none': [
    [['[JE as jurisdiction]', 'JE']],
    "14: actions.0.regions: 'JE' is not a list",
  ],
  'a date that does not exist': [
    [['date: 2023-03-13', 'date: 2023-02-30']],
    "11: actions.0.date.edtf: '2023-02-30' is no date; write ",
  ],
  'a claim with a mistake': [
    [['fields: [date, details] }', 'fields: [date, details], status: rival, rule: own-act }']],
    '18: actions.0.claims.0.note: a rival needs a note',
  ],
  'an inferred claim without its basis': [
    [[`words: "${words}"`, 'basis: inferred, note: x']],
    '18: actions.0.claims.0.rests_on: an inferred claim names',
  ],
  'an unknown key': [
    [['fields: [date,', 'field: x, fields: [date,']],
    "18: actions.0.claims.0: unknown key 'field'",
  ],
  'a value without a claim': [
    [['[effect, actors, regions, activities]', '[actors, regions, activities]']],
    "18: claims: no accepted claim for 'effect'",
  ],
  'a claim without its value': [
    [['[effect, actors', '[effects, actors']],
    "19: claims.2.field: 'effects' is no field of actions",
  ],
  'a claim that is made twice': [
    [
      [
        'fields: [date, details] }',
        `fields: [date, details] }\n      - { words: "${words}", fields: [details] }`,
      ],
    ],
    "19: 'details/motive' is claimed twice with these words",
  ],
  'an actor that nobody knows': [
    [['blue-anchor as target', 'blue-ancor as target']],
    "13: actors.1.id: 'blue-ancor' is not known; did you mean 'blue-anchor'?",
  ],
}

for (const [what, [edits, message]] of Object.entries(refusals))
  t.test(`${what}: refused with the place`, async t => {
    const folders = curatorFolders(t, emptySeed(t))
    editDraft(folders, ...edits)
    const { code, err } = await runCode(folders)
    t.equal(code, 1)
    t.ok(
      err.some(line =>
        line.replace(/^(\S+:\d+):\d+/, '$1').startsWith(`drafts/blue-anchor.yaml:${message}`),
      ),
      message,
      { found: err },
    )
  })

t.test(
  'words that occur more than once, and a text that is not saved: refused with the place',
  async t => {
    const folders = curatorFolders(t, emptySeed(t))
    const text = join(folders.texts, 'harbour-times-2023-03-14.txt')
    writeFileSync(
      text,
      `${words}. ${words}. The Financial Services Commission of Jersey has ordered the exchange Blue Anchor to stop taking new clients from 20 March 2023 on`,
    )
    t.match(await runCode(folders), {
      code: 1,
      err: [
        `drafts/blue-anchor.yaml:18:18: '${words}' is 2 times in harbour-times-2023-03-14; quote more of the text`,
      ],
    })
    rmSync(text)
    const { code, err } = await runCode(folders)
    t.equal(code, 1)
    t.match(err.join('\n'), /18:\d+: no text of harbour-times-2023-03-14 is saved: /)
  },
)

t.test('claims without a document: refused if the draft describes several', async t => {
  const folders = curatorFolders(t, emptySeed(t))
  editDraft(folders, [
    'documents:\n',
    'documents:\n  - { id: other, kind: news, official: no, title: Other, language: en, published: null, read: { on: 2026-12-01, as: page } }\n',
  ])
  const reason = 'document: is required; the draft does not describe just one'
  t.match(await runCode(folders), {
    code: 1,
    err: [new RegExp(`^drafts/blue-anchor.yaml:5:\\d+: ${reason}`)],
  })
})

t.test('a draft that is no YAML, and a seed with a mistake: refused', async t => {
  const folders = curatorFolders(t, emptySeed(t))
  editDraft(folders, ['documents:', 'documents: ['])
  t.match(await runCode(folders), { code: 1, err: [/^drafts\/blue-anchor.yaml:\d+:\d+: /] })
  addRecord(folders.seed, 'actors', { id: 'x' })
  t.match(await runCode(folders), { code: 1, err: [/^seed\/actors\/x.yaml:1:\d+: /] })
})
