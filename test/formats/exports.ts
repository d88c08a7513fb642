import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import t from 'tap'
import { refreshExports } from '../../src/bin/refresh.ts'
import { buildDataset } from '../../src/build/build.ts'
import { writeFolder } from '../../src/build/exports/folder.ts'
import { writeExports } from '../../src/build/exports/write.ts'
import { exportsFolder, readExportManifest } from '../../src/dataset/released.ts'
import { sha256 as hashOf } from '../../src/model/hash.ts'
import { assertProblem, buildFor, temporaryFolder, testApp } from '../fixtures/app.ts'
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

t.test('if two processes write the same files, those of the first stay', async t => {
  const written = join(exportsFolder(file), version)
  const folder = join(temporaryFolder(t), 'files')
  const manifest = readExportManifest(written)
  const first = await writeFolder(folder, async () => {
    fs.cpSync(written, folder, { recursive: true })
    return { ...manifest, content: 'of the second' }
  })
  t.strictSame(first, manifest)
  t.strictSame(fs.readdirSync(dirname(folder)), ['files'], 'no draft is left')
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

t.test('new or damaged files change the list, not the dataset', async t => {
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

  const logged: string[] = []
  const log = (_: object, message: string) => void logged.push(message)
  const damaged = ['2020.01.0', '2020.01.1'].map(name => join(folder, name))
  for (const folder of damaged) {
    fs.mkdirSync(folder)
    fs.writeFileSync(join(folder, 'manifest.json'), '{}')
    await datasets.look()
    if (folder === damaged[0]) datasets.watch({ info: log, error: log })
  }
  await datasets.look()
  t.strictSame(logged, ['the files of releases cannot be read'], 'logged once')
  t.equal((await list()).json.meta.total, listed.length)
  for (const folder of damaged) fs.rmSync(folder, { recursive: true })
  await datasets.look()
  t.equal(logged.at(-1), 'other files of releases are served')

  fs.rmSync(join(dirname(file), url.replace('/v1/', '')))
  assertProblem(t, await get(url), 500, 'internal-error')
})

t.test('the command writes missing files and removes those of other states', async t => {
  const seed = releasedSeed(t)
  const database = buildFor(t, seed)
  const exports = exportsFolder(database)
  const refresh = () => callCommand(say => refreshExports(seed, database, say))
  const folders = () => fs.readdirSync(exports).sort()
  const wrote = (version: string) => `Wrote ${listed.length} files of the release ${version}.`
  const out = [wrote('2026.11.0'), 'Wrote the records of 2026.11.0.']
  t.match(await refresh(), { out, err: nothing })
  const released = ['2026.11.0', '2026.11.0.records']
  t.strictSame(folders(), released)
  edit(seed, 'dataset.yaml', 'title: ', 'title: New ')
  buildDataset(seed, database)
  t.match(await refresh(), { out: [wrote('2026.11.0-unreleased')], err: nothing })
  t.equal(folders().length, 3)
  edit(seed, 'dataset.yaml', 'title: New ', 'title: ')
  buildDataset(seed, database)
  t.match(await refresh(), { out: nothing, err: nothing })
  t.strictSame(folders(), released, 'back at the release')
  fs.renameSync(exports, `${exports}.gone`)
  fs.writeFileSync(exports, '')
  t.match(await refresh(), { err: [/^No files of the release were written: /] })
})
