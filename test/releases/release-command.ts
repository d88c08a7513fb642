import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { releaseWithReadme } from '../../src/bin/release-readme.ts'
import { release } from '../../src/bin/seed-commands.ts'
import { everything, temporaryFolder, testApp } from '../fixtures/app.ts'
import { callCommand, nothing, runCommand } from '../fixtures/command.ts'
import { stated, writeDraft } from '../fixtures/drafts.ts'
import { seedWithRetired, withdrawn } from '../fixtures/retired.ts'
import { addRecord, edit, leanSeed } from '../fixtures/seed.ts'
import { noticeFile, releasedSeed, releasesIn, retitle, smallSeed } from '../fixtures/small-seed.ts'

const notice = 'actions/joint-notice-2021-09'
const read = (path: string) => readFileSync(path, 'utf8')

const releaseOn = (seed: string, day: string, ...args: string[]) =>
  callCommand(say => release(seed, new Date(day), args, say))

t.test('a release is numbered by its month, and its changes are found by day', async t => {
  const seed = releasedSeed(t)
  const days: [day: string, version: string][] = [
    ['2031-01-05', '2031.01.0'],
    ['2031-01-05', '2031.01.1'],
    ['2031-01-20', '2031.01.2'],
    ['2031-02-01', '2031.02.0'],
  ]
  for (const [day, version] of days) {
    retitle(seed)
    const out = [`Wrote seed/releases/${version}.ndjson.gz: 1 changed.`]
    t.strictSame(await releaseOn(seed, day, 'coding-error'), { code: 0, out, err: [] })
  }
  const { get } = await testApp(t, { seed })
  t.match((await get('/v1')).json.data.release, { version: '2031.02.0', date: '2031-02-01' })
  t.match((await get(`/v1/${notice}`)).json.data.title, /^Once\u2028more\u2029 /)
  const [change] = (await get('/v1/changes')).json.data
  const expected = { record: notice, change: 'changed', fields: ['title'], reason: 'coding-error' }
  t.match(change, { ...expected, date: '2031-02-01' })

  const versionsIn = async (path: string): Promise<string[]> =>
    (await get(path)).json.data.map(({ release }: { release: string }) => release)
  const newestFirst = days.map(([, version]) => version).reverse()
  const since: [since: string, count: number][] = [
    ['2031.01.0', 3],
    ['2031-01-20', 2],
    ['2031-01-21', 1],
    ['2031-02', 1],
    ['2031', 4],
    ['2031-02-02', 0],
  ]
  for (const [value, count] of since) {
    const found = await versionsIn(`/v1/changes?since=${value}`)
    t.strictSame(found, newestFirst.slice(0, count), value)
    const { json } = await get(`/v1/actions?changed_since=${value}`)
    t.equal(json.meta.total, Math.min(count, 1), value)
  }
  const inJanuary = await versionsIn('/v1/changes?from=2031-01&to=2031-01-19')
  t.strictSame(inJanuary, ['2031.01.1', '2031.01.0'])
  t.strictSame((await versionsIn(`/v1/${notice}/history`)).slice(0, 4), newestFirst)
})

t.test(
  'a release updates CITATION.cff and the answers in the README, and is undone if that fails',
  async t => {
    const seed = releasedSeed(t)
    const page = join(temporaryFolder(t), 'README.md')
    const url = 'http://127.0.0.1:3000/v1/changes?limit=1&fields=record,reason'
    const text = (answer: string) =>
      `# Title\n\n\`\`\`sh\ncurl '${url}'\n\`\`\`\n\n\`\`\`json data[0]\n${answer}\n\`\`\`\n\nMore.\n`
    writeFileSync(page, text('{}'))
    const run = () =>
      callCommand(say => releaseWithReadme(seed, page, new Date('2031-01-05'), ['merge'], say))
    t.match(await run(), { code: 1, out: ['Nothing has changed since the last release.'] })
    t.equal(read(page), text('{}'))
    retitle(seed)
    t.match(await run(), { code: 0, out: [/^Wrote /, /^Updated the answers in /], err: nothing })
    t.equal(read(page), text(`{"record": "${notice}", "reason": "merge"}`))
    const citation = read(join(dirname(page), 'CITATION.cff'))
    t.match(citation, /^version: 2031\.01\.0$/m)
    t.match(citation, /^date-released: 2031-01-05$/m)

    retitle(seed)
    const releases = releasesIn(seed)
    rmSync(page)
    await t.rejects(run(), { code: 'ENOENT' })
    t.strictSame(releasesIn(seed), releases)
  },
)

t.test('a named record and the claims on it have a reason of their own', async t => {
  const seed = releasedSeed(t)
  retitle(seed)
  for (const id of ['huobi', 'mint']) edit(seed, `actors/${id}.yaml`, '"p1"', '"p1","note":"x"')
  const [huobi, mint] = ['claims/actors/huobi.names/Huobi.1', 'claims/actors/mint.names/The Mint.1']
  const named = ['actors/mint=new-evidence', `${huobi}=coding-error`]
  t.match(await releaseOn(seed, '2031-01-05', 'source-changed', ...named), { code: 0 })
  const { get } = await testApp(t, { seed })
  const { data } = (await get('/v1/changes?release=2031.01.0&sort=date&fields=record,reason')).json
  t.same(data, [
    { record: notice, reason: 'source-changed' },
    { record: huobi, reason: 'coding-error' },
    { record: mint, reason: 'new-evidence' },
  ])
})

t.test('a refused release writes nothing', async t => {
  const seed = releasedSeed(t)
  const before = releasesIn(seed)
  const unchanged = { code: 1, out: ['Nothing has changed since the last release.'], err: [] }
  t.strictSame(await releaseOn(seed, '2031-01-05', 'coding-error'), unchanged)
  retitle(seed)
  const usage = /^Usage: npm run release/
  const refusals: [args: string, code: number, error: RegExp | string, day?: string][] = [
    ['', 2, usage],
    ['coding', 2, usage],
    [`merge ${notice}=merged`, 2, usage],
    [`merge ${notice}`, 2, usage],
    [`merge ${notice}=merge=merge`, 2, usage],
    [`merge ${notice}=merge ${notice}=split`, 2, usage],
    ['merge actors/huobi=merge', 1, "'actors/huobi' has not changed"],
    [`merge ${notice}x=merge`, 1, `has not changed; did you mean '${notice}'?`],
    ['merge', 1, '2026-11-21T00:00:00Z is before 2026-11-22T', '2026-11-21'],
  ]
  for (const [args, code, error, day = '2031-01-05'] of refusals) {
    const refused = await releaseOn(seed, day, ...args.split(' '))
    t.match(refused, { code, out: nothing, err: [error] }, args)
  }
  t.strictSame(releasesIn(seed), before)
  t.match(await releaseOn(seed, '2031-01-05', 'merge', `${notice}=merge`), { code: 0 })
  const ended = await runCommand(t, 'src/bin/release-dataset.ts')
  t.match(ended, { code: 2, errors: /^Usage: / })
})

t.test('release files have the same line for a record that has not changed', async t => {
  const seed = releasedSeed(t)
  const bytesOf = (version: string) => readFileSync(join(seed, `releases/${version}.ndjson.gz`))
  const linesOf = (version: string) => gunzipSync(bytesOf(version)).toString().split('\n')
  const before = linesOf('2026.11.0')
  retitle(seed)
  await releaseOn(seed, '2031-01-05', 'coding-error')
  const written = linesOf('2031.01.0')
  const changed = written.slice(1).filter(line => !before.includes(line))
  t.match(changed, [new RegExp(`^{"record":"${notice}","data":{`)])
  t.equal(changed.length, 1)
  t.equal(written.length, before.length)
  t.strictSame(linesOf('2026.11.0'), before)
  rmSync(join(seed, 'releases/2031.01.0.ndjson.gz'))
  await releaseOn(seed, '2031-01-05', 'coding-error')
  t.strictSame(linesOf('2031.01.0'), written, 'the same release again')
})

t.test('a seed without releases is served as unreleased until its first one', async t => {
  const seed = smallSeed(t)
  const { get } = await testApp(t, { seed })
  const { json, headers } = await get('/v1')
  t.match(json, { data: { release: { version: 'unreleased', date: null } } })
  t.notOk('last-modified' in headers)
  t.equal(headers['x-dataset-release'], 'unreleased')
  const { citation } = (await get(`/v1/${notice}?include=citation`)).json.data
  t.match(citation.text, /, release unreleased\. /)
  t.notOk('issued' in citation.csl_json)
  for (const path of ['releases', 'changes', `${notice}/history`])
    t.strictSame((await get(`/v1/${path}`)).json.data, [], path)
  const since = await get('/v1/actions?changed_since=2026.11.0')
  t.match(since.json.errors, [{ parameter: 'changed_since', allowed: ['beginning'] }])

  const { out } = await releaseOn(seed, '2031-01-05', 'new-evidence')
  t.match(out, [/2031\.01\.0\.ndjson\.gz: \d+ added\.$/])
  const first = await testApp(t, { seed })
  const metaOf = async (path: string) => (await first.get(path)).json.meta
  const totalOf = async (query: string) => (await metaOf(`/v1/changes?limit=1&${query}`)).total
  t.equal((await metaOf('/v1')).release, '2031.01.0')
  t.equal(await totalOf('reason=vocabulary'), (await metaOf('/v1/vocabulary?limit=1')).total)
  t.equal(await totalOf('reason=vocabulary,new-evidence'), await totalOf('change=added'))
})

t.test('releases keep the fate of retired records, and their ids are not used again', async t => {
  const seed = seedWithRetired(t)
  const [gone] = withdrawn.map(({ record }) => record)
  const named = await releaseOn(seed, '2031-01-05', 'vocabulary', `${gone}=merge`)
  t.match(named, { code: 1, err: [`'${gone}' has its reason in seed/retired.yaml`] })
  t.match(await releaseOn(seed, '2031-01-05', 'vocabulary'), { code: 0 })
  edit(seed, noticeFile, 'title: ', 'title: Once more ')
  t.match(await releaseOn(seed, '2031-02-05', 'coding-error'), { code: 0 })
  const { get } = await testApp(t, { seed })
  for (const { record, reason, note } of withdrawn) {
    const { detail } = (await get(`/v1/${record}`)).json
    t.ok(detail.endsWith(`in release 2031.01.0 (${reason}): ${note}`), detail)
    const id = encodeURIComponent(`2031.01.0/${record}`)
    t.match((await get(`/v1/changes/${id}`)).json.data, { change: 'removed', reason, note })
  }

  const refused = async (...reasons: RegExp[]) => {
    const { code, err } = await releaseOn(seed, '2031-03-05', 'vocabulary')
    t.equal(code, 1)
    for (const reason of reasons) t.match(err[0], reason)
  }
  const [biki, okex] = ['"actors/biki","reason":"merge"', '"actors/okex","reason":"split"']
  edit(seed, 'retired.yaml', biki, okex)
  await refused(
    /retired\.yaml:\d+:\d+: into: was 'actors\/biki' in the release 2031\.01\.0$/m,
    /retired\.yaml:\d+:\d+: reason: was 'merge' in the release 2031\.01\.0$/m,
  )
  edit(seed, 'retired.yaml', okex, biki)
  edit(seed, 'retired.yaml', `- ${JSON.stringify(withdrawn.at(-1))}\n`, '')
  await refused(/'documents\/federal-reserve-about' of the release 2026\.11\.1 is gone/)
  const [old, reused] = ['xino-federal-reserve', 'federal-reserve-about']
  renameSync(join(seed, `documents/${old}.yaml`), join(seed, `documents/${reused}.yaml`))
  edit(seed, `documents/${reused}.yaml`, `id: ${old}\n`, `id: ${reused}\n`)
  await refused(/'documents\/federal-reserve-about' is gone since the release 2031\.01\.0/)
})

t.test('a release gives new tags, even if no record differs', async t => {
  const seed = releasedSeed(t)
  retitle(seed)
  const before = await testApp(t, { seed })
  await releaseOn(seed, '2031-01-05', 'coding-error')
  const after = await testApp(t, { seed })
  t.equal(after.datasets.dataset.meta.release.hash, before.datasets.dataset.meta.release.hash)
  for (const path of ['', '/actions', '/changes', '/releases', `/${notice}/history`]) {
    const { headers } = await before.get(`/v1${path}`)
    const { statusCode } = await after.get(`/v1${path}`, { 'if-none-match': String(headers.etag) })
    t.equal(statusCode, 200, path)
  }
})

/** A seed with a rule that is proposed in 2030 and applies from 2031. */
function seedWithRule(t: Test): string {
  const seed = leanSeed(t)
  addRecord(seed, 'rules', {
    ...{ id: 'a-rule', kind: 'law', title: 'A rule of a test' },
    regions: [{ code: 'CN', role: 'jurisdiction' }],
    claims: [{ field: 'regions/CN/jurisdiction', document: 'invented-book', passage: 'p1' }],
  })
  const steps = [
    ['proposed', '2030-01-01'],
    ['applies', '2031-01-01'],
  ] as const
  for (const [stage, day] of steps) {
    const draft = { id: stage, title: `A rule is ${stage}`, year: day.slice(0, 4), type: 'rule' }
    writeDraft(seed, { ...draft, date: stated(day), parts: [`matters/a-rule/${stage}`] })
  }
  return seed
}

t.test('a day that comes moves the rule of its step, and nothing else', async t => {
  const seed = seedWithRule(t)
  t.match(await releaseOn(seed, '2030-12-31', 'new-evidence'), { code: 0 })
  const before = await testApp(t, { seed })
  const rule = (await before.get('/v1/rules/a-rule')).json.data
  t.match(rule, { status: { stage: 'proposed' }, next: [{ action: 'applies' }] })

  t.match(await releaseOn(seed, '2031-01-02', 'coding-error'), { code: 0 })
  const { get } = await testApp(t, { seed })
  t.equal((await get('/v1')).json.data.release.version, '2031.01.0')
  const { status, next } = (await get('/v1/rules/a-rule')).json.data
  t.match(status, { stage: 'applies', since: { edtf: '2031-01-01' }, as_of: '2031-01-02' })
  t.strictSame(next, [])
  t.match(await everything(get, '/v1/changes?release=2031.01.0'), [
    { record: 'rules/a-rule', fields: ['next', 'status'], reason: 'date-reached' },
  ])
  t.match(await releaseOn(seed, '2031-01-03', 'coding-error'), { code: 1, out: [/^Nothing/] })
})
