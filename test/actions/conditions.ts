import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import t from 'tap'
import { testApp } from '../fixtures/app.ts'

const { app, get } = await testApp(t, { exported: true })
const { release } = (await get('/v1')).json.meta
const urls = ['/v1/actions', `/v1/exports/${release}/claims.csv`]
const formats = ['csv', 'ndjson', 'atom', 'jsonfeed', 'ics'].map(
  name => `/v1/actions?format=${name}`,
)

type Decode = (bytes: Buffer) => Buffer
const decoders: Record<string, Decode> = { br: brotliDecompressSync, gzip: gunzipSync }

/** `Accept-Encoding`, and the coding of the answer, if any. */
const accepted: [accept: string, coding?: string][] = [
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1, br;q=0.1', 'gzip'],
  ['*', 'br'],
  ['identity, gzip;q=0.5'],
  ['br;q=0'],
  ['identity'],
  ['br;q=0.5', 'br'],
  ['zstd'],
  [''],
]

const decode = (bytes: Buffer, coding = '') => (decoders[coding]?.(bytes) ?? bytes).toString()

for (const url of [...urls, ...formats, '/v1/counts?group_by=month,type&format=csv'])
  t.test(`${url}: each coding has the same content and a tag of its own`, async t => {
    const plain = await app.inject(url)
    for (const [accept, coding] of accepted) {
      const headers = { 'accept-encoding': accept }
      const answer = await app.inject({ url, headers })
      t.ok(decode(answer.rawPayload, coding) === plain.body, accept)
      const suffix = coding === undefined ? '"' : `-${coding}"`
      const etag = String(plain.headers.etag).replace(/"$/, suffix)
      t.match(answer.headers, { etag, 'content-encoding': coding, vary: /\baccept-encoding\b/i })
      const again = await app.inject({ url, headers: { ...headers, 'if-none-match': etag } })
      t.match(again, { statusCode: 304, headers: { etag, 'content-encoding': undefined } }, accept)
    }
  })

t.test('the description and the files of pages are coded too, small answers are not', async t => {
  const cases: [url: string, coding: string | undefined][] = [
    ['/openapi.json', 'br'],
    ['/docs/static/swagger-ui.css', 'br'],
    ['/v1/regions?limit=1', undefined],
  ]
  for (const [url, coding] of cases) {
    const answer = await app.inject({ url, headers: { 'accept-encoding': 'br' } })
    t.equal(answer.headers['content-encoding'], coding, url)
    const plain = await app.inject(url)
    t.ok(decode(answer.rawPayload, coding) === plain.body, url)
    if (!coding) t.equal(answer.headers.etag, plain.headers.etag)
  }
})

/** `If-None-Match`, made from the tag of the answer, and whether it matches. */
const conditions: [name: string, condition: (etag: string) => string, matches: boolean][] = [
  ['the tag', etag => etag, true],
  ['weak', etag => `W/${etag}`, true],
  ['one of several', etag => `"abc", ${etag} ,"def"`, true],
  ['any', () => '*', true],
  ['of brotli', etag => etag.replace(/"$/, '-br"'), true],
  ['of gzip, weak', etag => `W/${etag.replace(/"$/, '-gzip"')}`, true],
  ['another', () => '"abc"', false],
  ['without quotes', etag => etag.replaceAll('"', ''), false],
  ['of another coding', etag => etag.replace(/"$/, '-rot13"'), false],
  ['empty', () => '', false],
]

for (const url of urls)
  t.test(`${url}: a condition is a list of tags, of any coding`, async t => {
    const etag = String((await get(url)).headers.etag)
    for (const [name, condition, matches] of conditions) {
      const headers = { 'if-none-match': condition(etag) }
      const { statusCode } = await get(url, headers)
      t.equal(statusCode, matches ? 304 : 200, name)
      t.equal((await app.inject({ method: 'HEAD', url, headers })).statusCode, statusCode, name)
    }
  })

t.test('no condition matches an error', async t => {
  for (const url of ['/v1/actions/nothing', '/v1/actions?id=nothing', '/v1/nothing'])
    t.ok((await get(url, { 'if-none-match': '*' })).statusCode >= 400, url)
})
