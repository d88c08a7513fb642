import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import t from 'tap'
import { assertProblem, testApp } from '../fixtures/app.ts'

const decoders: Record<string, (bytes: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
}

/** What a client accepts, and the coding that it gets; none: as it is. */
const accepted: [accept: string, coding: string | undefined][] = [
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1, br;q=0.1', 'gzip'],
  ['*', 'br'],
  ['br;q=0', undefined],
  ['identity', undefined],
  ['zstd', undefined],
  ['', undefined],
]

t.test('each coding has the same words and a tag of its own', async t => {
  const { app } = await testApp(t)
  const plain = await app.inject('/v1/actions')
  for (const [accept, coding] of accepted) {
    const headers = { 'accept-encoding': accept }
    const answer = await app.inject({ url: '/v1/actions', headers })
    t.equal(answer.headers['content-encoding'], coding, accept)
    const decode = decoders[coding ?? ''] ?? (bytes => bytes)
    t.ok(decode(answer.rawPayload).toString() === plain.body, accept)
    const suffix = coding === undefined ? '"' : `-${coding}"`
    t.equal(answer.headers.etag, String(plain.headers.etag).replace(/"$/, suffix), accept)
    t.match(answer.headers.vary, /\baccept-encoding\b/i, accept)
    const again = await app.inject({
      url: '/v1/actions',
      headers: { ...headers, 'if-none-match': String(answer.headers.etag) },
    })
    t.equal(again.statusCode, 304, accept)
    t.equal(again.headers.etag, answer.headers.etag, accept)
    t.equal(again.headers['content-encoding'], undefined, accept)
  }
})

t.test('what is too small to be worth it is not coded', async t => {
  const { app } = await testApp(t)
  const url = '/v1/regions?limit=1'
  const answer = await app.inject({ url, headers: { 'accept-encoding': 'br' } })
  t.equal(answer.headers['content-encoding'], undefined)
  t.equal(answer.headers.etag, (await app.inject(url)).headers.etag)
})

t.test('the description and the files of pages are coded too', async t => {
  const { app } = await testApp(t)
  for (const url of ['/openapi.json', '/docs/static/swagger-ui.css']) {
    const answer = await app.inject({ url, headers: { 'accept-encoding': 'br' } })
    t.equal(answer.headers['content-encoding'], 'br', url)
    t.ok(brotliDecompressSync(answer.rawPayload).toString() === (await app.inject(url)).body, url)
  }
})

/** What a client may send, of its tag `etag`, and whether that means the answer that it would get. */
const conditions: [name: string, condition: (etag: string) => string, matches: boolean][] = [
  ['the tag', etag => etag, true],
  ['a weak one', etag => `W/${etag}`, true],
  ['one of several', etag => `"abc", ${etag} ,"def"`, true],
  ['any', () => '*', true],
  ['of brotli', etag => etag.replace(/"$/, '-br"'), true],
  ['of gzip, weak', etag => `W/${etag.replace(/"$/, '-gzip"')}`, true],
  ['another', () => '"abc"', false],
  ['without quotes', etag => etag.replaceAll('"', ''), false],
  ['of another coding', etag => etag.replace(/"$/, '-rot13"'), false],
  ['of none', () => '', false],
]

t.test('a condition is a list of tags, of any coding', async t => {
  const { get } = await testApp(t)
  const url = '/v1/actions/joint-notice-2021-09'
  const etag = String((await get(url)).headers.etag)
  for (const [name, condition, matches] of conditions) {
    const { statusCode } = await get(url, { 'if-none-match': condition(etag) })
    t.equal(statusCode, matches ? 304 : 200, name)
  }
  for (const unknown of ['/v1/actions/nothing', '/v1/actions?id=nothing', '/v1/nothing'])
    t.ok((await get(unknown, { 'if-none-match': '*' })).statusCode >= 400, unknown)
})

t.test('errors are not to be kept, whatever they are about', async t => {
  const { get } = await testApp(t)
  const accept = { accept: 'image/png' }
  assertProblem(t, await get('/v1/actions?tipe=ban'), 400, 'bad-parameter')
  assertProblem(t, await get('/v1/actions?id=nothing'), 400, 'bad-parameter')
  assertProblem(t, await get('/v1/actions/nothing'), 404, 'unknown-record')
  assertProblem(t, await get('/v1/nothing'), 404, 'not-found')
  assertProblem(t, await get('/v1/actions', accept), 406, 'not-acceptable')
  t.equal((await get('/health/ready')).headers['cache-control'], 'no-store')
})
