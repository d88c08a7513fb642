import { createHash } from 'node:crypto'
import { asyncBufferFromUrl, parquetMetadata, parquetReadObjects } from 'hyparquet'
import { ByteWriter, parquetWriteRows } from 'hyparquet-writer'
import t from 'tap'
import { UNTYPED_LIST } from '../../src/build/exports/writers.ts'
import { testApp } from '../fixtures/app.ts'

const { app, get, datasets } = await testApp(t, { exported: true, settings: { PORT: '0' } })
const base = await app.listen({ port: 0 })

type Listed = { name: string; url: string; bytes: number; sha256: string }
const files: Listed[] = (await get('/v1/exports')).json.data
const fileOf = (name: string) => files.find(file => file.name === name)!
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What browsers and Node's fetch send: codings with HEAD and GET, but none with a range. */
const offering = { 'accept-encoding': 'gzip, deflate, br' }

t.test('HEAD and ranges speak of the plain bytes, whatever the client offers', async t => {
  for (const { url, name, bytes, sha256: hash } of files) {
    const head = await app.inject({ method: 'HEAD', url, headers: offering })
    t.match(head.headers, {
      'content-length': String(bytes),
      'content-encoding': undefined,
      'accept-ranges': 'bytes',
      etag: `"${hash}"`,
    })
    const middle = Math.floor(bytes / 2)
    const ranges = [`0-${middle}`, `${middle + 1}-`]
    for (const headers of [
      offering,
      { 'accept-encoding': 'identity' },
      {},
      { 'if-range': `"${hash}"`, ...offering },
    ]) {
      const parts = await Promise.all(
        ranges.map(range => app.inject({ url, headers: { ...headers, range: `bytes=${range}` } })),
      )
      for (const part of parts)
        t.match(part, {
          statusCode: 206,
          headers: { etag: `"${hash}"`, 'content-encoding': undefined },
        })
      t.equal(sha256(Buffer.concat(parts.map(part => part.rawPayload))), hash, name)
    }
    const whole = await app.inject({ url, headers: offering })
    const isCoded = !/\.(?:parquet|sqlite)$/.test(name)
    t.equal(whole.headers['content-encoding'], isCoded ? 'br' : undefined, name)
  }
})

t.test('hyparquet reads the tables over HTTP', async t => {
  for (const name of ['claims', 'actions', 'retired']) {
    const file = await asyncBufferFromUrl({ url: base + fileOf(`${name}.parquet`).url })
    t.equal(file.byteLength, fileOf(`${name}.parquet`).bytes)
    const rows = await parquetReadObjects({ file })
    if (name !== 'retired')
      t.equal(rows.length, datasets.dataset.count(name as 'claims' | 'actions'))
  }
})

t.test('SQLite pages are read as sql.js-httpvfs does: the length by HEAD, then ranges', async t => {
  const { url, bytes, sha256: hash } = fileOf('events.sqlite')
  const head = await fetch(base + url, { method: 'HEAD' })
  t.equal(head.headers.get('content-encoding'), null)
  t.equal(head.headers.get('accept-ranges'), 'bytes')
  const length = Number(head.headers.get('content-length'))
  t.equal(length, bytes)
  const PAGE = 65_536
  const pages: Buffer[] = []
  for (let from = 0; from < length; from += PAGE) {
    const to = Math.min(from + PAGE, length) - 1
    const page = await fetch(base + url, { headers: { Range: `bytes=${from}-${to}` } })
    t.equal(page.status, 206)
    t.equal(page.headers.get('content-range'), `bytes ${from}-${to}/${length}`)
    pages.push(Buffer.from(await page.arrayBuffer()))
  }
  t.match(pages[0]?.toString('latin1'), /^SQLite format 3\0/)
  t.equal(sha256(Buffer.concat(pages)), hash)
})

t.test('the list of row groups of a table without rows says what its items are', async t => {
  const empty: string[] = []
  for (const { name, url } of files.filter(({ name }) => name.endsWith('.parquet'))) {
    const { rawPayload } = await app.inject(url)
    const bytes = new Uint8Array(rawPayload).buffer
    if (parquetMetadata(bytes).num_rows > 0n) continue
    empty.push(name)
    t.equal(rawPayload.lastIndexOf(UNTYPED_LIST), -1, name)
    t.ok(rawPayload.lastIndexOf(Buffer.from([0x16, 0, 0x19, 0x0c])) > 0, name)
  }
  t.ok(empty.length > 0)
  const writer = new ByteWriter()
  await parquetWriteRows({
    writer,
    rows: [],
    columns: [{ name: 'a' }],
    schema: [
      { name: 'x', num_children: 1 },
      { name: 'a', type: 'INT32' },
    ],
  })
  t.ok(
    Buffer.from(writer.getBytes()).includes(UNTYPED_LIST),
    'else withTypedList is no longer needed',
  )
})
