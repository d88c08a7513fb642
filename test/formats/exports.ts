import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import t from 'tap'
import { refreshExports } from '../../src/bin/refresh.ts'
import { buildDataset } from '../../src/build/build.ts'
import { writeExports } from '../../src/build/exports/write.ts'
import { exportsFolder } from '../../src/dataset/released.ts'
import { sha256 as hashOf } from '../../src/model/hash.ts'
import { assertProblem, buildFor, testApp } from '../fixtures/app.ts'
import { callCommand, nothing } from '../fixtures/command.ts'
import { edit } from '../fixtures/seed.ts'
import { releasedSeed } from '../fixtures/small-seed.ts'

type Listed = { name: string; release: string; url: string; bytes: number; sha256: string }

const { app, get, file } = await testApp(t, { exported: true })
const { data, meta } = (await get('/v1/exports')).json
const listed: Listed[] = data
const version: string = meta.release
const fileOf = (name: string) => listed.find(file => file.name === name) as Listed
const claims = fileOf('claims.csv')

const identity = (bytes: Buffer) => bytes
const decoders = { identity, br: brotliDecompressSync, gzip: gunzipSync }

/** Programs read these in parts, so they are never coded. */
const isBinary = (name: string) => /\.(?:parquet|sqlite)$/.test(name)

t.test('every listed file has its length and hash, a text in each coding', async t => {
  t.ok(listed.length > 40)
  for (const { url, bytes, sha256, name } of listed)
    for (const [coding, decode] of Object.entries(decoders)) {
      const headers = { 'accept-encoding': coding }
      const { statusCode, rawPayload, headers: sent } = await app.inject({ url, headers })
      t.equal(statusCode, 200, name)
      const isPlain = coding === 'identity' || isBinary(name)
      t.equal(hashOf(isPlain ? rawPayload : decode(rawPayload)), sha256, name)
      if (isPlain) t.equal(rawPayload.length, bytes)
      const expected = {
        'cache-control': 'public, max-age=31536000, immutable',
        'accept-ranges': 'bytes',
        'x-dataset-release': version,
        'content-disposition': `attachment; filename="${name}"`,
        link: /rel="license"/,
        etag: isPlain ? `"${sha256}"` : `"${sha256}-${coding}"`,
        'content-encoding': isPlain ? undefined : coding,
        'content-length': String(rawPayload.length),
        'repr-digest': `sha-256=:${Buffer.from(hashOf(rawPayload), 'hex').toString('base64')}:`,
      }
      t.match(sent, expected)
    }
  t.same((await app.inject(fileOf('events.sqlite').url)).rawPayload, fs.readFileSync(file))
})

t.test('an interrupted download resumes, but never with another file', async t => {
  const { url, bytes, sha256 } = claims
  const plain = (await get(url)).rawPayload
  const br = { 'accept-encoding': 'br' }
  const packed = await get(url, br)
  const tag = String(packed.headers.etag)
  const resumed: [headers: Record<string, string>, whole: Buffer, from: number][] = [
    [{ range: 'bytes=1000-' }, plain, 1_000],
    [{ range: 'bytes=1000-', 'if-range': `"${sha256}"` }, plain, 1_000],
    [{ range: 'bytes=100-', 'if-range': `"${sha256}"`, ...br }, plain, 100],
    [{ range: 'bytes=-10' }, plain, bytes - 10],
    [{ range: `bytes=${bytes - 1}-` }, plain, bytes - 1],
  ]
  for (const [headers, whole, from] of resumed) {
    const rest = await get(url, headers)
    t.equal(rest.statusCode, 206)
    t.equal(rest.headers['content-range'], `bytes ${from}-${whole.length - 1}/${whole.length}`)
    t.same(rest.rawPayload, whole.subarray(from))
  }
  const others = [`"${'0'.repeat(64)}"`, tag, 'Sun, 22 Nov 2026 00:00:00 GMT']
  const restarted: Record<string, string>[] = [
    ...others.map(other => ({ range: 'bytes=100-', 'if-range': other })),
    { range: 'lines=1-2' },
    { range: 'bytes=5-2' },
    { range: 'bytes=a-b' },
    { range: 'bytes=' },
    { range: 'bytes=0x1-2' },
    { range: 'bytes=1-1x' },
    { range: 'bytes=0-1,5-2' },
  ]
  for (const headers of restarted) {
    const whole = await get(url, { ...headers, ...br })
    t.equal(whole.statusCode, 200, JSON.stringify(headers))
    t.same(whole.rawPayload, plain)
  }
  const behind = await get(url, { range: `bytes=${bytes}-` })
  assertProblem(t, behind, 416, 'range-not-satisfiable')
  t.equal(behind.headers['content-range'], `bytes */${bytes}`)
})

t.test('a 304 has the tag that the client sent, and no length', async t => {
  const { url, sha256 } = claims
  const etag = `"${sha256}-gzip"`
  const sent = { 'if-none-match': etag, 'accept-encoding': 'br' }
  const expected = { statusCode: 304, body: '', headers: { etag, 'content-length': undefined } }
  t.match(await get(url, sent), expected)
  t.match(await app.inject({ method: 'HEAD', url, headers: sent }), expected)
})

t.test('a table links to its description', async t => {
  const described = /<csv-metadata\.json>; rel="describedby"; type="application\/csvm\+json"/
  t.match((await get(claims.url)).headers.link, described)
  t.ok(fileOf('csv-metadata.json'))
  t.notMatch((await get(fileOf('claims.parquet').url)).headers.link, described)
})

t.test('an unknown file or release is refused with the nearest', async t => {
  const cases: [path: string, parameter: string, nearest: string][] = [
    [`${version}/action.csv`, 'file', 'actions.csv'],
    ['latest/action.csv', 'file', 'actions.csv'],
    ['2026.11.9/actions.csv', 'release', version],
  ]
  for (const [path, parameter, nearest] of cases) {
    const answer = await get(`/v1/exports/${path}`)
    assertProblem(t, answer, 404, 'unknown-record')
    t.match(answer.json.errors, [{ parameter, did_you_mean: [nearest] }], path)
  }
  for (const name of ['..%2Fmanifest.json', 'manifest.json', 'actions.csv.br'])
    assertProblem(t, await get(`/v1/exports/${version}/${name}`), 404, 'unknown-record')
  const location = `/v1/exports/${version}/actions.csv`
  t.match(await get('/v1/exports/latest/actions.csv'), { statusCode: 307, headers: { location } })
})

/** Ways in which a file can differ from what the manifest says. */
const damages: [what: string, damage: (path: string) => void][] = [
  ['a flipped bit', path => flip(path)],
  ['half of it', path => fs.truncateSync(path, fs.statSync(path).size >> 1)],
  [
    'another file of its length',
    path => fs.writeFileSync(path, 'x'.repeat(fs.statSync(path).size)),
  ],
  ['no file', path => fs.rmSync(path)],
  ['a folder', path => [fs.rmSync(path), fs.mkdirSync(path)]],
  [
    'a link to the right file',
    path => [fs.renameSync(path, `${path}~`), fs.symlinkSync(`${path}~`, path)],
  ],
]

/** Flips a bit in the middle of a file. */
function flip(path: string) {
  const bytes = fs.readFileSync(path)
  const middle = bytes.length >> 1
  bytes[middle] = bytes[middle]! ^ 1
  fs.writeFileSync(path, bytes)
}

/** Every damage of one file, and one damage of a coded and of a large file: writing them again takes long. */
const damaged = [
  ...damages.map(damage => ['actions.csv', 'identity', '', ...damage] as const),
  ['actions.csv', 'br', '.br', ...damages[0]!] as const,
  ['events.sqlite', 'identity', '', ...damages[0]!] as const,
]

t.test('a damaged file is never sent, and is written again', async t => {
  const { get, ask, file, datasets } = await testApp(t, { seed: releasedSeed(t), exported: true })
  const { version } = datasets.dataset.meta.release
  const folder = join(exportsFolder(file), version)
  for (const [name, coding, suffix, what, damage] of damaged) {
    const [url, headers] = [`/v1/exports/${version}/${name}`, { 'accept-encoding': coding }]
    const path = join(folder, name + suffix)
    const intact = await get(url, headers)
    t.equal(intact.statusCode, 200, `${what}: ${path}`)
    damage(path)
    const refused = await get(url, headers)
    assertProblem(t, refused, 503, 'overloaded')
    for (const header of ['content-encoding', 'repr-digest', 'content-disposition'])
      t.equal(refused.headers[header], undefined, header)
    if (suffix === '') t.equal((await ask({ method: 'HEAD', url })).statusCode, 503)
    await writeExports(file)
    const again = await get(url, headers)
    t.ok(again.rawPayload.equals(intact.rawPayload), 'written again')
  }
})

t.test('a file that is lost while it is opened is no answer', async t => {
  const { get, datasets, file } = await testApp(t, { seed: releasedSeed(t), exported: true })
  const url = `/v1/exports/${datasets.dataset.meta.release.version}/actions.csv`
  const gone = async () => ({ path: `${file}.gone`, assertUnchanged() {} })
  const { restore } = t.intercept(datasets.exports, 'checked', { value: gone })
  assertProblem(t, await get(url), 503, 'overloaded')
  restore()
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(code), { code })
  }
  for (const [code, status, problem] of [
    ['EMFILE', 503, 'overloaded'],
    ['EIO', 500, 'internal-error'],
  ] as const) {
    const { restore } = t.intercept(datasets.exports, 'checked', { value: failing(code) })
    assertProblem(t, await get(url), status, problem)
    restore()
  }
  t.equal((await get(url)).statusCode, 200)
})

t.test('a download breaks off when somebody writes to the file, or it ends too soon', async t => {
  const { app, file, datasets } = await testApp(t, { exported: true })
  const { version } = datasets.dataset.meta.release
  const path = join(exportsFolder(file), version, 'events.sqlite')
  const address = await app.listen({ port: 0 })
  const bytes = fs.readFileSync(path)
  for (const change of [
    () => fs.writeFileSync(path, Buffer.alloc(bytes.length), { flag: 'r+' }),
    () => fs.truncateSync(path, 1_000_000),
  ]) {
    fs.writeFileSync(path, bytes)
    const answer = await fetch(`${address}/v1/exports/${version}/events.sqlite`)
    t.equal(answer.status, 200)
    change()
    await t.rejects(answer.arrayBuffer())
  }
  fs.writeFileSync(path, bytes)
  const { createReadStream } = fs
  const short = (...[name, options]: Parameters<typeof createReadStream>) =>
    createReadStream(name, { ...Object(options), end: 1_000 })
  t.ok((await app.inject(`/v1/exports/${version}/events.sqlite`)).rawPayload.equals(bytes))
  const { restore } = t.intercept(fs, 'createReadStream', { value: short })
  const answer = await fetch(`${address}/v1/exports/${version}/events.sqlite`)
  await t.rejects(answer.arrayBuffer())
  restore()
})

t.test('a hash that cannot be computed is computed the next time', async t => {
  const { get, datasets, file } = await testApp(t, { seed: releasedSeed(t), exported: true })
  const { version } = datasets.dataset.meta.release
  const url = `/v1/exports/${version}/actions.csv`
  const failing = () => {
    throw Object.assign(new Error('too many open files'), { code: 'EMFILE' })
  }
  const { restore } = t.intercept(fs, 'createReadStream', { value: failing })
  syncBuiltinESMExports()
  assertProblem(t, await get(url), 503, 'overloaded')
  restore()
  syncBuiltinESMExports()
  t.equal((await get(url)).statusCode, 200, file)
})

t.test('the files of a release are written once and stay when another comes', async t => {
  const seed = releasedSeed(t)
  const { get, file, datasets } = await testApp(t, { seed, exported: true })
  const version: string = (await get('/v1')).json.meta.release
  const folder = exportsFolder(file)
  const writtenAt = () => fs.statSync(join(folder, version, 'actions.csv')).mtimeMs
  const before = writtenAt()
  await writeExports(file)
  t.equal(writtenAt(), before)

  const change = async () => {
    edit(seed, 'dataset.yaml', 'title: ', 'title: New ')
    buildDataset(seed, file)
    await refreshExports(seed, file, { log: () => {}, error: t.fail })
  }
  const url = `/v1/exports/${version}/actions.csv`
  const unreleasedUrl = url.replace(version, `${version}-unreleased`)
  await change()
  await datasets.look()
  const { data, meta } = (await get('/v1/exports')).json
  t.equal(meta.release, `${version}-unreleased`)
  const releases = new Set(data.map(({ release }: Listed) => release))
  t.same(releases, new Set([`${version}-unreleased`, version]))
  t.match((await get(unreleasedUrl)).headers, {
    'cache-control': 'public, max-age=60, stale-while-revalidate=600',
    'last-modified': undefined,
  })
  t.match((await get(url)).headers, {
    'x-dataset-release': version,
    'last-modified': 'Sun, 22 Nov 2026 00:00:00 GMT',
    link: new RegExp(`</v1/releases/${version}>; rel="cite-as"`),
  })

  await change()
  t.equal(fs.globSync('*+*', { cwd: folder }).length, 1, 'only the latest unreleased files')
  const replaced = await get(unreleasedUrl)
  assertProblem(t, replaced, 503, 'overloaded')
  t.equal(replaced.headers['retry-after'], '1')
  await datasets.look()
  t.equal((await get(unreleasedUrl)).statusCode, 200)
  t.equal(fs.globSync('*.draft', { cwd: folder }).length, 0)
})

t.test(
  'new files change the list; a folder that is not as it should be is left out and named',
  async t => {
    const { get, file, datasets } = await testApp(t, { seed: releasedSeed(t) })
    const folder = exportsFolder(file)
    const list = () => get('/v1/exports')
    const empty = await list()
    const url = `/v1/exports/${empty.json.meta.release}/actions.csv`
    t.equal(empty.json.meta.total, 0)
    assertProblem(t, await get(url), 404, 'unknown-record')
    await writeExports(file)
    await datasets.look()
    const { headers, json } = await list()
    t.equal(json.meta.total, listed.length)
    t.not(headers.etag, empty.headers.etag)

    const logged: unknown[] = []
    const log = (details: object, message: string) =>
      void logged.push([message, ...Object.values(details)])
    const broken: [name: string, make: (folder: string) => void][] = [
      ['2020.01.0', folder => fs.writeFileSync(join(folder, 'manifest.json'), '{')],
      ['2020.01.1', folder => fs.writeFileSync(join(folder, 'manifest.json'), '{}')],
      ['2020.01.2', folder => fs.mkdirSync(join(folder, 'manifest.json'))],
    ]
    for (const [name, make] of broken) {
      fs.mkdirSync(join(folder, name))
      make(join(folder, name))
    }
    fs.symlinkSync(json.meta.release, join(folder, '2020.01.3'))
    // A manifest that names a file elsewhere.
    fs.mkdirSync(join(folder, '2020.01.4'))
    const manifest = fs.readFileSync(join(folder, json.meta.release, 'manifest.json'), 'utf8')
    const outside = manifest.replace('actions.csv', '../actions.csv')
    fs.writeFileSync(join(folder, '2020.01.4/manifest.json'), outside)
    await datasets.look()
    datasets.watch({ info: log, warn: log, error: log })
    const leftOut = ['0', '1', '2', '3', '4'].map(
      n => new RegExp(`^.*2020\\.01\\.${n}.manifest\\.json: [^\\n]+$`),
    )
    const message = 'a folder of exports is left out'
    t.match(
      logged,
      leftOut.map(line => [message, line]),
    )
    await datasets.look()
    t.equal(logged.length, 5, 'logged once')
    t.equal((await list()).json.meta.total, listed.length)
    for (const name of fs.globSync('2020.*', { cwd: folder }))
      fs.rmSync(join(folder, name), { recursive: true })
    await datasets.look()
    t.match(logged.at(-1), ['other files of releases are served'])
    t.equal(logged.length, 6)
  },
)

t.test('the command writes missing files and removes those of other states', async t => {
  const seed = releasedSeed(t)
  const database = buildFor(t, seed)
  const exports = exportsFolder(database)
  const refresh = () => callCommand(say => refreshExports(seed, database, say))
  const folders = () => fs.readdirSync(exports).sort()
  const wrote = `Wrote ${listed.length} files that were missing.`
  t.match(await refresh(), { out: [wrote], err: nothing })
  const released = ['2026.11.0', '2026.11.0.records']
  t.strictSame(folders(), released)
  edit(seed, 'dataset.yaml', 'title: ', 'title: New ')
  buildDataset(seed, database)
  t.match(await refresh(), { out: [wrote], err: nothing })
  t.equal(folders().length, 3)
  edit(seed, 'dataset.yaml', 'title: New ', 'title: ')
  buildDataset(seed, database)
  t.match(await refresh(), { out: nothing, err: nothing })
  t.strictSame(folders(), released, 'back at the release')
  fs.truncateSync(join(exports, '2026.11.0.records/records.ndjson.gz'), 1)
  t.match(await refresh(), { out: [wrote], err: nothing })
  t.match(await refresh(), { out: nothing, err: nothing })
  fs.renameSync(exports, `${exports}.gone`)
  fs.writeFileSync(exports, '')
  t.match(await refresh(), { err: [/^No files of the release were written: /] })
})
