import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import t from 'tap'
import { releaseWithReadme } from '../../src/bin/release-readme.ts'
import { freeze, release } from '../../src/bin/seed-commands.ts'
import { everything, temporaryFolder, testApp } from '../fixtures/app.ts'
import { importCommand, listen, runCommand } from '../fixtures/command.ts'
import { fates, seedWithRetired } from '../fixtures/retired.ts'
import { copySeed, edit } from '../fixtures/seed.ts'
import { addActor, releasedSeed, smallSeed } from '../fixtures/small-seed.ts'

const notice = 'actions/joint-notice-2021-09'
const noticeFile = 'actions/2021/joint-notice-2021-09.yaml'
const read = (seed: string, name: string) =>
  gunzipSync(readFileSync(join(seed, 'releases', name))).toString()
const retitle = (seed: string) => edit(seed, noticeFile, '"title":"', '"title":"Once more ')

/** Releases a seed on a day; the lines that were said, or those of the refusal. */
function releaseOn(seed: string, day: string, ...args: string[]) {
  const { out, err, say } = listen()
  return { code: release(seed, new Date(day), args, say), out, err }
}

t.test('a release is numbered by its month, and served as released', async t => {
  const seed = releasedSeed(t)
  const days: [day: string, version: string][] = [
    ['2031-01-05', '2031.01.0'],
    ['2031-01-05', '2031.01.1'],
    ['2031-01-20', '2031.01.2'],
    ['2031-02-01', '2031.02.0'],
  ]
  for (const [day, version] of days) {
    retitle(seed)
    const said = `Wrote seed/releases/${version}.ndjson.gz: 1 changed.`
    t.strictSame(releaseOn(seed, day, 'coding-error'), { code: 0, out: [said], err: [] })
  }
  const { get } = await testApp(t, { seed })
  t.match((await get('/v1')).json.data.release, { version: '2031.02.0', date: '2031-02-01' })
  const since = await everything(get, '/v1/changes?since=2031.01.0')
  t.match(
    since,
    days
      .slice(1)
      .map(([date, release]) => ({ date, release, record: notice }))
      .reverse(),
  )
  t.match(since[0], { change: 'changed', fields: ['title'], reason: 'coding-error' })
  const inJanuary = await everything(get, '/v1/changes?from=2031-01&to=2031-01-19')
  t.same(
    inJanuary.map(change => change.release),
    ['2031.01.1', '2031.01.0'],
  )
  const sinceDays: [since: string, versions: string[]][] = [
    ['2031-01-20', ['2031.02.0', '2031.01.2']],
    ['2031-01-21', ['2031.02.0']],
    ['2031-02', ['2031.02.0']],
    ['2031', ['2031.02.0', '2031.01.2', '2031.01.1', '2031.01.0']],
    ['2031-02-02', []],
  ]
  for (const [day, versions] of sinceDays) {
    const { data } = (await get(`/v1/changes?since=${day}`)).json
    t.same(
      data.map((change: { release: string }) => change.release),
      versions,
      day,
    )
    const changed = (await get(`/v1/actions?changed_since=${day}&fields=id`)).json.meta.total
    t.equal(changed, versions.length === 0 ? 0 : 1, day)
  }
  const history = (await get(`/v1/${notice}/history`)).json.data
  t.same(
    history.slice(0, 4).map((change: { release: string }) => change.release),
    days.map(([, version]) => version).reverse(),
  )
})

t.test('the command updates the answers of the page that shows the newest release', async t => {
  const seed = releasedSeed(t)
  const page = join(temporaryFolder(t), 'README.md')
  const url = 'http://127.0.0.1:3000/v1/changes?limit=1&fields=record,reason'
  const text = (answer: string) =>
    `# Title\n\n\`\`\`sh\ncurl '${url}'\n\`\`\`\n\n\`\`\`json data[0]\n${answer}\n\`\`\`\n\nMore.\n`
  writeFileSync(page, text('{}'))
  const run = async () => {
    const { out, err, say } = listen()
    const args = ['coding-error']
    return {
      code: await releaseWithReadme(seed, page, new Date('2031-01-05'), args, say),
      out,
      err,
    }
  }
  t.match(await run(), { code: 1, out: ['Nothing has changed since the last release.'] })
  t.equal(readFileSync(page, 'utf8'), text('{}'))
  retitle(seed)
  const said = ['Wrote seed/releases/2031.01.0.ndjson.gz: 1 changed.', /^Updated the answers in /]
  t.match(await run(), { code: 0, out: said, err: [] })
  t.equal(readFileSync(page, 'utf8'), text(`{"record": "${notice}", "reason": "coding-error"}`))

  edit(seed, noticeFile, '"title":"', '"title":"Again ')
  const releases = readdirSync(join(seed, 'releases'))
  rmSync(page)
  await t.rejects(run(), { code: 'ENOENT' })
  t.strictSame(readdirSync(join(seed, 'releases')), releases, 'it can be tried again')
})

t.test('a released record may contain any character', async t => {
  const seed = releasedSeed(t)
  edit(seed, noticeFile, '"title":"', '"title":"Line\u2028paragraph\u2029 ')
  t.equal(releaseOn(seed, '2031-01-05', 'coding-error').code, 0)
  const { get } = await testApp(t, { seed })
  t.match((await get(`/v1/${notice}`)).json, {
    data: { title: /^Line\u2028paragraph\u2029 / },
    meta: { release: '2031.01.0' },
  })
})

t.test('the frozen dataset takes over files, and keeps the names of its releases', async t => {
  const [live, frozen] = [releasedSeed(t), releasedSeed(t)]
  const { out, say } = listen()
  retitle(live)
  addActor(live, 'agency', 'mint', 'The New Mint')
  t.equal(freeze(live, frozen, [noticeFile], say), 0)
  t.strictSame(out, ['1 files copied, 0 removed, 2026.11.0 released again.'])
  t.strictSame(readdirSync(join(frozen, 'releases')), readdirSync(join(live, 'releases')))
  const { get } = await testApp(t, { seed: frozen })
  t.match((await get('/v1')).json.meta, { release: '2026.11.0' })
  t.match((await get(`/v1/${notice}`)).json.data, { title: /^Once more / })
  t.match((await get('/v1/actors/mint')).json.data, { name: 'The Mint' })
  t.equal(freeze(live, frozen, [], say), 0)
  const again = await testApp(t, { seed: frozen })
  t.match((await again.get('/v1/actors/mint')).json.data, { name: 'The New Mint' })
})

t.test(
  'what the seed no longer has is frozen no longer, unless nothing is left to release',
  async t => {
    const [live, frozen] = [releasedSeed(t), releasedSeed(t)]
    const { out, err, say } = listen()
    addActor(frozen, 'agency', 'old-mint', 'The Old Mint')
    t.equal(freeze(live, frozen, [], say), 0)
    t.match(out, [/^\d+ files copied, 1 removed, 2026\.11\.0 released again\.$/])
    t.strictSame(readdirSync(join(frozen, 'actors')), readdirSync(join(live, 'actors')))
    retitle(frozen)
    releaseOn(frozen, '2026-11-23', 'coding-error')
    const before = readdirSync(join(frozen, 'releases'))
    t.equal(freeze(live, frozen, [], say), 1)
    t.match(err, [/nothing would differ from the release before 2026\.11\.1/])
    t.strictSame(readdirSync(join(frozen, 'releases')), before)
  },
)

t.test('the frozen dataset keeps its releases if a copied file is not fit', async t => {
  const [live, frozen] = [releasedSeed(t), releasedSeed(t)]
  const { err, say } = listen()
  edit(live, noticeFile, '"type":"ban"', '"type":"bann"')
  const before = readdirSync(join(frozen, 'releases'))
  t.equal(freeze(live, frozen, [noticeFile], say), 1)
  t.match(err, [/'bann' is not one of /])
  t.strictSame(readdirSync(join(frozen, 'releases')), before)
})

t.test('the command of the frozen dataset tells what is missing', async t => {
  const ended = await importCommand(t, 'src/bin/freeze.ts', ['actors/no-such-actor.yaml'])
  t.match(ended, { code: 1, errors: /seed has no actors\/no-such-actor\.yaml/ })
})

t.test('the changes of a record that is named have a reason of their own', async t => {
  const seed = copySeed(t)
  edit(seed, noticeFile, 'title: ', 'title: Once more ')
  edit(
    seed,
    'actors/federal-reserve.yaml',
    'document: federal-reserve-about',
    'document: xino-federal-reserve',
  )
  edit(
    seed,
    'actors/caixin.yaml',
    'Media, document: wikipedia-caixin',
    'Media, document: sec-alibaba-2023',
  )
  const [region, name] = ['actors/federal-reserve.region.1', 'actors/caixin.names/Caixin Media.1']
  const named = ['actors/federal-reserve=new-evidence', `claims/${name}=coding-error`]
  t.equal(releaseOn(seed, '2031-01-05', 'source-changed', ...named).code, 0)
  const { get } = await testApp(t, { seed })
  const changes = await everything(get, '/v1/changes?release=2031.01.0&sort=date')
  t.match(changes, [
    { record: notice, reason: 'source-changed' },
    { record: `claims/${name}`, reason: 'coding-error' },
    { record: `claims/${region}`, reason: 'new-evidence' },
  ])
  t.equal(changes.length, 3)
})

t.test('what is no release is refused, and nothing is written', async t => {
  const seed = releasedSeed(t)
  const before = readdirSync(join(seed, 'releases'))
  const nothing = { code: 1, out: ['Nothing has changed since the last release.'], err: [] }
  t.strictSame(releaseOn(seed, '2031-01-05', 'coding-error'), nothing)
  retitle(seed)
  for (const args of [
    [],
    ['coding'],
    ['merge', `${notice}=merged`],
    ['merge', notice],
    ['merge', `${notice}=merge=merge`],
    ['merge', `${notice}=merge`, `${notice}=split`],
  ])
    t.match(releaseOn(seed, '2031-01-05', ...args), { code: 2, err: [/^Usage: npm run release/] })
  const others: [day: string, named: string, says: string][] = [
    ['2031-01-05', 'actors/huobi=merge', "'actors/huobi' has not changed"],
    ['2031-01-05', `${notice}x=merge`, `has not changed; did you mean '${notice}'?`],
    ['2026-11-21', `${notice}=merge`, '2026-11-21T00:00:00Z is before 2026-11-22T'],
  ]
  for (const [day, named, says] of others)
    t.match(releaseOn(seed, day, 'merge', named), { code: 1, out: [], err: [says] })
  t.strictSame(readdirSync(join(seed, 'releases')), before)
  t.equal(releaseOn(seed, '2031-01-05', 'merge', `${notice}=merge`).code, 0)
  const { errors, code } = await runCommand(t, 'src/bin/release-dataset.ts')
  t.match({ code, errors }, { code: 2, errors: /^Usage: / })
})

t.test('a release file has the same line for a record that has not changed', async t => {
  const seed = releasedSeed(t)
  const last = '2026.11.0.ndjson.gz'
  const before = read(seed, last)
  retitle(seed)
  releaseOn(seed, '2031-01-05', 'coding-error')
  const written = read(seed, '2031.01.0.ndjson.gz')
  const lines = (text: string) => text.split('\n').slice(1)
  const fresh = lines(written).filter(line => !lines(before).includes(line))
  t.match(fresh, [new RegExp(`^{"record":"${notice}","data":{`)])
  t.equal(fresh.length, 1)
  t.equal(lines(written).length, lines(before).length)
  t.equal(read(seed, last), before)
  rmSync(join(seed, 'releases/2031.01.0.ndjson.gz'))
  releaseOn(seed, '2031-01-05', 'coding-error')
  t.equal(read(seed, '2031.01.0.ndjson.gz'), written)
})

t.test('a seed without releases is served as unreleased, and gets its first one', async t => {
  const seed = smallSeed(t)
  const { get } = await testApp(t, { seed })
  const { json, headers } = await get('/v1')
  t.match(json, { data: { release: { version: 'unreleased', date: null } } })
  t.notOk('last-modified' in headers)
  t.equal(headers['x-dataset-release'], 'unreleased')
  const { citation } = (await get(`/v1/${notice}`)).json.meta
  t.match(citation.text, /, release unreleased\. /)
  t.notOk('issued' in citation.csl_json)
  for (const path of ['releases', 'changes', `${notice}/history`])
    t.strictSame((await get(`/v1/${path}`)).json.data, [], path)
  const since = await get('/v1/actions?changed_since=2026.11.0')
  t.match(since.json.errors, [{ parameter: 'changed_since', allowed: ['beginning'] }])
  const { out } = releaseOn(seed, '2031-01-05', 'new-evidence')
  t.match(out, [/2031\.01\.0\.ndjson\.gz: \d+ added\.$/])
  const first = await testApp(t, { seed })
  t.equal((await first.get('/v1')).json.meta.release, '2031.01.0')
  const total = async (query: string) =>
    (await first.get(`/v1/changes?limit=1&${query}`)).json.meta.total
  t.equal(await total('reason=vocabulary'), (await get('/v1/vocabulary?limit=1')).json.meta.total)
  t.equal(await total('reason=vocabulary,new-evidence'), await total('change=added'))
})

t.test('what was retired keeps its reason, and the release that retired it', async t => {
  const seed = seedWithRetired(t)
  const [gone] = fates.filter(({ into }) => into === undefined)
  const named = releaseOn(seed, '2031-01-05', 'vocabulary', `${gone?.record}=merge`)
  t.match(named, { code: 1, err: [`'${gone?.record}' has its reason in seed/retired.yaml`] })
  t.equal(releaseOn(seed, '2031-01-05', 'vocabulary').code, 0)
  edit(seed, noticeFile, 'title: ', 'title: Once more ')
  t.equal(releaseOn(seed, '2031-02-05', 'coding-error').code, 0)
  const { get } = await testApp(t, { seed })
  for (const { record, reason, note } of fates.filter(({ into }) => into === undefined)) {
    const { json } = await get(`/v1/${record}`)
    t.ok(json.detail.endsWith(`in release 2031.01.0 (${reason}): ${note}`), json.detail)
    const id = encodeURIComponent(`2031.01.0/${record}`)
    t.match((await get(`/v1/changes/${id}`)).json.data, { change: 'removed', reason, note })
  }
})

t.test('a later release does not change what became of an id', async t => {
  const seed = seedWithRetired(t)
  t.equal(releaseOn(seed, '2031-01-05', 'vocabulary').code, 0)
  edit(seed, 'retired.yaml', '"actors/biki","reason":"merge"', '"actors/okex","reason":"split"')
  const { code, err } = releaseOn(seed, '2031-02-05', 'vocabulary')
  t.equal(code, 1)
  t.match(err[0], /retired\.yaml:\d+:\d+: into: was 'actors\/biki' in the release 2031\.01\.0$/m)
  t.match(err[0], /retired\.yaml:\d+:\d+: reason: was 'merge' in the release 2031\.01\.0$/m)
})

t.test('an id that a release has removed does not come back', async t => {
  const seed = seedWithRetired(t)
  t.equal(releaseOn(seed, '2031-01-05', 'vocabulary').code, 0)
  const [gone] = fates.filter(({ record }) => record === 'documents/federal-reserve-about')
  edit(seed, 'retired.yaml', `- ${JSON.stringify(gone)}\n`, '')
  const lost = releaseOn(seed, '2031-02-05', 'vocabulary')
  t.match(lost.err, [/'documents\/federal-reserve-about' of the release 2026\.11\.1 is gone/])
  const [old, reused] = ['xino-federal-reserve', 'federal-reserve-about']
  renameSync(join(seed, `documents/${old}.yaml`), join(seed, `documents/${reused}.yaml`))
  edit(seed, `documents/${reused}.yaml`, `id: ${old}\n`, `id: ${reused}\n`)
  const back = releaseOn(seed, '2031-02-05', 'vocabulary')
  t.equal(back.code, 1)
  t.match(back.err[0], /'documents\/federal-reserve-about' is gone since the release 2031\.01\.0/)
})

t.test('a release gives new tags and ends cursors, though no record differs', async t => {
  const seed = releasedSeed(t)
  retitle(seed)
  const before = await testApp(t, { seed })
  t.equal(releaseOn(seed, '2031-01-05', 'coding-error').code, 0)
  const after = await testApp(t, { seed })
  t.equal(after.datasets.dataset.release.hash, before.datasets.dataset.release.hash)
  for (const path of ['', '/actions', '/changes', '/releases', `/${notice}/history`]) {
    const { headers } = await before.get(`/v1${path}`)
    const held = { 'if-none-match': String(headers.etag) }
    t.equal((await before.get(`/v1${path}`, held)).statusCode, 304, path)
    t.equal((await after.get(`/v1${path}`, held)).statusCode, 200, path)
  }
  const { next_url } = (await before.get('/v1/changes?limit=1')).json.meta
  t.equal((await before.get(next_url)).statusCode, 200)
  t.match((await after.get(next_url)).json.errors, [
    { parameter: 'cursor', message: /of another release/ },
  ])
})
