import { setImmediate } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { assertProblem, testApp } from '../fixtures/app.ts'

const answers = ['/v1', '/v1/actions?limit=1', '/v1/nothing', '/v1/actions?x=y', '/v1/actions/%zz']
const pages = ['/', '/docs', '/problems/not-found']

t.test('any page may read every answer, errors included', async t => {
  const { get } = await testApp(t)
  for (const url of [...answers, '/health/live', '/openapi.json']) {
    const { headers } = await get(url, { origin: 'https://example.org' })
    t.equal(headers['access-control-allow-origin'], '*', url)
    const exposed = String(headers['access-control-expose-headers']).split(', ')
    const plain = ['Accept-Ranges', 'Content-Disposition', 'Content-Range', 'ETag', 'Link']
    const limits = ['Last-Modified', 'RateLimit', 'RateLimit-Policy', 'Repr-Digest', 'Retry-After']
    const own = ['X-Dataset-Release', 'X-Request-Id', 'X-Total-Count']
    t.strictSame(exposed, [...plain, ...limits, ...own], url)
    t.equal(headers['access-control-allow-credentials'], undefined, url)
  }
})

t.test('pages have the headers of pages, and only they', async t => {
  const { app } = await testApp(t)
  for (const url of pages) {
    const { headers, body } = await app.inject(url)
    const policy = String(headers['content-security-policy'])
    t.match(policy, /default-src 'none'/, url)
    t.notMatch(policy, /unsafe|https?:|\*/, url)
    t.equal(headers['x-content-type-options'], 'nosniff', url)
    t.equal(headers['strict-transport-security'], undefined, url)
    t.equal(headers['content-type'], 'text/html; charset=utf-8', url)
    t.notMatch(body, /https?:\/\//, 'nothing from elsewhere')
  }
  for (const url of answers) {
    const { headers } = await app.inject(url)
    t.equal(headers['content-security-policy'], undefined, url)
    t.equal(headers['x-frame-options'], undefined, url)
  }
})

t.test('each answer has an id of its own, whatever the client calls it', async t => {
  const { get } = await testApp(t)
  const seen = new Set<unknown>()
  for (const url of [...answers, '/health/live', ...answers]) {
    const id = (await get(url, { 'x-request-id': 'mine' })).headers['x-request-id']
    t.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, url)
    t.notOk(seen.has(id), url)
    seen.add(id)
  }
})

/** Every answer to a client that asks three times where two are allowed. */
async function askThrice(t: Test, settings = {}, clients = ['1.2.3.4', '1.2.3.4', '1.2.3.4']) {
  const { get } = await testApp(t, { settings: { RATE_LIMIT: '2', ...settings } })
  const told = []
  for (const client of clients)
    told.push(await get('/v1/regions/CN', { 'x-forwarded-for': client }))
  return { get, told }
}

t.test('the headers say how much is left, and when to go on', async t => {
  const { get, told } = await askThrice(t)
  for (const [index, { statusCode, headers }] of told.entries()) {
    t.equal(statusCode, index < 2 ? 200 : 429)
    t.equal(headers['ratelimit-policy'], '"default";q=2;w=60')
    t.match(headers.ratelimit, new RegExp(`^"default";r=${Math.max(0, 1 - index)};t=(60|5\\d)$`))
    t.notOk(Object.keys(headers).some(name => name.startsWith('x-ratelimit')))
  }
  const refused = await get('/v1/actions')
  assertProblem(t, refused, 429, 'too-many-requests')
  t.match(refused.headers['retry-after'], /^(60|5\d)$/)
  t.equal(refused.headers['access-control-allow-origin'], '*')
  t.equal((await get('/v1/actions?x=y')).statusCode, 429, 'whatever it asks')
  t.equal((await get('/health/ready')).statusCode, 200, 'but for health')
})

t.test('clients are distinguished by their address, or by what a trusted proxy says', async t => {
  const three = ['1.2.3.4', '1.2.3.5', '1.2.3.6']
  const statuses = async (settings: object) =>
    (await askThrice(t, settings, three)).told.map(({ statusCode }) => statusCode)
  t.strictSame(await statuses({}), [200, 200, 429])
  t.strictSame(await statuses({ TRUST_PROXY: 'true' }), [200, 200, 200])
})

t.test('without a limit nothing is said of one', async t => {
  const { told } = await askThrice(t, { RATE_LIMIT: '0' })
  for (const { statusCode, headers } of told)
    t.match({ statusCode, headers }, { statusCode: 200, headers: { ratelimit: undefined } })
})

t.test('a server whose event loop is slow refuses work, but not health checks', async t => {
  const pressure = { maxEventLoopDelay: 200, sampleInterval: 50 }
  const { app, get } = await testApp(t, { pressure })
  const work = (ms: number) => {
    for (const end = Date.now() + ms; Date.now() < end; );
  }
  /** Works until a sample has been taken that says so. */
  const becomes = async (isSlow: boolean, ms: number) => {
    while (app.isUnderPressure() !== isSlow) {
      work(ms)
      await setImmediate()
    }
  }
  await becomes(true, 300)
  const refused = await get('/v1/regions/CN')
  assertProblem(t, refused, 503, 'overloaded')
  t.equal(refused.headers['retry-after'], '1')
  for (const url of ['/health/live', '/health/ready']) t.equal((await get(url)).statusCode, 200)
  await becomes(false, 0)
  t.equal((await get('/v1/regions/CN')).statusCode, 200)
})
