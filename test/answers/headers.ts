import t, { type Test } from 'tap'
import { assertProblem, testApp } from '../fixtures/app.ts'

const answers = ['/v1', '/v1/actions?limit=1', '/v1/nothing', '/v1/actions?x=y', '/v1/actions/%zz']
const pages = ['/', '/docs', '/problems/not-found']

t.test('any page may read every answer, which has an id of its own', async t => {
  const { get } = await testApp(t)
  const plain = ['Accept-Ranges', 'Content-Disposition', 'Content-Range', 'ETag', 'Link']
  const limits = ['Last-Modified', 'RateLimit', 'RateLimit-Policy', 'Repr-Digest', 'Retry-After']
  const own = ['X-Dataset-Release', 'X-Request-Id', 'X-Total-Count']
  const seen = new Set<unknown>()
  for (const url of [...answers, '/health/live', '/openapi.json', ...answers]) {
    const { headers } = await get(url, { origin: 'https://a.example', 'x-request-id': 'mine' })
    t.match(headers, {
      'access-control-allow-origin': /^\*$/,
      'access-control-expose-headers': [...plain, ...limits, ...own].join(', '),
      'access-control-allow-credentials': undefined,
      'x-request-id': /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    })
    t.notOk(seen.has(headers['x-request-id']), url)
    seen.add(headers['x-request-id'])
  }
})

t.test(
  'pages have the headers of pages, and only they; no answer lets its type be guessed',
  async t => {
    const { app } = await testApp(t)
    for (const url of pages) {
      const { headers, body } = await app.inject(url)
      const policy = String(headers['content-security-policy'])
      t.match(policy, /default-src 'none'/, url)
      t.notMatch(policy, /unsafe|https?:|\*/, url)
      t.equal(headers['x-content-type-options'], 'nosniff', url)
      t.equal(headers['strict-transport-security'], undefined, url)
      t.equal(headers['content-type'], 'text/html; charset=utf-8', url)
      t.notMatch(body, /(?:src|rel="(?:stylesheet|icon)" href)="https?:/, 'nothing from elsewhere')
    }
    for (const url of answers) {
      const { headers } = await app.inject(url)
      t.equal(headers['x-content-type-options'], 'nosniff', url)
      t.equal(headers['content-security-policy'], undefined, url)
      t.equal(headers['x-frame-options'], undefined, url)
    }
  },
)

/** The app with a limit of two requests, and its answers to a request of each client. */
async function askAs(t: Test, clients: string[], settings = {}) {
  const { get } = await testApp(t, { settings: { RATE_LIMIT: '2', ...settings } })
  const answers = []
  for (const client of clients)
    answers.push(await get('/v1/regions/CN', { 'x-forwarded-for': client }))
  return { get, answers, statuses: answers.map(({ statusCode }) => statusCode) }
}

const one = '1.2.3.1'

t.test('answers have the rest of the limit, refusals the time to wait', async t => {
  // The second answer comes from the cache.
  const { get, answers, statuses } = await askAs(t, [one, one, one])
  t.strictSame(statuses, [200, 200, 429])
  for (const [index, { headers }] of answers.entries()) {
    t.equal(headers['ratelimit-policy'], '"default";q=2;w=60')
    t.match(headers.ratelimit, new RegExp(`^"default";r=${Math.max(0, 1 - index)};t=(60|5\\d)$`))
    t.notOk(Object.keys(headers).some(name => name.startsWith('x-ratelimit')))
  }
  for (const url of ['/v1/actions', '/v1/actions?x=y']) {
    const refused = await get(url)
    assertProblem(t, refused, 429, 'too-many-requests')
    t.match(refused.headers['retry-after'], /^(60|5\d)$/)
  }
})

t.test(
  'every request counts, one for an unknown path too; health checks have a limit of their own',
  async t => {
    for (const [urls, statuses] of [
      [
        ['/nothing', '/v1/nothing', '/nothing'],
        [404, 404, 429],
      ],
      [
        ['/v1/regions/CN/', '/v1/regions/XX', '/v1'],
        [308, 404, 429],
      ],
      [
        ['/v1', '/v1', '/health/live', '/health/ready', '/health/live', '/v1'],
        [200, 200, 200, 200, 429, 429],
      ],
    ] as const) {
      const { app } = await testApp(t, { settings: { RATE_LIMIT: '2' } })
      const given: number[] = []
      for (const url of urls) given.push((await app.inject(url)).statusCode)
      t.strictSame(given, statuses, urls.join(' '))
    }
  },
)

t.test('the limit goes by a clock that is never set', async t => {
  const { get, statuses } = await askAs(t, [one, one, one])
  t.strictSame(statuses, [200, 200, 429])
  const [now, clock] = [Date.now, performance.now.bind(performance)]
  t.intercept(Date, 'now', { value: () => now() - 3_600_000 })
  const ask = async () => (await get('/v1/regions/CN', { 'x-forwarded-for': one })).statusCode
  t.equal(await ask(), 429, 'an hour back')
  t.intercept(performance, 'now', { value: () => clock() + 61_000 })
  t.strictSame([await ask(), await ask(), await ask()], [200, 200, 429], 'the next window')
})

t.test('without a limit nothing is counted', async t => {
  const { answers, statuses } = await askAs(t, [one, one, one], { RATE_LIMIT: '0' })
  t.strictSame(statuses, [200, 200, 200])
  for (const { headers } of answers) t.equal(headers.ratelimit, undefined)
})

t.test('a server whose event loop is slow refuses work, but not health checks', async t => {
  const pressure = { maxEventLoopDelay: 200, sampleInterval: 50 }
  const { get } = await testApp(t, { pressure })
  const ask = () => get('/v1/regions/CN')
  let answer = await ask()
  while (answer.statusCode === 200) {
    for (const end = Date.now() + 300; Date.now() < end; );
    answer = await ask()
  }
  assertProblem(t, answer, 503, 'overloaded')
  t.equal(answer.headers['retry-after'], '1')
  for (const url of ['/health/live', '/health/ready']) t.equal((await get(url)).statusCode, 200)
  while ((await ask()).statusCode !== 200);
  t.pass('it recovers')
})
