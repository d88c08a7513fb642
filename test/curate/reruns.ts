import { globSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { sha256 } from '../../src/model/hash.ts'
import {
  curatorFolders,
  editDraft,
  exampleDraft,
  runCode,
  exampleWords as words,
} from '../fixtures/curate.ts'
import { emptySeed } from '../fixtures/seed.ts'
import { buildProblems } from '../fixtures/seed-cases.ts'

const order = 'je-fsc-blue-anchor-order-2023-03'
const orderFile = `actions/2023/${order}.yaml`
const document = 'harbour-times-2023-03-14'
const claim = (fields: string) =>
  `{ document: ${document}, words: "${words}", fields: [${fields}] }`

/** The folders of a curator, and a function that writes another draft. */
function withDrafts(t: Parameters<typeof emptySeed>[0], seed = emptySeed(t)) {
  const folders = curatorFolders(t, seed)
  const write = (name: string, text: string) =>
    writeFileSync(join(folders.drafts, `${name}.yaml`), text)
  const read = (name: string) => readFileSync(join(seed, name), 'utf8')
  const draft = (name: string) => join(folders.drafts, `${name}.yaml`)
  return { seed, folders, write, read, draft }
}

const addition = `additions:
  - { record: actors/je-fsc, names: [JFSC as short], claims: [${claim('names')}] }
  - { record: actions/${order}, effect: { from: 2023-03-20, until: 2024-03-20 }, claims: [${claim('effect')}] }
`

t.test(
  'additions may be in a draft before that of their record, and runs may be repeated',
  async t => {
    const { folders, write, read, draft, seed } = withDrafts(t)
    write('a', addition)
    t.match(await runCode(folders), { code: 0, out: [/: 2 claims$/, /: 1 action, 2 actors, 1/] })
    const names = ['actors/je-fsc.yaml', orderFile]
    const before = names.map(read)
    t.match(before[0], /field: names\/JFSC, /)
    t.match(before[1], /effect: \{ from: .*, until: \{ edtf: "2024-03-20"/)
    t.strictSame(buildProblems(t, seed), [])
    for (const args of [[], [draft('a')], [draft('blue-anchor')]])
      t.match(await runCode(folders, ...args), { code: 0, out: [/: nothing new$/] }, args.join())
    t.match(await runCode(folders, '--replace'), { code: 0, err: { length: 0 } })
    t.strictSame(names.map(read), before)
  },
)

t.test('what a record loses by being written again is shown', async t => {
  const { folders, write, read, draft } = withDrafts(t)
  write('a', addition)
  await runCode(folders)
  editDraft(
    folders,
    ['sector: financial-regulator, ', ''],
    [
      '    regions: [JE as jurisdiction]\n',
      '    regions: [JE as jurisdiction]\n    planned: true\n',
    ],
    ['fields: [date, details]', 'fields: [date, details, planned]'],
  )
  const { code, err } = await runCode(folders, '--replace', draft('blue-anchor'))
  t.equal(code, 0)
  t.strictSame(err.map(line => line.replace(/^.*:\d+: /, '')).sort(), [
    'id: loses 1 of its claims, which no draft has',
    'id: loses 1 of its names, 1 of its claims, which no draft has',
  ])
  t.notMatch(read('actors/je-fsc.yaml'), 'sector')
})

t.test('a value that is null, and a note inside a value, are kept right', async t => {
  const { folders, write, read, seed } = withDrafts(t)
  editDraft(
    folders,
    ['published: 2023-03-14', 'published: null'],
    [
      'effect: { from: 2023-03-20 }',
      'effect: { from: { edtf: 2023-03-20, basis: stated, note: As it says. } }',
    ],
  )
  await runCode(folders)
  const from = 'from: { edtf: "2023-03-20", basis: stated, note: As it says. }'
  write(
    'a',
    `additions:
  - { record: documents/${document}, published: 2023-03-14, claims: [${claim('published')}] }
  - { record: actions/${order}, effect: { ${from}, until: 2024-03-20 } }
`,
  )
  t.match(await runCode(folders), { code: 0 })
  t.match(
    read(`documents/${document}.yaml`),
    /^published: \{ edtf: "2023-03-14", basis: stated \}$/m,
  )
  t.match(read(orderFile), `effect: { ${from}, until: { edtf: "2024-03-20", basis: stated } }`)
  t.strictSame(buildProblems(t, seed), [])
})

t.test('a file that cannot be written leaves the seed as it was', async t => {
  const { folders, seed, read } = withDrafts(t)
  editDraft(folders, [order, 'je-order'])
  await runCode(folders)
  const before = globSync('**/*.*', { cwd: seed }).sort()
  const [actor, action] = [read('actors/je-fsc.yaml'), read('actions/2023/je-order.yaml')]
  editDraft(
    folders,
    ['date: 2023-03-13', 'date: "[2022..2023]"'],
    ['sector: exchange', 'sector: broker'],
  )
  writeFileSync(join(seed, 'actions/2022'), 'no folder')
  await t.rejects(runCode(folders, '--replace'), { code: 'EEXIST' })
  t.strictSame(globSync('**/*.*', { cwd: seed }).sort(), before)
  t.strictSame([read('actors/je-fsc.yaml'), read('actions/2023/je-order.yaml')], [actor, action])
})

t.test('an action like one that exists is shown, whichever is the later', async t => {
  const { folders, write } = withDrafts(t)
  await runCode(folders)
  const earlier = exampleDraft
    .slice(exampleDraft.indexOf('actions:'))
    .replace(order, 'jersey-order-2023-03-12')
    .replace('date: 2023-03-13', 'date: 2023-03-12')
    .replaceAll('{ words', `{ document: ${document}, words`)
  write('other', earlier)
  t.match(await runCode(folders), {
    code: 0,
    err: [
      /the words name 2023-03-13, but date is 2023-03-12$/,
      /^warning: seed\/actions\/2023\/je-fsc.*may be the same as 'jersey-order-2023-03-12'/,
    ],
  })
})

t.test('a text is found by the hash of its document', async t => {
  const { folders, read } = withDrafts(t)
  const text = join(folders.texts, `${document}.txt`)
  const hash = sha256(readFileSync(text))
  renameSync(text, join(folders.texts, 'saved'))
  t.match(await runCode(folders), { code: 1 })
  editDraft(folders, ['language: en,', `language: en, sha256: "${hash}", length: 260,`])
  t.match(await runCode(folders), { code: 0 })
  t.match(read(`documents/${document}.yaml`), `\nsha256: "${hash}"\n`)
})

t.test('two drafts may have one record, if they agree', async t => {
  const { folders, write } = withDrafts(t)
  write('other', exampleDraft)
  t.match(await runCode(folders), { code: 0, out: [/1 action/, /: nothing new$/] })
  const other = withDrafts(t)
  other.write('other', exampleDraft.replace('Jersey orders', 'Jersey tells'))
  t.match(await runCode(other.folders), {
    code: 1,
    err: [
      /^drafts\/other.yaml:7:9: id: 'actions\/je-fsc.*' is in another place of the drafts, with other title$/,
    ],
  })
})

t.test('a comment above a region stays when it is written again', async t => {
  const { folders, seed, read } = withDrafts(t)
  writeFileSync(
    join(seed, 'regions.yaml'),
    '- { code: x-a, name: A, kind: area, parents: [] }\n# Islands.\n- { code: x-b, name: B, kind: area, parents: [] }\n',
  )
  editDraft(folders, ['documents:', 'regions: [{ code: x-b, name: Bs, kind: area }]\ndocuments:'])
  t.match(await runCode(folders, '--replace'), { code: 0 })
  t.match(read('regions.yaml'), '\n# Islands.\n- { code: x-b, name: Bs, kind: area }\n')
})
