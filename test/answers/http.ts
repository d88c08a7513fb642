import t from 'tap'
import { assertProblem, testApp } from '../fixtures/app.ts'
import { exampleUrl, openapi } from '../fixtures/openapi.ts'

const { app, ask, get } = await testApp(t, { exported: true, released: true })

const urls = [
  ...Object.keys(openapi.paths).map(path => exampleUrl(path)),
  ...['/', '/docs', '/docs/static/swagger-ui.css', '/openapi.json', '/openapi.yaml'],
]
const streams = [
  ...['actions?format=csv', 'claims?format=ndjson', 'counts?group_by=month,type&format=csv'],
].map(path => `/v1/${path}`)

const ofTheMoment = ['x-request-id', 'date', 'connection', 'transfer-encoding']

t.test('HEAD is GET without the body', async t => {
  for (const url of [...urls, ...streams, '/problems/not-found']) {
    const [got, head] = [await ask({ url }), await ask({ method: 'HEAD', url })]
    t.match(head, { statusCode: 200, body: '' }, url)
    for (const { headers } of [got, head]) for (const name of ofTheMoment) delete headers[name]
    t.strictSame(head.headers, got.headers, url)
  }
})

t.test(
  'HEAD and GET have one tag in each coding; of a file, HEAD speaks of the plain one',
  async t => {
    const codings = ['gzip, deflate, br', 'br;q=0.1, gzip;q=0.9', 'identity']
    const answers = [...urls, ...streams].filter(url => url.startsWith('/v1'))
    for (const url of answers)
      for (const coding of codings) {
        const headers = { 'accept-encoding': coding }
        const [got, head] = [
          await app.inject({ url, headers }),
          await app.inject({ method: 'HEAD', url, headers }),
        ]
        const [{ etag }, { etag: tag }] = [got.headers, head.headers]
        if (url.startsWith('/v1/exports/')) t.equal(tag, etag?.replace(/-\w+"$/, '"'), url)
        else t.equal(tag, etag, `${url} ${coding}`)
        t.match(tag, /^"[\da-f]{32,}(?:-br|-gzip)?"$/)
        for (const method of ['GET', 'HEAD'] as const)
          t.match(
            await ask({ method, url, headers: { ...headers, 'if-none-match': String(etag) } }),
            {
              statusCode: 304,
              headers: { etag },
            },
          )
      }
  },
)

t.test('If-Modified-Since with the time of the release is answered by 304', async t => {
  const [{ time }] = (await get('/v1/releases?limit=1')).json.data
  const since = new Date(time).toUTCString()
  const later = new Date(Date.parse(time) + 86_400_000).toUTCString()
  const earlier = new Date(Date.parse(time) - 1_000).toUTCString()
  const cases: [headers: Record<string, string>, status: number][] = [
    [{ 'if-modified-since': since }, 304],
    [{ 'if-modified-since': since, 'accept-encoding': 'br' }, 304],
    [{ 'if-modified-since': earlier }, 200],
    // The client may have got it while the release before was served.
    [{ 'if-modified-since': later }, 200],
    [{ 'if-modified-since': 'yesterday' }, 200],
    [{ 'if-modified-since': since, 'if-none-match': '"other"' }, 200],
  ]
  for (const url of [...urls, ...streams].filter(url => url.startsWith('/v1')))
    for (const [headers, status] of cases)
      for (const method of ['GET', 'HEAD'] as const) {
        const answer = await app.inject({ method, url, headers })
        t.equal(answer.statusCode, status, `${method} ${url} ${JSON.stringify(headers)}`)
        t.equal(answer.headers['last-modified'], since)
        if (status === 304) t.match(answer, { body: '', headers: { etag: /^"/ } })
      }
  const missing = await get('/v1/actions/nothing', { 'if-modified-since': since })
  assertProblem(t, missing, 404, 'unknown-record')
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
  ...['/nothing', '/nothing/', '/v2', '/v1/action', '/v1/actions//claims'],
  ...['/v1/actions/joint-notice-2021-09/nothing', '/docs/static/'],
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
  ['application/x-ndjson;charset=utf-8;q=0.5, text/csv;header=present;q=0.9', 'text/csv'],
  ['text/csv;profile="a,b;q=0"', 'text/csv'],
  ['text/csv ; q=0.1 , application/json; indent="\\"2" ; Q=0.2', 'application/json'],
  ['text/*', 'text/csv'],
  ['text/*, application/json;q=0.9', 'text/csv'],
  ['application/problem+json', 'application/json'],
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

t.test('every Content-Type that a path sends is one that it accepts', async t => {
  for (const [path, { get: operation }] of Object.entries(openapi.paths)) {
    const url = exampleUrl(path)
    for (const type of Object.keys(operation?.responses['200']?.content ?? {})) {
      if (type === '*/*' || type === 'text/javascript') continue
      for (const accept of [`${type}; charset=utf-8`, `${type};charset="utf-8";q=0.5`]) {
        const answer = await get(url, { accept })
        t.equal(answer.statusCode, 200, `${accept} ${answer.body.slice(0, 200)}`)
        const sent = String(answer.headers['content-type'])
        t.equal(sent.split(';')[0], type, url)
        t.equal((await get(url, { accept: sent })).body, answer.body)
      }
    }
  }
})

t.test('a range gets a format that takes the other parameters', async t => {
  const cases: [query: string, accept: string, type: string | number][] = [
    ['limit=2', 'text/*', 'application/json'],
    ['fields=id', 'text/*', 'text/csv'],
    // Any type at all is JSON, which has no rows of claims.
    ['shape=long', '*/*;q=0.5', 400],
    ['shape=long', 'image/png, */*;q=0.8', 400],
    ['fields=id', 'image/png, */*;q=0.8', 'application/json'],
    ['shape=long', 'text/*', 'text/csv'],
    ['include=claims&limit=2', 'application/*', 'application/json'],
    ['fields=id', 'application/*;q=0.5, text/*;q=0.1', 'application/json'],
    // Asked for by its name, a format refuses what it does not take.
    ['limit=2', 'text/csv', 400],
    ['limit=2', 'text/csv, */*;q=0.1', 400],
  ]
  for (const [query, accept, type] of cases) {
    const { statusCode, headers } = await get(`/v1/actions?${query}`, { accept })
    if (typeof type === 'number') t.equal(statusCode, type, `${query} ${accept}`)
    else t.equal(headers['content-type'], `${type}; charset=utf-8`, `${query} ${accept}`)
  }
})

t.test('a slash too many at the end of a path is taken away by a redirect', async t => {
  const cases: [url: string, location: string][] = [
    ['/v1/', '/v1'],
    ['/v1/actions/', '/v1/actions'],
    ['/v1/actions//', '/v1/actions'],
    ['/v1/actions/?type=ban&limit=1', '/v1/actions?type=ban&limit=1'],
    ['/v1/actions/joint-notice-2021-09/', '/v1/actions/joint-notice-2021-09'],
    ['/v1/actions/joint-notice-2021-09/claims/', '/v1/actions/joint-notice-2021-09/claims'],
    [
      '/v1/claims/actions%2Fjoint-notice-2021-09.date.1/',
      '/v1/claims/actions%2Fjoint-notice-2021-09.date.1',
    ],
    [
      '/v1/claims/actions/joint-notice-2021-09.date.1/',
      '/v1/claims/actions/joint-notice-2021-09.date.1',
    ],
    ['/v1/reconcile/', '/v1/reconcile'],
    ['/docs/', '/docs'],
    ['/openapi.json/', '/openapi.json'],
    ['/health/live/', '/health/live'],
  ]
  for (const [url, location] of cases) {
    for (const method of ['GET', 'HEAD'] as const) {
      const headers = { location, 'access-control-allow-origin': '*' }
      t.match(await ask({ method, url }), { statusCode: 308, headers }, url)
    }
    t.equal((await ask({ url: location })).statusCode, 200, location)
  }
  const posted = await ask({ method: 'POST', url: '/v1/reconcile/', payload: 'queries=%7B%7D' })
  t.match(posted, { statusCode: 308, headers: { location: '/v1/reconcile' } })
  const preflighted = await ask({ method: 'OPTIONS', url: '/v1/actions/', headers: preflight })
  t.match(preflighted, { statusCode: 204, headers: { allow: 'GET, HEAD, OPTIONS' } })
  const docs = await ask({ method: 'OPTIONS', url: '/docs/' })
  t.match(docs, { statusCode: 204, headers: { allow: 'GET, HEAD, OPTIONS' } })
  assertProblem(t, await get(`/v1/actions/?q=${'x'.repeat(8_192)}`), 414, 'uri-too-long')
})
