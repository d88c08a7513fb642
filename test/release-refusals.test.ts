import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { refreshDataset } from '../src/bin/refresh.ts'
import { buildDataset } from '../src/store/build.ts'
import { readSeed } from '../src/store/seed.ts'
import { seedFolder, temporaryFolder, testApp } from './fixtures/app.ts'
import { listen } from './fixtures/command.ts'
import { fates, retire, seedWithout } from './fixtures/retired.ts'
import { copySeed, edit } from './fixtures/seed.ts'
import { assertToldOf, type Case, problemsOf } from './fixtures/seed-cases.ts'

const gone = (record: string, into: string) =>
  `- { record: ${record}, into: ${into}, reason: merge, note: Why. }\n`

t.test('what retired.yaml says wrongly is told', async t => {
  const file = 'retired.yaml'
  const cases: Case[] = [
    ['[]', gone('actors/huobi', 'actors/okex'), 'actors/huobi', "'actors/huobi' is still", file],
    [
      '',
      gone('actors/one', 'actors/okex') + gone('"actors/one"', 'actors/okex'),
      '"actors/one"',
      "'actors/one' is there twice",
      file,
    ],
    ['', gone('actors/two', 'actors/okexx'), 'actors/okexx', "did you mean 'actors/okex'?", file],
    ['', gone('actors/three', 'regions/CN'), 'regions/CN', 'is of another collection', file],
    ['', gone('actors/four', 'actors/five'), 'actors/five', 'leads back to itself', file],
    ['', gone('actors/five', '"actors/four"'), '"actors/four"', 'leads back to itself', file],
    ['', '', '"actors/one"', "'actors/one' was never released", file],
    ['', '', 'actors/one, into', "'actors/one' was never released", file],
    ['', '', 'actors/two', "'actors/two' was never released", file],
    ['', '', 'actors/three', "'actors/three' was never released", file],
  ]
  assertToldOf(t, cases)
})

t.test('a released record does not vanish without a word', async t => {
  const seed = seedWithout(t)
  const target = join(temporaryFolder(t), 'events.sqlite')
  const build = () => problemsOf(() => buildDataset(seed, target))
  const said = (record: string) => new RegExp(`^seed/retired.yaml:1:1: '${record}' of the release `)
  const problems = build()
  const released = fates.filter(({ record }) => record !== 'actions/an-opinion')
  t.equal(problems.length, released.length)
  for (const { record } of released)
    t.ok(
      problems.some(problem => said(record).test(problem)),
      record,
    )
  retire(seed, fates)
  t.strictSame(build(), [])
})

const manifests = globSync('*.json', { cwd: join(seedFolder, 'releases') }).sort()
const newest = manifests.at(-1) as string

const { changes } = JSON.parse(readFileSync(join(seedFolder, 'releases', newest), 'utf8'))
const { record: added } = changes.find(({ change }: { change: string }) => change === 'added')
const firstAdded = `{"record":"${added}"`

/** What the newest manifest has, what stands there instead, where that is told (at its end where that is empty), and why. */
const spoilt: [from: string | RegExp, to: string, at: string, reason: string][] = [
  [/"hash": "[\s\S]*/, '"hash": "', '', 'Missing closing "quote'],
  [/(\}\n)\}\n$/, '$1,}\n', '{', 'Expected double-quoted property name in JSON'],
  [/"date": "[^"]*"/, '"date": 2026', '2026,', 'date: Invalid input: expected string'],
  [/"date": "[^"]*"/, '"date": "2026-02-30"', '"2026-02-30"', 'date: no such day'],
  [/"date": "[^"]*"/, '"date": "2026-11-01"', '{', "date: '2026-11-01' is before that of "],
  [/"date": "[^"]*"/, '"date": "2026-12-01"', '{', 'version: is not of the month of the date'],
  [/"actors":\d+/, '"actors":9999', '{', 'counts: are not those of the records'],
  ['"change":"added"', '"change":"removed"', '{', 'changes: are not what differs from 2026.11.0'],
  ['"change":"added"', '"change":"merged"', firstAdded, 'into: belongs to a merged record'],
  [/"version": "\d+/, '"version": "26', '"26', 'version: not a calendar version'],
  [/"version": "\d+/, '"version": "2031', '{', 'belongs into a file of the name of its version'],
  ['"counts"', '"notes": [], "counts"', '"notes"', "unknown key 'notes'"],
  ['"reason":"new-evidence"', '"reason":null', 'null', 'reason: '],
  ['"reason":"vocabulary"', '"reason":"vocab"', '"vocab"', 'is not one of new-evidence, '],
  [/"sha256":"[0-9a-f]{64}"/, `"sha256":"${'0'.repeat(64)}"`, '{', 'do not have the hash'],
  [/"actions\/[\w-]+": \{.*\},\n/, '', '{', 'do not have the hash of the release'],
]

function placeOf(text: string, at: string): string {
  const lines = text.slice(0, at === '' ? text.length : text.indexOf(at)).split('\n')
  return `${lines.length}:${(lines.at(-1) as string).length + 1}`
}

t.test('a manifest that is not as it was written is told', async t => {
  const seed = copySeed(t)
  const path = join(seed, 'releases', newest)
  const sound = readFileSync(path, 'utf8')
  for (const [from, to, at, reason] of spoilt) {
    const text = sound.replace(from, to)
    t.not(text, sound, `${from}`)
    writeFileSync(path, text)
    const problems = problemsOf(() => readSeed(seed))
    const where = `seed/releases/${newest}:${placeOf(text, at)}: `
    t.ok(
      problems.some(problem => problem.startsWith(where) && problem.includes(reason)),
      `${where}${reason}`,
      { problems },
    )
  }
  writeFileSync(path, sound)
  t.strictSame(
    readSeed(seed).releases.map(({ version }) => `${version}.json`),
    manifests,
  )
})

t.test('a release that has lost the one before it is told', async t => {
  const seed = copySeed(t)
  const [oldest = ''] = manifests
  rmSync(join(seed, 'releases', oldest))
  const [problem] = problemsOf(() => readSeed(seed))
  t.equal(problem, `seed/releases/${manifests[1]}:1:1: changes: are not what differs from nothing`)
})

t.test('the old dataset goes on serving where a manifest is not fit', async t => {
  const { get, datasets, file } = await testApp(t)
  const seed = copySeed(t)
  edit(seed, `releases/${newest}`, '"date"', '"day"')
  const before = await get('/v1/releases')
  const { out, err, say } = listen()
  await refreshDataset(seed, file, say)
  await datasets.look()
  t.match(err[0], `seed/releases/${newest}:3:3: file: unknown key 'day'`)
  t.match(err[1], /stays as it was and is served/)
  t.equal((await get('/v1/releases')).body, before.body)
  edit(seed, `releases/${newest}`, '"day"', '"date"')
  await refreshDataset(seed, file, say)
  t.equal(err.length, 2)
  t.strictSame(out, [], 'it is the one that is served')
})
