import t from 'tap'
import { type Answer, assertProblem, testApp } from '../fixtures/app.ts'
import { openapi } from '../fixtures/openapi.ts'

type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'TRACE'

const questions: Record<string, string> = {
  '/v1/counts': '?group_by=kind',
  '/v1/search': '?q=mining',
  '/v1/reconcile/suggest/entity': '?prefix=hu',
  '/v1/reconcile/suggest/property': '?prefix=re',
  '/v1/reconcile/suggest/type': '?prefix=ex',
  '/v1/reconcile/properties': '?type=region',
  '/v1/reconcile/preview': '?id=actors/huobi',
}

const service = '/v1/reconcile'
const allowedAt = (url: string) =>
  url === service ? 'GET, HEAD, OPTIONS, POST' : 'GET, HEAD, OPTIONS'

/** A request that each described path answers. */
const urls = Object.entries(openapi.paths).map(([path, { get }]) => {
  const query = questions[path] ?? ''
  const ids = get?.parameters?.filter(parameter => parameter.in === 'path') ?? []
  const filled = ids.reduce(
    (url, { name, schema }) =>
      url.replace(`{${name}}`, encodeURIComponent(String(schema.examples?.[0]))),
    path,
  )
  return filled + query
})

const others = ['/', '/docs', '/docs/static/swagger-ui.css', '/openapi.json', '/openapi.yaml']
const pages = ['/', '/docs', '/problems/not-found']

/** The app with every method, answers as `get` gives them. */
async function serve(t: Parameters<typeof testApp>[0]) {
  const { app, get } = await testApp(t, { exported: true, released: true })
  const ask = async (method: Method, url: string, headers = {}): Promise<Answer> => {
    const answer = await app.inject({ method, url, headers })
    const isJson = /[/+]json/.test(String(answer.headers['content-type']))
    const json = isJson && answer.body !== '' ? JSON.parse(answer.body) : undefined
    return Object.assign(answer, { json })
  }
  return { get, ask }
}

t.test('HEAD is GET without the body', async t => {
  const { ask } = await serve(t)
  for (const url of [...urls, ...others, ...pages]) {
    const [got, head] = [await ask('GET', url), await ask('HEAD', url)]
    t.equal(head.body, '', url)
    t.equal(head.statusCode, 200, url)
    for (const answer of [got, head])
      for (const name of ['x-request-id', 'date', 'connection']) delete answer.headers[name]
    t.strictSame(head.headers, got.headers, url)
  }
})

t.test('OPTIONS says what a path allows, to anyone', async t => {
  const { ask } = await serve(t)
  const preflight = {
    origin: 'https://example.org',
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'if-none-match',
  }
  for (const url of [...urls, ...others])
    for (const headers of [{}, preflight]) {
      const answer = await ask('OPTIONS', url, headers)
      t.match(answer, { statusCode: 204, body: '' }, url)
      t.match(answer.headers, {
        allow: allowedAt(url),
        'access-control-allow-origin': '*',
        'access-control-allow-methods': allowedAt(url),
      })
    }
  const { headers } = await ask('OPTIONS', '/v1/actions', preflight)
  t.equal(headers['access-control-allow-headers'], 'if-none-match')
  t.equal(headers['access-control-max-age'], '86400')
  assertProblem(t, await ask('OPTIONS', '/v1/nothing'), 404, 'not-found')
})

t.test('a method that a path does not have is 405, a path that is not there 404', async t => {
  const { ask } = await serve(t)
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'] as const) {
    for (const url of [...urls, ...others]) {
      if (method === 'POST' && url === service) continue
      const answer = await ask(method, url)
      assertProblem(t, answer, 405, 'method-not-allowed')
      t.equal(answer.headers.allow, allowedAt(url), `${method} ${url}`)
    }
    assertProblem(t, await ask(method, '/v1/nothing'), 404, 'not-found')
  }
})

const missing = [
  '/nothing',
  '/v2',
  '/v1/',
  '/v1/action',
  '/v1/actions/',
  '/v1/actions//claims',
  '/v1/actions/joint-notice-2021-09/',
  '/v1/actions/joint-notice-2021-09/nothing',
  '/v1/regions/CN/claims',
  '/v1/search/mining',
  '/V1/actions',
  '//v1/actions',
  '/metrics',
  '/.git/config',
]

t.test('a path that is not there is told as such', async t => {
  const { ask } = await serve(t)
  for (const url of missing) {
    const answer = await ask('GET', `${url}?type=ban`)
    assertProblem(t, answer, 404, 'not-found')
    t.equal(answer.json.detail, `There is nothing at ${url}.`)
  }
  for (const url of ['/v1/actions/%zz', '/%', '/v1/actions/%C3%28'])
    assertProblem(t, await ask('GET', url), 400, 'bad-request')
})

t.test('a URL may have 8,192 bytes, an id 500', async t => {
  const { ask } = await serve(t)
  const url = (length: number) => '/v1/actions?q='.padEnd(length, 'ä').slice(0, length)
  const bytes = (length: number) => '/v1/actions?q='.padEnd(length, 'x')
  assertProblem(t, await ask('GET', bytes(8_192)), 400, 'bad-parameter')
  assertProblem(t, await ask('GET', bytes(8_193)), 414, 'uri-too-long')
  assertProblem(t, await ask('POST', bytes(8_193)), 414, 'uri-too-long')
  assertProblem(t, await ask('GET', encodeURI(url(2_000))), 414, 'uri-too-long')
  const id = (length: number) => `/v1/actions/${'x'.repeat(length)}`
  assertProblem(t, await ask('GET', id(500)), 404, 'unknown-record')
  assertProblem(t, await ask('GET', id(501)), 414, 'uri-too-long')
})

/** What a client accepts, and whether there is something for it. */
const accepted: [accept: string, fits: boolean][] = [
  ['application/json', true],
  ['*/*', true],
  ['application/*', true],
  ['text/html', true],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
  ['text/turtle, application/json;q=0.1', true],
  ['', true],
  ['text/turtle', false],
  ['image/*', false],
  ['application/json;q=0', false],
]

t.test('what is acceptable is sent as JSON, what is not is 406', async t => {
  const { get } = await serve(t)
  for (const url of ['/v1', '/v1/actions?limit=1', '/v1/actors/okex', '/v1/search?q=mining'])
    for (const [accept, fits] of accepted) {
      const answer = await get(url, { accept })
      if (fits) t.equal(answer.headers['content-type'], 'application/json; charset=utf-8', accept)
      else assertProblem(t, answer, 406, 'not-acceptable')
      const query = url.includes('?') ? '&' : '?'
      t.equal((await get(`${url}${query}format=json`, { accept })).statusCode, 200, accept)
    }
})
