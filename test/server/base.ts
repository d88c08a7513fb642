import type { IncomingHttpHeaders } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { readConfig } from '../../src/config.ts'
import { addressesIn, crawl } from '../fixtures/addresses.ts'
import { testApp } from '../fixtures/app.ts'
import { forecast, opinion, renamed, seedWithRetired } from '../fixtures/retired.ts'

const { file, get, datasets } = await testApp(t, { seed: seedWithRetired(t), exported: true })
const { version } = datasets.dataset.meta.release
const page = (await get('/v1/actions?limit=10')).json.meta

/** An app over the same dataset. */
const appWith = async (t: Test, settings: Record<string, string>) =>
  (await testApp(t, { built: file, settings })).app

const PREFIX = '/crypto'
const BASE = `https://example.org${PREFIX}`

/** Everything that writes an address: a request, the status of its answer, and an address in it. */
const places: [url: string, status: number, address: string][] = [
  ['/', 200, `${PREFIX}/disagreements`],
  ['/', 200, `${PREFIX}/v1/actions?format=atom&not_kind=licensing`],
  ['/docs', 200, `${PREFIX}/docs/static/swagger-ui-bundle.js`],
  ['/docs/', 308, `${PREFIX}/docs`],
  ['/docs/static/index.html', 302, `${PREFIX}/docs`],
  ['/docs/static/index.html?x=y', 302, `${PREFIX}/docs`],
  ['/docs/json', 200, PREFIX],
  ['/openapi.json', 200, BASE],
  ['/openapi.yaml', 200, BASE],
  ['/llms.txt', 200, `${BASE}/v1/actions?format=csv`],
  ['/llms.txt', 200, `${BASE}/v1/claims?status=rival`],
  ['/robots.txt', 200, `${BASE}/v1/exports`],
  ['/.well-known/api-catalog', 200, `${PREFIX}/.well-known/api-catalog`],
  ['/.well-known/api-catalog', 200, `${BASE}/health/ready`],
  ['/problems/not-found', 200, `${PREFIX}/docs`],
  ['/problems/withdrawn-record', 200, `${PREFIX}/v1/changes`],
  ['/nothing', 404, `${PREFIX}/problems/not-found`],
  ['/v1/actions?x=y', 400, `${PREFIX}/problems/bad-parameter`],
  ['/v1/regions/XX', 404, `${PREFIX}/problems/unknown-record`],
  [`/v1/actions/${forecast}`, 410, `${PREFIX}/problems/withdrawn-record`],
  ['/v1', 200, `${PREFIX}/v1/vocabulary`],
  ['/v1/', 308, `${PREFIX}/v1`],
  ['/v1?format=jsonld', 200, `${BASE}/v1/exports/${version}/actions.csv`],
  ['/v1?format=bibtex', 200, `${PREFIX}/openapi.json`],
  ['/v1/actions/?limit=1', 308, `${PREFIX}/v1/actions?limit=1`],
  ['/v1/actions?limit=10', 200, `${PREFIX}${page.next_url}`],
  ['/v1/actions?region=CN&format=csv', 200, `${PREFIX}/v1`],
  ['/v1/actions?limit=10&format=atom', 200, `${BASE}/v1/actions?format=atom&limit=10`],
  ['/v1/actions?id=toomey-opinion&format=atom', 200, `${BASE}/v1/actions/toomey-opinion`],
  ['/v1/actions?id=toomey-opinion&format=atom', 200, `${BASE}/actions/toomey-opinion`],
  ['/v1/actions?limit=10&format=jsonfeed', 200, `${BASE}/actions?limit=10`],
  [`/v1/actions/${opinion}?fields=id`, 308, `${PREFIX}/v1/actions/${renamed}?fields=id`],
  [`/v1/actions/${opinion}/`, 308, `${PREFIX}/v1/actions/${opinion}`],
  [`/v1/actions/${renamed}/claims`, 200, `${PREFIX}/v1`],
  ['/v1/regions/x-western-countries', 308, `${PREFIX}/v1/regions/x-west`],
  ['/v1/search?q=china&limit=1', 200, `${PREFIX}/openapi.json`],
  ['/v1/exports', 200, `${PREFIX}/v1/exports/${version}/actions.parquet`],
  ['/v1/exports/latest/actions.csv', 307, `${PREFIX}/v1/exports/${version}/actions.csv`],
  [`/v1/exports/${version}/actions.csv`, 200, 'csv-metadata.json'],
  ['/v1/reconcile', 200, `${BASE}/v1/vocabulary/`],
  ['/v1/reconcile', 200, `${BASE}/v1/reconcile/suggest/entity?prefix=hu`],
  ['/v1/reconcile', 200, `${BASE}/v1/reconcile/preview?id={{id}}`],
  ['/v1/reconcile/preview?id=actors/huobi', 200, `${PREFIX}/actors/huobi`],
  ['/v1/reconcile/preview?id=actors/bhex', 308, `${PREFIX}/v1/reconcile/preview?id=actors%2Fbiki`],
]

/** Settings, and the base that they give. */
const bases: [settings: Record<string, string>, base: string][] = [
  [{ HOST: '::1', PORT: '8080' }, 'http://[::1]:8080'],
  [{ PUBLIC_URL: 'http://[::1]:8443/a/b/' }, 'http://[::1]:8443/a/b'],
  [{ PUBLIC_URL: 'https://example.org/docs' }, 'https://example.org/docs'],
]

for (const [settings, base] of bases)
  t.test(`every address begins with ${base}`, async t => {
    const app = await appWith(t, settings)
    const path = base.replace(/^\w+:\/\/[^/]+/, '')
    for (const [url, status, address] of places) {
      const answer = await app.inject(url)
      const expected = address.replace(BASE, base).replace(/^\/crypto/, path) || '/'
      t.equal(answer.statusCode, status, url)
      t.ok(addressesIn(answer).includes(expected), `${url} has ${expected}`)
    }
  })

t.test('every address in an answer has the prefix, and opens without it', async t => {
  const app = await appWith(t, { PUBLIC_URL: BASE })
  const ask = (address: string, method: 'GET' | 'HEAD') =>
    app.inject({ url: address.slice(BASE.length) || '/', method })
  const starts = new Map(places.map(([url, status]) => [BASE + url, status]))
  const found = await crawl(t, BASE, starts, ask)
  t.ok(found > 200, `${found} addresses`)
})

t.test('a redirect has no body', async t => {
  const app = await appWith(t, {})
  for (const [url, status] of places.filter(([, status]) => status >= 300 && status < 400))
    t.equal((await app.inject(url)).body, '', `${url} ${status}`)
})

t.test('PUBLIC_URL refuses a path that cannot stand everywhere as it is', async t => {
  for (const path of [
    '//crypto',
    '/a//b',
    '/a&copy',
    "/it's",
    '/$&',
    '/a(b)',
    '/%41',
    '/a b',
    '/火',
  ])
    t.throws(
      () => readConfig({ PUBLIC_URL: `https://example.org${path}` }),
      /whose path has only A-Z/,
    )
  for (const path of ['', '/crypto', '/a/b.c/~d-e_f'])
    t.equal(readConfig({ PUBLIC_URL: `${BASE}${path}/` }).PUBLIC_URL, BASE + path)
})

t.test('without PUBLIC_URL, the port is the one that the server listens on', async t => {
  const app = await appWith(t, { PORT: '80' })
  const home = async () => (await app.inject('/v1/actions?format=jsonfeed')).json().home_page_url
  t.equal(await home(), 'http://127.0.0.1:80/actions')
  const address = await app.listen({ port: 0 })
  t.equal(await home(), `http://127.0.0.1:${new URL(address).port}/actions`)
})

/** Headers by which a client could try to choose the addresses in an answer. */
const hostile: Record<string, string>[] = [
  { host: 'evil.example' },
  { host: 'evil.example:99999' },
  { host: 'evil.example"><script>' },
  { host: 'evil .example' },
  { host: '' },
  { 'x-forwarded-host': 'evil.example' },
  { 'x-forwarded-host': 'evil.example, example.org' },
  { 'x-forwarded-proto': 'javascript' },
  { 'x-forwarded-proto': 'https' },
  { 'x-forwarded-port': '99' },
  { 'x-forwarded-prefix': '/evil' },
  { 'x-forwarded-prefix': '//evil.example' },
  { 'x-forwarded-for': 'evil.example' },
  { 'x-original-url': '/evil', 'x-rewrite-url': '/evil' },
  { forwarded: 'for=evil;host=evil.example;proto=javascript' },
]

const asked = [...new Set(places.map(([url]) => url))]

/** An answer without the parts that differ from request to request. */
async function answerOf(app: FastifyInstance, url: string, headers: IncomingHttpHeaders = {}) {
  const answer = await app.inject({ url, headers })
  const { date: _, 'x-request-id': id, ...others } = answer.headers
  return [answer.statusCode, others, answer.body.replaceAll(String(id), 'id')]
}

const ours: Record<string, string>[] = [{}, { PUBLIC_URL: BASE }]

for (const settings of ours)
  for (const TRUST_PROXY of ['0', '1'])
    t.test(`no header decides on an address: ${JSON.stringify(settings)}`, async t => {
      t.comment(`TRUST_PROXY=${TRUST_PROXY}`)
      const plain = await appWith(t, settings)
      const app = await appWith(t, { ...settings, TRUST_PROXY })
      for (const url of asked) {
        const expected = await answerOf(plain, url)
        const different: object[] = []
        // The first answer is kept in memory.
        for (const headers of [Object.assign({}, ...hostile), ...hostile, {}])
          if (!isDeepStrictEqual(await answerOf(app, url, headers), expected))
            different.push(headers)
        t.strictSame(different, [], url)
      }
    })
