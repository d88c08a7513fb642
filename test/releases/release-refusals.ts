import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { refreshDataset } from '../../src/bin/refresh.ts'
import { buildDataset } from '../../src/store/build.ts'
import { checkSeed } from '../../src/store/check.ts'
import { readSeed } from '../../src/store/seed.ts'
import { temporaryFolder, testApp } from '../fixtures/app.ts'
import { listen } from '../fixtures/command.ts'
import { dated, writeDraft } from '../fixtures/drafts.ts'
import { fates, retire, seedWithout } from '../fixtures/retired.ts'
import { copySeed } from '../fixtures/seed.ts'
import { assertToldOf, type Case, problemsOf } from '../fixtures/seed-cases.ts'
import { releasedSeed, releaseSeed } from '../fixtures/small-seed.ts'

const gone = (record: string, into: string) =>
  `- { record: ${record}, into: ${into}, reason: merge, note: Why. }\n`

t.test('mistakes in retired.yaml are reported', async t => {
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

const oldest = '2026.11.0.ndjson.gz'
const newest = '2026.11.1.ndjson.gz'

/** Stands for the last line. */
const LAST = 0

/** A text of a release file, its replacement, the line that the refusal names, and the reason. */
const spoilt: [from: string | RegExp, to: string, line: number, reason: string][] = [
  [/[\s\S]*/, '', 1, 'Unexpected end of JSON input'],
  [/^\{/, '{,', 1, 'Expected property name'],
  [/"time":"[^"]*"/, '"time":2026', 1, 'time: Invalid input: expected string'],
  [/"time":"[^"]*"/, '"time":"2026-11-32T00:00:00Z"', 1, 'time: no such time'],
  [/"time":"[^"]*"/, '"time":"2026-11-23"', 1, 'time: not a time such as'],
  [/"time":"[^"]*"/, '"time":"2026-11-01T00:00:00Z"', 1, "time: '2026-11-01T00:00:00Z' is before"],
  [/"time":"[^"]*"/, '"time":"2026-12-01T00:00:00Z"', 1, 'version: is not of the month of the'],
  [/"actors":\d+/, '"actors":9999', 1, 'counts: are not those of the records'],
  ['"change":"added"', '"change":"merged"', 1, 'into: belongs to a merged record'],
  [/"version":"\d+/, '"version":"26', 1, 'version: not a calendar version'],
  [/"version":"\d+/, '"version":"2031', 1, 'belongs into a file of the name of its version'],
  ['"counts"', '"notes":[],"counts"', 1, 'Unrecognized key: "notes"'],
  ['"reason":"new-evidence"', '"reason":null', 1, 'reason: '],
  [/"hash":"[0-9a-f]{64}"/, `"hash":"${'0'.repeat(64)}"`, 1, 'hash: is not that of the records'],
  [/\n\{"record":"actions.*/, '', 1, 'hash: is not that of the records'],
  [/\n\{"record":"actions/, '\n{"Record":"actions', 2, 'is not a record'],
  [/\n$/, '', LAST, 'the line has no end'],
]

/** A small seed with two releases, the second with a new action. */
function twiceReleased(t: Test): string {
  const seed = releasedSeed(t)
  writeDraft(seed, { id: 'new', year: '2021', title: 'New', type: 'ban', date: dated('2021') })
  releaseSeed(seed, '2026-11-23')
  return seed
}

t.test('a release file that is not as it was written is refused', async t => {
  const seed = twiceReleased(t)
  const path = join(seed, 'releases', newest)
  const sound = readFileSync(path)
  const text = gunzipSync(sound).toString()
  const read = () => problemsOf(() => readSeed(seed).releases.map(({ records }) => records))
  for (const [from, to, line, reason] of spoilt) {
    const other = text.replace(from, to)
    t.not(other, text, `${from}`)
    writeFileSync(path, gzipSync(other))
    const problems = read()
    const where = `seed/releases/${newest}:${line || text.split('\n').length - 1}:1: `
    t.ok(
      problems.some(problem => problem.startsWith(where) && problem.includes(reason)),
      `${where}${reason}`,
      { problems },
    )
  }
  for (const bytes of [Buffer.from(text), sound.subarray(0, sound.length / 2)]) {
    writeFileSync(path, bytes)
    t.match(read(), [`seed/releases/${newest}:1:1: cannot be decompressed: `])
  }
  rmSync(path)
  mkdirSync(path)
  t.throws(read, { code: 'EISDIR' })
  rmdirSync(path)
  writeFileSync(path, sound)
  t.strictSame(
    readSeed(seed).releases.map(({ head }) => head.version),
    ['2026.11.0', '2026.11.1'],
  )
  renameSync(path, join(seed, 'releases', '2026.11.2.ndjson.gz'))
  rmSync(join(seed, 'releases', oldest))
  t.match(read(), [/2026\.11\.2\.ndjson\.gz:1:1: the release 2026\.11\.1 belongs into a file/])
})

t.test('a release that does not tell what has changed is refused', async t => {
  const seed = twiceReleased(t)
  const path = join(seed, 'releases', newest)
  const text = gunzipSync(readFileSync(path)).toString()
  const build = () => problemsOf(() => checkSeed(readSeed(seed)))
  t.strictSame(build(), [])
  writeFileSync(path, gzipSync(text.replace('"change":"added"', '"change":"changed"')))
  const record = /"record":"([^"]*)"/.exec(text)?.[1]
  const where = `seed/releases/${newest}:1:1: changes: `
  t.strictSame(build(), [
    `${where}has 'changed ${record}', against the release before`,
    `${where}lacks 'added ${record}', against the release before`,
  ])
})

t.test('the old dataset goes on serving if a release is not fit', async t => {
  const { get, datasets, file } = await testApp(t)
  const seed = copySeed(t)
  const path = join(seed, 'releases', newest)
  const sound = readFileSync(path)
  writeFileSync(path, sound.subarray(0, 20))
  const before = await get('/v1/releases')
  const { out, err, say } = listen()
  await refreshDataset(seed, file, say)
  await datasets.look()
  t.match(err[0], `seed/releases/${newest}:1:1: `)
  t.match(err[1], /stays as it was and is served/)
  t.equal((await get('/v1/releases')).body, before.body)
  writeFileSync(path, sound)
  await refreshDataset(seed, file, say)
  t.equal(err.length, 2)
  t.strictSame(out, [], 'it is the one that is served')
})
