import { createHash } from 'node:crypto'
import {
  cpSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import t from 'tap'
import { refreshExports } from '../../src/bin/refresh.ts'
import { buildDataset } from '../../src/store/build.ts'
import { exportsFolder, readExportManifest, writeFolder } from '../../src/store/exports/folder.ts'
import { writeExports } from '../../src/store/exports/write.ts'
import { assertProblem, buildFor, temporaryFolder, testApp } from '../fixtures/app.ts'
import { edit } from '../fixtures/seed.ts'
import { releasedSeed } from '../fixtures/small-seed.ts'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const { app, get, file, datasets } = await testApp(t, { exported: true })
const { version } = datasets.dataset.release

t.test('of two that write the same files at once, those of the first stay', async t => {
  const written = join(exportsFolder(file), version)
  const folder = join(temporaryFolder(t), 'files')
  const manifest = readExportManifest(written)
  const first = await writeFolder(folder, async () => {
    cpSync(written, folder, { recursive: true })
    return { ...manifest, content: 'of the second' }
  })
  t.strictSame(first, manifest)
  t.strictSame(readdirSync(dirname(folder)), ['files'], 'no draft is left')
})

type Listed = { name: string; format: string; url: string; bytes: number; sha256: string }
const listed = (await get('/v1/exports')).json.data as Listed[]

t.test('every file that is listed is there with its length and hash, in each coding', async t => {
  t.ok(listed.length > 40)
  for (const { url, bytes, sha256: hash, name } of listed) {
    const plain = await app.inject(url)
    t.equal(plain.statusCode, 200, name)
    t.equal(plain.rawPayload.length, bytes, name)
    t.equal(sha256(plain.rawPayload), hash, name)
    t.match(plain.headers, {
      etag: `"${hash}"`,
      'content-length': String(bytes),
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      'x-dataset-release': version,
      'repr-digest': `sha-256=:${Buffer.from(hash, 'hex').toString('base64')}:`,
      'content-disposition': `attachment; filename="${name}"`,
      link: /rel="license"/,
    })
    for (const [coding, open] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const packed = await app.inject({ url, headers: { 'accept-encoding': coding } })
      t.equal(packed.headers['content-encoding'], coding, name)
      t.equal(packed.headers.etag, `"${hash}-${coding}"`)
      t.equal(packed.headers['content-length'], String(packed.rawPayload.length))
      t.equal(
        packed.headers['repr-digest'],
        `sha-256=:${createHash('sha256').update(packed.rawPayload).digest('base64')}:`,
      )
      t.equal(sha256(open(packed.rawPayload)), hash, name)
    }
  }
})

const preferences: [accept: string, coding: string | undefined][] = [
  ['br, gzip', 'br'],
  ['gzip;q=0.5, br', 'br'],
  ['br;q=0.1, gzip', 'gzip'],
  ['identity, gzip;q=0.5', undefined],
  ['br;q=0', undefined],
  ['zstd', undefined],
]

t.test('a client gets the coding that it likes best', async t => {
  const { url = '' } = listed[0] ?? {}
  for (const [accept, coding] of preferences) {
    const { headers } = await app.inject({ url, headers: { 'accept-encoding': accept } })
    t.equal(headers['content-encoding'], coding, accept)
  }
})

t.test('a broken download goes on where it stopped, but never with another file', async t => {
  const {
    url = '',
    bytes = 0,
    sha256: hash,
  } = listed.find(({ name }) => name === 'claims.csv') ?? {}
  const whole = (await app.inject(url)).rawPayload
  const ask = (headers: Record<string, string>) => get(url, headers)
  const half = Math.floor(bytes / 2)
  const conditions: Record<string, string>[] = [{}, { 'if-range': `"${hash}"` }]
  for (const condition of conditions) {
    const rest = await ask({ range: `bytes=${half}-`, ...condition })
    t.equal(rest.statusCode, 206)
    t.equal(rest.headers['content-range'], `bytes ${half}-${bytes - 1}/${bytes}`)
    t.same(Buffer.concat([whole.subarray(0, half), rest.rawPayload]), whole)
  }
  const packed = await app.inject({ url, headers: { 'accept-encoding': 'br' } })
  const tail = { range: 'bytes=100-', 'accept-encoding': 'br' }
  const rest = await ask({ ...tail, 'if-range': String(packed.headers.etag) })
  t.equal(rest.statusCode, 206)
  t.same(rest.rawPayload, packed.rawPayload.subarray(100))
  for (const other of [`"${'0'.repeat(64)}"`, `"${hash}"`, 'Sun, 22 Nov 2026 00:00:00 GMT']) {
    const all = await ask({ ...tail, 'if-range': other })
    t.equal(all.statusCode, 200, `${other} is not this file in this coding`)
    t.same(all.rawPayload, packed.rawPayload)
  }
  t.equal((await ask({ range: 'bytes=-10' })).body.length, 10)
  t.equal(
    (await ask({ range: 'lines=1-2' })).statusCode,
    200,
    'a unit that is not known is left aside',
  )
  const behind = await ask({ range: `bytes=${bytes}-` })
  assertProblem(t, behind, 416, 'range-not-satisfiable')
  t.equal(behind.headers['content-range'], `bytes */${bytes}`)
  t.equal((await ask({ range: `bytes=${bytes - 1}-` })).statusCode, 206)
})

t.test('a file that the client has already costs a 304', async t => {
  const { url = '', sha256: hash } = listed[0] ?? {}
  for (const tag of [`"${hash}"`, `W/"${hash}"`, `"x", "${hash}-br"`, '*']) {
    const answer = await get(url, { 'if-none-match': tag, 'accept-encoding': 'br' })
    t.equal(answer.statusCode, 304, tag)
    t.equal(answer.body, '')
  }
  t.equal((await get(url, { 'if-none-match': '"other"' })).statusCode, 200)
  const held = { 'if-none-match': `"${hash}-gzip"`, 'accept-encoding': 'br' }
  t.equal((await get(url, held)).headers.etag, `"${hash}-gzip"`, 'the tag that the client has')
  for (const path of [url, '/v1/actions']) {
    const { headers } = await get(path)
    const asked = { method: 'HEAD' as const, url: path }
    const head = await app.inject({ ...asked, headers: { 'if-none-match': String(headers.etag) } })
    t.equal(head.statusCode, 304)
    t.notOk('content-length' in head.headers, 'nothing is said of a length')
  }
  const list = await get('/v1/exports')
  t.equal(
    (await get('/v1/exports', { 'if-none-match': String(list.headers.etag) })).statusCode,
    304,
  )
})

t.test('a table leads to its description', async t => {
  const { url = '' } = listed.find(({ name }) => name === 'claims.csv') ?? {}
  const { headers } = await get(url)
  t.match(headers.link, /<csv-metadata\.json>; rel="describedby"; type="application\/csvm\+json"/)
  t.equal((await get(new URL('csv-metadata.json', `http://x${url}`).pathname)).statusCode, 200)
  t.notMatch((await get(url.replace('.csv', '.parquet'))).headers.link, /csv-metadata/)
})

t.test('HEAD gives the length and the hash', async t => {
  const { url = '', bytes, sha256: hash } = listed[0] ?? {}
  const head = await app.inject({ method: 'HEAD', url })
  t.match(head, { statusCode: 200, body: '' })
  t.match(head.headers, { 'content-length': String(bytes), etag: `"${hash}"` })
  for (const range of ['bytes=0-9', 'bytes=99999999-']) {
    const whole = await app.inject({ method: 'HEAD', url, headers: { range } })
    t.match(whole, { statusCode: 200, headers: { 'content-length': String(bytes) } }, range)
  }
})

t.test('what is not there is refused with the nearest, latest leads to what is served', async t => {
  const unknown = await get(`/v1/exports/${version}/action.csv`)
  assertProblem(t, unknown, 404, 'unknown-record')
  t.match(unknown.json.errors, [{ parameter: 'file', did_you_mean: ['actions.csv'] }])
  const release = await get('/v1/exports/2026.11.9/actions.csv')
  assertProblem(t, release, 404, 'unknown-record')
  t.match(release.json.errors, [{ parameter: 'release', did_you_mean: [version] }])
  for (const name of ['..%2Fmanifest.json', 'manifest.json', 'actions.csv.br'])
    assertProblem(t, await get(`/v1/exports/${version}/${name}`), 404, 'unknown-record')
  const latest = await get('/v1/exports/latest/actions.csv')
  t.equal(latest.statusCode, 307)
  t.equal(latest.headers.location, `/v1/exports/${version}/actions.csv`)
  assertProblem(t, await get('/v1/exports/latest/action.csv'), 404, 'unknown-record')
})

t.test('the same dataset gives the same bytes', async t => {
  const other = buildFor(t)
  const { files } = await writeExports(other)
  t.strictSame(
    files.map(({ name, sha256 }) => [name, sha256]),
    listed.map(({ name, sha256 }) => [name, sha256]),
  )
})

t.test('the files of a release stay when another comes, and are never written again', async t => {
  const seed = releasedSeed(t)
  const served = await testApp(t, { seed, exported: true })
  const { version } = served.datasets.dataset.release
  const folder = join(dirname(served.file), 'exports')
  const before = statSync(join(folder, version, 'actions.csv')).mtimeMs
  await writeExports(served.file)
  t.equal(statSync(join(folder, version, 'actions.csv')).mtimeMs, before)

  edit(seed, 'dataset.yaml', 'title: ', 'title: New ')
  buildDataset(seed, served.file)
  await writeExports(served.file)
  await served.datasets.look()
  const { data, meta } = (await served.get('/v1/exports')).json
  t.equal(meta.release, `${version}-unreleased`)
  t.strictSame(
    [...new Set(data.map((file: { release: string }) => file.release))],
    [`${version}-unreleased`, version],
  )
  const unreleased = await served.get(`/v1/exports/${version}-unreleased/actions.csv`)
  t.equal(unreleased.headers['cache-control'], 'public, max-age=60, stale-while-revalidate=600')
  const { headers } = await served.get(`/v1/exports/${version}/actions.csv`)
  t.match(headers, {
    'x-dataset-release': version,
    'last-modified': 'Sun, 22 Nov 2026 00:00:00 GMT',
    link: new RegExp(`</v1/releases/${version}>; rel="cite-as"`),
  })
  t.notOk('last-modified' in unreleased.headers)

  edit(seed, 'dataset.yaml', 'title: ', 'title: Newer ')
  buildDataset(seed, served.file)
  await writeExports(served.file)
  t.equal(globSync('*+*', { cwd: folder }).length, 1, 'of what is not released the newest state')
  const replaced = await served.get(`/v1/exports/${version}-unreleased/actions.csv`)
  assertProblem(t, replaced, 503, 'overloaded')
  t.equal(replaced.headers['retry-after'], '1')
  await served.datasets.look()
  t.equal((await served.get(`/v1/exports/${version}-unreleased/actions.csv`)).statusCode, 200)
  t.equal(globSync('*.draft', { cwd: folder }).length, 0)
})

t.test('files that appear or cannot be read change the list, not the dataset', async t => {
  const served = await testApp(t, { seed: releasedSeed(t) })
  const { version } = served.datasets.dataset.release
  t.equal((await served.get('/v1/exports')).json.meta.total, 0)
  assertProblem(t, await served.get(`/v1/exports/${version}/actions.csv`), 404, 'unknown-record')
  const empty = (await served.get('/v1/exports')).headers.etag
  await writeExports(served.file)
  await served.datasets.look()
  const { headers, json } = await served.get('/v1/exports')
  t.equal(json.meta.total, listed.length)
  t.not(headers.etag, empty)

  const damage = async (folder: string) => {
    const damaged = join(dirname(served.file), 'exports', folder)
    mkdirSync(damaged)
    writeFileSync(join(damaged, 'manifest.json'), '{}')
    await served.datasets.look()
    return damaged
  }
  const first = await damage('2020.01.0')
  const logged: string[] = []
  const log = (_: object, message: string) => void logged.push(message)
  served.datasets.watch({ info: log, error: log })
  await damage('2020.01.1')
  await served.datasets.look()
  t.strictSame(logged, ['the files of releases cannot be read'], 'told once')
  t.equal((await served.get('/v1/exports')).json.meta.total, listed.length)
  for (const folder of [first, first.replace(/0$/, '1')]) rmSync(folder, { recursive: true })
  await served.datasets.look()
  t.equal(logged.at(-1), 'other files of releases are served')

  rmSync(join(dirname(served.file), 'exports', version, 'actions.csv'))
  assertProblem(t, await served.get(`/v1/exports/${version}/actions.csv`), 500, 'internal-error')
})

t.test('the command writes the files once, and says so where it cannot', async t => {
  const seed = releasedSeed(t)
  edit(seed, 'dataset.yaml', 'title: ', 'title: New ')
  const database = buildFor(t, seed)
  const said: string[] = []
  const say = {
    log: (line: string) => said.push(line),
    error: (line: string) => said.push(`! ${line}`),
  }
  await refreshExports(seed, database, say)
  await refreshExports(seed, database, say)
  t.strictSame(said, [
    `Wrote ${listed.length} files of the release 2026.11.0-unreleased.`,
    'Wrote the records of 2026.11.0.',
  ])
  const exports = join(dirname(database), 'exports')
  renameSync(exports, `${exports}.gone`)
  writeFileSync(exports, '')
  await refreshExports(seed, database, say)
  t.match(said[2], /^! No files of the release were written: /)
})

t.test('the SQLite file is the dataset file itself', async t => {
  t.same((await app.inject(`/v1/exports/${version}/events.sqlite`)).rawPayload, readFileSync(file))
})
