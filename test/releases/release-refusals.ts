import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { checkSeed } from '../../src/build/check/check.ts'
import { readSeed } from '../../src/build/seed/seed.ts'
import { released, retire, retirements, seedWithout } from '../fixtures/retired.ts'
import { assertReported, buildProblems, type Mistake, problemsOf } from '../fixtures/seed-cases.ts'
import { addBan, releasedSeed, releaseSeed } from '../fixtures/small-seed.ts'

const merged = (record: string, into: string) =>
  `- { record: ${record}, into: ${into}, reason: merge, note: Why. }\n`

t.test('mistakes in retired.yaml are reported', async t => {
  const twice = merged('actors/one', 'actors/okex') + merged('"actors/one"', 'actors/okex')
  const mistakes: [from: string, to: string, at: string, reason: string][] = [
    ['[]', merged('actors/huobi', 'actors/okex'), 'actors/huobi', "'actors/huobi' is still"],
    ['', twice, '"actors/one"', "'actors/one' is repeated"],
    ['', merged('actors/two', 'actors/okexx'), 'actors/okexx', "did you mean 'actors/okex'?"],
    ['', merged('actors/three', 'regions/CN'), 'regions/CN', 'is of another collection'],
    ['', merged('actors/four', 'actors/five'), 'actors/five', 'leads back to itself'],
    ['', merged('actors/five', '"actors/four"'), '"actors/four"', 'leads back to itself'],
    ['', '', '"actors/one"', "'actors/one' was never released"],
    ['', '', 'actors/one, into', "'actors/one' was never released"],
    ['', '', 'actors/two', "'actors/two' was never released"],
    ['', '', 'actors/three', "'actors/three' was never released"],
  ]
  const inFile = mistakes.map((mistake): Mistake => [...mistake, 'retired.yaml'])
  assertReported(t, inFile)
})

t.test('a released record is listed in retired.yaml before it may disappear', async t => {
  const seed = seedWithout(t)
  const problems = buildProblems(t, seed).map(problem => problem.split(' of the release ')[0])
  const expected = released.map(({ record }) => `seed/retired.yaml:1:1: '${record}'`)
  t.strictSame(problems.sort(), expected.sort())
  retire(seed, retirements)
  t.strictSame(buildProblems(t, seed), [])
})

/** Stands for the last line. */
const LAST = 0
const TIME = /"time":"[^"]*"/
const HASH = 'hash: is not that of the records'

const RECORD = /(?<=\n\{"record":"actions[^"]*",)"data":.*/
/** What a line has after its record once that is removed, with some of it replaced. */
const notice = (replaced: object) =>
  `"removed":${JSON.stringify({ sha256: '0'.repeat(64), on: '2026-12-01', reason: 'legal', ...replaced })}}`

/** Changes of the text of a release file, with the line and the reason that are reported. */
const changes: [from: string | RegExp, to: string, line: number, reason: string][] = [
  [/[\s\S]*/, '', 1, 'Unexpected end of JSON input'],
  [/^\{/, '{,', 1, 'Expected property name'],
  [TIME, '"time":2026', 1, 'time: Invalid input: expected string'],
  [TIME, '"time":"2026-11-32T00:00:00Z"', 1, 'time: no such time'],
  [TIME, '"time":"2026-11-23"', 1, 'time: not a time such as'],
  [TIME, '"time":"2026-11-01T00:00:00Z"', 1, "time: '2026-11-01T00:00:00Z' is before"],
  [TIME, '"time":"2026-12-01T00:00:00Z"', 1, 'version: is not of the month of the'],
  [/"actors":\d+/, '"actors":9999', 1, 'counts: are not those of the records'],
  ['"change":"added"', '"change":"merged"', 1, 'into: belongs to a merged record'],
  [/"version":"\d+/, '"version":"26', 1, 'version: not a calendar version'],
  [/"version":"\d+/, '"version":"2031', 1, 'belongs in a file with the name of its version'],
  ['"counts"', '"notes":[],"counts"', 1, 'Unrecognized key: "notes"'],
  ['"reason":"new-evidence"', '"reason":null', 1, 'reason: '],
  [/"hash":"[0-9a-f]{64}"/, `"hash":"${'0'.repeat(64)}"`, 1, HASH],
  [/\n\{"record":"actions.*/, '', 1, HASH],
  [/\n\{"record":"actions/, '\n{"Record":"actions', 2, 'is not a record'],
  [/\n\{"record":"/, '\n{"record":"\\q', 1, 'Bad escaped character'],
  [RECORD, notice({}), 1, HASH],
  [RECORD, notice({ sha256: 'f' }), 2, 'is not a record'],
  [RECORD, notice({ on: '2026-02-30' }), 2, 'is not a record'],
  [RECORD, notice({ reason: 'merge' }), 2, 'is not a record'],
  [RECORD, notice({ by: 'a court' }), 2, 'is not a record'],
  [/\n$/, '', LAST, 'the last line is incomplete'],
]

const newest = '2026.11.1.ndjson.gz'

/** A small seed with two releases, the second with a new action. */
function twiceReleased(t: Test) {
  const seed = releasedSeed(t)
  addBan(seed, 'new', 'New')
  releaseSeed(seed, '2026-11-23')
  const path = join(seed, 'releases', newest)
  const bytes = readFileSync(path)
  return { seed, path, bytes, text: gunzipSync(bytes).toString() }
}

t.test('a release file that was changed is refused', async t => {
  const { seed, path, bytes, text } = twiceReleased(t)
  const read = () => problemsOf(() => readSeed(seed).releases.map(({ records }) => records))
  for (const [from, to, line, reason] of changes) {
    const changed = text.replace(from, to)
    t.not(changed, text, `${from}`)
    writeFileSync(path, gzipSync(changed))
    const where = `seed/releases/${newest}:${line || text.split('\n').length - 1}:1: `
    const problems = read().filter(problem => problem.startsWith(where))
    const isReported = problems.some(problem => problem.includes(reason))
    t.ok(isReported, `${where}${reason}`, { problems })
  }
  for (const other of [Buffer.from(text), bytes.subarray(0, bytes.length / 2)]) {
    writeFileSync(path, other)
    t.match(read(), [`seed/releases/${newest}:1:1: cannot be decompressed: `])
  }
  writeFileSync(path, gzipSync(Buffer.from(text.replace('"', '\xff"'), 'latin1')))
  t.strictSame(read(), [`seed/releases/${newest}:1:1: is not UTF-8`])
  rmSync(path)
  mkdirSync(path)
  t.match(read(), [`seed/releases/${newest}:1:1: EISDIR: `])
  rmdirSync(path)
  writeFileSync(path, bytes)
  t.strictSame(read(), [])
  renameSync(path, join(seed, 'releases/2026.11.2.ndjson.gz'))
  rmSync(join(seed, 'releases/2026.11.0.ndjson.gz'))
  t.match(read(), [/2026\.11\.2\.ndjson\.gz:1:1: the release 2026\.11\.1 belongs in a file/])
})

t.test('a release that does not list what has changed is refused', async t => {
  const { seed, path, text } = twiceReleased(t)
  const check = () => problemsOf(() => checkSeed(readSeed(seed)))
  t.strictSame(check(), [])
  writeFileSync(path, gzipSync(text.replace('"change":"added"', '"change":"changed"')))
  const record = /"record":"([^"]*)"/.exec(text)?.[1]
  const where = `seed/releases/${newest}:1:1: changes: `
  t.strictSame(check(), [
    `${where}has 'changed ${record}', against the release before`,
    `${where}lacks 'added ${record}', against the release before`,
  ])
})
