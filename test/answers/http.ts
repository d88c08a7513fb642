import t from 'tap'
import { assertProblem, testApp } from '../fixtures/app.ts'
import { exampleUrl, openapi } from '../fixtures/openapi.ts'

const { ask, get } = await testApp(t, { exported: true, released: true })

const urls = [
  ...Object.keys(openapi.paths).map(path => exampleUrl(path)),
  ...['/', '/docs', '/docs/static/swagger-ui.css', '/openapi.json', '/openapi.yaml'],
]
const streams = [
  ...['actions?format=csv', 'claims?format=ndjson', 'counts?group_by=month,type&format=csv'],
].map(path => `/v1/${path}`)

t.test('HEAD is GET without the body', async t => {
  for (const url of [...urls, ...streams, '/problems/not-found']) {
    const [got, head] = [await ask({ url }), await ask({ method: 'HEAD', url })]
    t.match(head, { statusCode: 200, body: '' }, url)
    for (const { headers } of [got, head])
      for (const name of ['x-request-id', 'date', 'connection', 'transfer-encoding'])
        delete headers[name]
    t.strictSame(head.headers, got.headers, url)
  }
})

const preflight = {
  origin: 'https://example.org',
  'access-control-request-method': 'GET',
  'access-control-request-headers': 'if-none-match',
}
const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'] as const

t.test('OPTIONS names the methods of a path, to anyone; others are 405', async t => {
  for (const url of urls) {
    const allow = url === '/v1/reconcile?' ? 'GET, HEAD, OPTIONS, POST' : 'GET, HEAD, OPTIONS'
    const expected = {
      allow,
      'access-control-allow-origin': '*',
      'access-control-allow-methods': allow,
    }
    for (const headers of [{}, preflight]) {
      const answer = await ask({ method: 'OPTIONS', url, headers })
      t.match(answer, { statusCode: 204, body: '', headers: expected }, url)
    }
    for (const method of methods.filter(method => !allow.includes(method))) {
      const answer = await ask({ method, url })
      assertProblem(t, answer, 405, 'method-not-allowed')
      t.equal(answer.headers.allow, allow, `${method} ${url}`)
    }
  }
  const { headers } = await ask({ method: 'OPTIONS', url: '/v1/actions', headers: preflight })
  t.match(headers, {
    'access-control-allow-headers': 'if-none-match',
    'access-control-max-age': '86400',
  })
})

const missing = [
  ...['/nothing', '/v2', '/v1/', '/v1/action', '/v1/actions/', '/v1/actions//claims'],
  ...['/v1/actions/joint-notice-2021-09/', '/v1/actions/joint-notice-2021-09/nothing'],
  ...['/v1/regions/CN/claims', '/v1/search/mining', '/V1/actions', '//v1/actions'],
  ...['/metrics', '/.git/config'],
]

t.test('an unknown path is a 404 for every method', async t => {
  for (const url of missing) {
    const answer = await get(`${url}?type=ban`)
    assertProblem(t, answer, 404, 'not-found')
    t.equal(answer.json.detail, `There is nothing at ${url}.`)
  }
  for (const method of ['OPTIONS', ...methods] as const)
    assertProblem(t, await ask({ method, url: '/v1/nothing' }), 404, 'not-found')
  for (const url of ['/v1/actions/%zz', '/%', '/v1/actions/%C3%28'])
    assertProblem(t, await get(url), 400, 'bad-request')
})

t.test('a URL may have 8,192 bytes, an id 500', async t => {
  const search = (length: number) => '/v1/actions?q='.padEnd(length, 'x')
  assertProblem(t, await get(search(8_192)), 400, 'bad-parameter')
  assertProblem(t, await get(search(8_193)), 414, 'uri-too-long')
  assertProblem(t, await ask({ method: 'POST', url: search(8_193) }), 414, 'uri-too-long')
  assertProblem(t, await get(`/v1/actions?q=${'%C3%A4'.repeat(2_000)}`), 414, 'uri-too-long')
  const id = (length: number) => `/v1/actions/${'x'.repeat(length)}`
  assertProblem(t, await get(id(500)), 404, 'unknown-record')
  assertProblem(t, await get(id(501)), 414, 'uri-too-long')
})

/** The Accept header, and the media type of the answer, if there is one for it. */
const accepted: [accept: string, type?: string][] = [
  ...['application/json', '*/*', 'application/*', 'text/html', ''].map(
    (accept): [string, string] => [accept, 'application/json'],
  ),
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/json'],
  ['text/turtle, application/json;q=0.1', 'application/json'],
  ['application/x-ndjson;q=0.5, text/csv;q=0.9', 'text/csv'],
  ['text/turtle'],
  ['image/*'],
  ['application/json;q=0'],
]

t.test('Accept chooses the media type, JSON by default; format overrides it', async t => {
  for (const [accept, type] of accepted) {
    const answer = await get('/v1/actions', { accept })
    if (type) t.equal(answer.headers['content-type'], `${type}; charset=utf-8`, accept)
    else assertProblem(t, answer, 406, 'not-acceptable')
    const named = await get('/v1/actions?format=csv', { accept })
    t.equal(named.headers['content-type'], 'text/csv; charset=utf-8', accept)
  }
})
