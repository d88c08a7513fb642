import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { importCommand, nothing } from '../fixtures/command.ts'
import { blockOf, curatorFolders, editDraft, exampleDraft, runCode } from '../fixtures/curate.ts'
import { emptySeed } from '../fixtures/seed.ts'

const files = (seed: string) =>
  readdirSync(seed, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map(name => [name.slice(seed.length + 1), readFileSync(name, 'utf8')])
    .sort()

const order = 'je-fsc-blue-anchor-order-2023-03'
const orderFile = `actions/2023/${order}.yaml`

t.test('the example of the docs becomes seed files, and is served', async t => {
  const seed = emptySeed(t)
  const folders = curatorFolders(t, seed)
  const out = blockOf('text output').trim()
  t.strictSame(await runCode(folders), { code: 0, out: [out], err: [] })
  const { get } = await testApp(t, { seed })
  const { data } = (await get(`/v1/actions/${order}?include=claims`)).json
  t.match(data, {
    type: 'supervisory-order',
    date: { edtf: '2023-03-13', basis: 'stated' },
    effect: { from: { edtf: '2023-03-20' }, until: null },
    actors: [
      { id: 'je-fsc', role: 'enforcer' },
      { id: 'blue-anchor', role: 'target' },
    ],
    regions: [{ code: 'JE', role: 'jurisdiction' }],
    details: [{ aspect: 'motive' }],
  })
  t.equal(data.claims.length, 7)
  t.equal(
    readFileSync(join(seed, orderFile), 'utf8').split('\n')[0],
    `# yaml-language-server: $schema=../../schemas/action.json`,
  )
})

t.test('the same draft twice changes nothing', async t => {
  const folders = curatorFolders(t, emptySeed(t))
  await runCode(folders)
  const before = files(folders.seed)
  t.match(await runCode(folders), { code: 0, out: [/: nothing new$/] })
  t.strictSame(files(folders.seed), before)
})

t.test('a record that differs is written again only with --replace', async t => {
  const folders = curatorFolders(t, emptySeed(t))
  // Its id may not end in a month that is not that of its date.
  editDraft(folders, [order, 'je-order'])
  await runCode(folders)
  const before = files(folders.seed)
  editDraft(
    folders,
    ['date: 2023-03-13', 'date: "[2022..2023]"'],
    ['read: {', 'note: Read again, read: {'],
  )
  editDraft(folders, [
    '    claims:\n',
    '    claims:\n      - { words: "Blue Anchor to stop taking new clients from 20 March 2023 on", fields: [date] }\n',
  ])
  const { code, out, err } = await runCode(folders)
  const found = [
    /^drafts\/blue-anchor.yaml:2:11: id: 'documents\/harbour-times-2023-03-14' exists; --replace would write it again, with other note$/,
    /^drafts\/blue-anchor.yaml:7:9: id: 'actions\/je-order' exists; --replace would write it again, with other date, claims$/,
  ]
  t.match({ code, out }, { code: 1, out: [/./] })
  t.match(err, [...found, /^Nothing was written\.$/])
  t.strictSame(files(folders.seed), before)
  t.match(await runCode(folders, '--replace'), { code: 0, out: [/: 1 claim, 1 passage$/] })
  const names = files(folders.seed).map(([name]) => name)
  t.ok(names.includes('actions/2022/je-order.yaml'))
  t.notOk(names.includes('actions/2023/je-order.yaml'))
  const document = readFileSync(
    join(folders.seed, 'documents/harbour-times-2023-03-14.yaml'),
    'utf8',
  )
  t.match(document, /key: p01.*\n.*key: p02.*\n.*key: p03.*\n.*key: p04.*\nnote: Read again\n$/)
})

t.test('--dry-run writes nothing', async t => {
  const folders = curatorFolders(t, emptySeed(t))
  const before = files(folders.seed)
  const out = [blockOf('text output').trim(), 'Nothing was written.']
  t.strictSame(await runCode(folders, '--dry-run'), { code: 0, out, err: [] })
  t.strictSame(files(folders.seed), before)
})

t.test('a wrong weekday in quoted words, and what the lints warn of, is shown', async t => {
  const folders = curatorFolders(t, emptySeed(t))
  const text = join(folders.texts, 'harbour-times-2023-03-14.txt')
  writeFileSync(text, readFileSync(text, 'utf8').replace('Monday, 13', 'Friday, 13'))
  editDraft(folders, ['of Monday, 13', 'of Friday, 13'], ['supervisory-order', 'penalty'])
  const err = [
    'warning: drafts/blue-anchor.yaml:18:18: 13 March 2023 was a Monday: look for another source, or say so in a note',
    'warning: drafts/blue-anchor.yaml:11:11: date: no official document and no second origin states its date',
  ]
  t.match(await runCode(folders), { code: 0, err })
})

t.test('words that name only other days than the record has are shown', async t => {
  const folders = curatorFolders(t, emptySeed(t))
  editDraft(
    folders,
    ['date: 2023-03-13', 'date: 2023-03-14\n    due: 2023-04'],
    ['fields: [date, details]', 'fields: [date, due, details]'],
  )
  const err = [
    'warning: drafts/blue-anchor.yaml:19:18: the words name 2023-03-13, but date is 2023-03-14',
  ]
  t.strictSame((await runCode(folders)).err, err)
  const others: [from: string, to: string][] = [
    [
      'fields: [date, due',
      'status: consistent, value: { edtf: "2023", basis: stated }, fields: [date, due',
    ],
    [
      'status: consistent, value: { edtf: "2023", basis: stated }',
      'basis: inferred, note: x, rests_on: [.effect.1]',
    ],
  ]
  for (const edit of others) {
    editDraft(folders, edit)
    const { err } = await runCode(folders, '--replace')
    t.notOk(err.some(line => line.includes('the words name')))
  }
})

t.test('all drafts are coded together, or none', async t => {
  const folders = curatorFolders(t, emptySeed(t))
  const [head = '', actions = ''] = exampleDraft.split(/^(?=actions:)/m)
  const path = (name: string) => join(folders.drafts, `${name}.yaml`)
  // The document comes after the actions whose claims name it.
  writeFileSync(path('b'), head)
  const named = actions.replaceAll('{ words', '{ document: harbour-times-2023-03-14, words')
  writeFileSync(path('a'), named.replace('as target', 'as targets'))
  renameSync(path('blue-anchor'), path('c'))
  const before = files(folders.seed)
  const bad = await runCode(folders, path('a'), path('b'))
  t.match(bad, {
    code: 1,
    err: [/^drafts\/a.yaml:8:\d+: actions.0.actors.1.role: 'targets' is not/],
  })
  t.strictSame(files(folders.seed), before)
  writeFileSync(path('a'), named)
  t.match(await runCode(folders), {
    code: 0,
    out: [
      '1/3 drafts/a.yaml: 1 action, 7 claims, 2 passages',
      '2/3 drafts/b.yaml: 2 actors, 1 document, 3 claims, 1 passage',
      '3/3 drafts/c.yaml: nothing new',
    ],
  })
})

t.test('wrong arguments get the usage, and what is missing is named', async t => {
  const folders = curatorFolders(t, emptySeed(t))
  const none = { ...folders, drafts: join(folders.drafts, 'none') }
  const calls: [folders: typeof folders, args: string[], error: RegExp][] = [
    [folders, ['--replce'], /^Usage: npm run code/],
    [none, [], /^there is no draft in .*none$/],
    [folders, ['other.yaml'], /^there is no other.yaml$/],
    [{ ...folders, texts: 'lost' }, [], /^there is no lost$/],
  ]
  for (const [folders, args, error] of calls)
    t.match(await runCode(folders, ...args), { code: 2, out: nothing, err: [error] })
  const ended = await importCommand(t, 'src/bin/code.ts', ['--help'])
  t.match(ended, { code: 2, errors: /^Usage: /, output: '' })
})
