import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { release, remove } from '../../src/bin/seed-commands.ts'
import { publishDataset } from '../../src/build/build.ts'
import { changedFields, differences } from '../../src/build/releases/records.ts'
import { sha256 } from '../../src/model/hash.ts'
import { LEGAL } from '../../src/model/release.ts'
import { assertProblem, everything, temporaryFolder, testApp } from '../fixtures/app.ts'
import { callCommand, nothing, runCommand } from '../fixtures/command.ts'
import { addActor } from '../fixtures/drafts.ts'
import { retire } from '../fixtures/retired.ts'
import { edit } from '../fixtures/seed.ts'
import { buildProblems } from '../fixtures/seed-cases.ts'
import { addBan, releaseSeed, releasesIn, smallSeed } from '../fixtures/small-seed.ts'

const [gone, kept] = ['actions/secret', 'actions/secret-2']
const fileOf = (path: string) => path.replace('/', '/2021/').concat('.yaml')
const note = 'A court has ordered it.'
const withdrawal = { record: gone, reason: 'legal', note }

/**
 * A seed with three releases. The first has the record; in the second it has another title; by the third, another record
 * was merged into it. The seed itself no longer has it: retired.yaml has the entry instead.
 */
function seedWithout(t: Test, entry: object = withdrawal): string {
  const seed = smallSeed(t)
  addBan(seed, 'secret', 'A private matter')
  addBan(seed, 'old-secret', 'An old private matter')
  addBan(seed, 'secret-2', 'A public matter')
  addBan(seed, 'error', 'An error')
  addActor(seed, 'agency', 'old-mint', 'The Old Mint')
  releaseSeed(seed, '2026-11-22')
  edit(seed, fileOf(gone), 'A private matter', 'Another private matter')
  releaseSeed(seed, '2026-11-23')
  for (const id of ['old-secret', 'error']) rmSync(join(seed, fileOf(`actions/${id}`)))
  rmSync(join(seed, 'actors/old-mint.yaml'))
  retire(seed, [
    { record: 'actions/old-secret', into: gone, reason: 'merge', note: 'Why.' },
    { record: 'actions/error', reason: 'coding-error', note: 'Why.' },
    { record: 'actors/old-mint', into: 'actors/mint', reason: 'merge', note: 'Why.' },
  ])
  releaseSeed(seed, '2026-11-24')
  rmSync(join(seed, fileOf(gone)))
  retire(seed, [entry])
  return seed
}

const removeFrom = (seed: string, paths: string[], day = '2026-12-01') =>
  callCommand(say => remove(seed, new Date(day), paths, say))

const versions = ['2026.11.0', '2026.11.1', '2026.11.2'] as const

/** The lines of every release file of a seed: the head, then the records. */
const linesIn = (seed: string) =>
  Object.fromEntries(
    releasesIn(seed).map(name => [
      name.replace('.ndjson.gz', ''),
      gunzipSync(readFileSync(join(seed, 'releases', name)))
        .toString()
        .split('\n'),
    ]),
  )

/** The notice that should take the place of a line. */
function noticeFor(line: string, on: string): string {
  const [, start, json = ''] = /^(\{"record":"[^"]*",)"data":(.*)\}$/.exec(line) ?? []
  return `${start}"removed":${JSON.stringify({ sha256: sha256(json), on, reason: 'legal' })}}`
}

const isOf = (line: string, ...paths: string[]) =>
  paths.some(path => new RegExp(`^\\{"record":"(?:claims/)?${path}["/.]`).test(line))

t.test('a notice takes the place of a record and of each claim on it', async t => {
  const seed = seedWithout(t)
  const before = linesIn(seed)
  const counts = versions.map(version => before[version]!.filter(line => isOf(line, gone)).length)
  t.ok(counts.every(count => count > 1))
  const out = versions.map((version, i) => `${version}  ${counts[i]} lines removed`)
  t.strictSame(await removeFrom(seed, [gone]), { code: 0, out, err: [] })
  for (const version of versions) {
    const expected = before[version]!.map(line =>
      isOf(line, gone) ? noticeFor(line, '2026-12-01') : line,
    )
    t.strictSame(linesIn(seed)[version], expected, version)
  }
  t.notMatch(JSON.stringify(linesIn(seed)), 'nother private matter')
  t.match(JSON.stringify(linesIn(seed)), 'An old private matter')

  const after = linesIn(seed)
  const none = versions.map(version => `${version}  0 lines removed`)
  t.strictSame(await removeFrom(seed, [gone], '2026-12-02'), { code: 0, out: none, err: [] })
  t.strictSame(linesIn(seed), after, 'the second time')
  t.match(await removeFrom(seed, [gone, 'actions/old-secret'], '2026-12-02'), { code: 0 })
  t.notMatch(JSON.stringify(linesIn(seed)), 'private matter')
  t.match(JSON.stringify(linesIn(seed)), 'A public matter')
  t.strictSame(buildProblems(t, seed), [])
})

t.test('a removal is refused, and no file changes', async t => {
  const seed = seedWithout(t)
  const before = linesIn(seed)
  const refusals: [paths: string[], code: number, error: RegExp | string][] = [
    [[], 2, /^Usage: npm run remove -- <record>/],
    [['actions/secert'], 1, `'actions/secert' was never released; did you mean '${gone}'?`],
    [[gone, 'regions/ZZ'], 1, "'regions/ZZ' was never released"],
    [[kept], 1, `'${kept}' is not withdrawn in seed/retired.yaml with the reason 'legal'`],
    [['actions/error'], 1, "'actions/error' is not withdrawn"],
    [['actors/old-mint'], 1, "'actors/old-mint' is not withdrawn"],
    [[`claims/${gone}.date.1`], 1, `'claims/${gone}.date.1' is not withdrawn`],
    [[kept, 'actions/error'], 1, /^'actions\/secret-2' is not .*\n'actions\/error' is not .*$/],
  ]
  for (const [paths, code, error] of refusals)
    t.match(await removeFrom(seed, paths), { code, out: nothing, err: [error] }, paths.join())
  addBan(seed, 'secret', 'A private matter')
  const present = /^seed\/retired\.yaml:\d+:\d+: record: 'actions\/secret' is still there$/
  t.match(await removeFrom(seed, [gone]), { code: 1, out: nothing, err: [present] })
  t.strictSame(linesIn(seed), before)
  rmSync(join(seed, fileOf(gone)))
  t.match(await removeFrom(seed, [gone]), { code: 0 })
  t.match(await runCommand(t, 'src/bin/remove-records.ts'), { code: 2, errors: /^Usage: / })
})

t.test('a record that went for another reason may be removed later', async t => {
  const seed = seedWithout(t)
  const [error, legal] = ['"reason":"coding-error"', '"reason":"legal"']
  edit(seed, 'retired.yaml', error, legal)
  t.match(await removeFrom(seed, ['actions/error']), { code: 0, out: [/^2026\.11\.0 {2}[1-9]/] })
  t.strictSame(buildProblems(t, seed), [])
  edit(seed, 'retired.yaml', legal, error)
  const reason = "not withdrawn with the reason 'legal'"
  const [problem, ...others] = buildProblems(t, seed)
  const first = "seed/retired.yaml:1:1: 'actions/error' is removed from the release 2026.11.0, but"
  t.equal(problem, `${first} ${reason}`)
  t.ok(others.length > 0)
  for (const other of others) t.match(other, reason)
})

t.test('a notice is compared as the record that it stands for', async t => {
  const json = '{"id":"x","status":{"stage":"ended","as_of":"2026-12-01"}}'
  const notice = (text: string) =>
    ({ sha256: sha256(text), on: '2026-12-02', reason: LEGAL }) as const
  const same = notice('{"id":"x","status":{"stage":"ended"}}')
  const changesBetween = (...[before, now]: (typeof json | typeof same)[]) =>
    differences(new Map([['x', before!]]), new Map([['x', now!]])).map(({ change }) => change)
  t.strictSame(changesBetween(same, json), [])
  t.strictSame(changesBetween(json, same), [])
  t.strictSame(changesBetween(same, { ...same }), [])
  t.strictSame(changesBetween(notice('{"id":"y"}'), json), ['changed'])
  t.strictSame(changedFields(same, json), ['id', 'status'], 'no field of it is known')
})

t.test('the server offers the notices, and the hashes stay', async t => {
  const seed = seedWithout(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  await publishDataset(seed, file)
  const { get, datasets } = await testApp(t, { seed, built: file })
  const recordsOf = (version: string) => get(`/v1/exports/${version}/records.ndjson`)
  const releases = await everything(get, '/v1/releases')
  const etags = new Map<string, unknown>()
  for (const version of versions) etags.set(version, (await recordsOf(version)).headers.etag)

  t.match(await removeFrom(seed, [gone]), { code: 0 })
  const legal = (say: Parameters<typeof release>[3]) =>
    release(seed, new Date('2026-12-01'), ['coding-error'], say)
  t.match(await callCommand(legal), { code: 0, out: [/2026\.12\.0\.ndjson\.gz: \d+ removed\.$/] })
  await publishDataset(seed, file)
  await datasets.look()

  t.strictSame((await everything(get, '/v1/releases')).slice(1), releases)
  for (const version of versions) {
    const { body, headers } = await recordsOf(version)
    t.strictSame(body.split('\n'), linesIn(seed)[version]!.slice(1), version)
    t.match(body, `{"record":"${gone}","removed":{"sha256":"`)
    t.not(headers.etag, etags.get(version))
  }
  const removed = await everything(get, '/v1/changes?release=2026.12.0')
  t.ok(removed.length > 1)
  for (const change of removed)
    t.match(change, { change: 'removed', reason: 'legal', note, date: '2026-12-01' })
  const changes = await everything(get, `/v1/changes?record=${gone}&sort=date`)
  const own = changes.filter(({ record }) => record === gone)
  t.strictSame(
    own.map(({ release, change }) => [release, change]),
    [
      ['2026.11.0', 'added'],
      ['2026.11.1', 'changed'],
      ['2026.12.0', 'removed'],
    ],
  )
  assertProblem(t, await get(`/v1/${gone}/history`), 410, 'withdrawn-record')
  const { detail } = (await get(`/v1/${gone}`)).json
  t.ok(detail.endsWith(`in release 2026.12.0 (legal): ${note}`), detail)
  t.strictSame((await get(`/v1/${kept}/history`)).json.data.at(-1).change, 'added')
})

t.test('a build removes the other files of a release that lost a record', async t => {
  const seed = smallSeed(t)
  addBan(seed, 'secret', 'A private matter')
  releaseSeed(seed, '2026-11-22')
  const file = join(temporaryFolder(t), 'events.sqlite')
  await publishDataset(seed, file)
  const { get, datasets } = await testApp(t, { seed, built: file })
  const found = async (version: string, name: string) =>
    (await get(`/v1/exports/${version}/${name}`)).statusCode
  t.equal(await found('2026.11.0', 'actions.ndjson'), 200)

  rmSync(join(seed, fileOf(gone)))
  retire(seed, [withdrawal])
  await publishDataset(seed, file)
  await datasets.look()
  t.equal(await found('2026.11.0', 'actions.ndjson'), 200, 'it is only withdrawn')
  t.match((await get('/v1/exports/2026.11.0/records.ndjson')).body, 'A private matter')

  t.match(await removeFrom(seed, [gone]), { code: 0 })
  await publishDataset(seed, file)
  await datasets.look()
  t.equal(await found('2026.11.0', 'actions.ndjson'), 404)
  t.notMatch((await get('/v1/exports/2026.11.0/records.ndjson')).body, 'A private matter')
  t.equal(await found('2026.11.0-unreleased', 'actions.ndjson'), 200)
  const { body } = await get('/v1/exports/2026.11.0/records.ndjson')
  await publishDataset(seed, file)
  await datasets.look()
  t.equal((await get('/v1/exports/2026.11.0/records.ndjson')).body, body)
})
