import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { Dataset } from '../../src/dataset/dataset.ts'
import { AnswerCache } from '../../src/http/answers/cache.ts'
import { assertProblem, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { assertPublished, faultIn, featuresOf, reconcileApp } from '../fixtures/reconciliation.ts'

const { app, get, ask, askBatch, askBoth, postFields } = await reconcileApp(t)

t.test('the manifest describes the service, and each of its addresses answers', async t => {
  const origin = 'http://127.0.0.1:3000'
  const { json, headers } = await get('/v1/reconcile')
  assertPublished(t, 'manifest', json)
  t.ok(faultIn('manifest', { ...json, versions: ['0.1'] }), 'the schemas are those of 0.2')
  t.equal(headers['access-control-allow-origin'], '*')
  t.match(json, {
    versions: ['0.2'],
    identifierSpace: `${origin}/v1/`,
    view: { url: `${origin}/v1/reconcile/preview?id={{id}}` },
    extend: { property_settings: [] },
    batchSize: 50,
  })
  type Service = { service_url: string; service_path: string }
  const addressOf = ({ service_url, service_path }: Service) => service_url + service_path
  const { preview, suggest, extend } = json
  const ids = ['actors/huobi', encodeURIComponent('actors/huobi'), 'regions/CN-NM']
  const addresses = [
    `${json.identifierSpace}actors/huobi`,
    ...ids.flatMap(id => [json.view, preview].map(({ url }) => url.replace('{{id}}', id))),
    ...Object.values<Service>(suggest).map(service => `${addressOf(service)}?prefix=re`),
    `${addressOf(extend.propose_properties)}?type=region`,
  ]
  for (const address of addresses) {
    t.ok(address.startsWith(origin), address)
    t.equal((await get(address.replace(origin, ''))).statusCode, 200, address)
  }
  t.equal((await app.inject(new URL(json.documentation).pathname)).statusCode, 200)
})

t.test('GET and POST give a batch the same answers, under its own keys', async t => {
  const queries = `{
    "q0": { "query": "OKX" },
    "another key": { "query": "Inner Mongolia", "type": "region", "limit": 2 },
    "7": { "query": "nothing like this xyz" },
    "__proto__": { "query": "HTX" }
  }`
  assertPublished(t, 'reconciliation-query-batch', JSON.parse(queries))
  const [got, posted] = await askBoth({ queries })
  t.equal(posted.body, got.body)
  for (const { headers } of [got, posted])
    t.match(headers, { 'access-control-allow-origin': '*', 'x-dataset-release': String })
  assertPublished(t, 'reconciliation-result-batch', got.json)
  const results: [string, { result: { id: string }[] }][] = Object.entries(got.json)
  const ids = results.map(([key, { result }]) => `${key}: ${result[0]?.id}`)
  const named = ['q0: actors/okex', 'another key: regions/CN-NM', '__proto__: actors/huobi']
  t.strictSame(ids, ['7: undefined', ...named])
})

t.test('answers to GET may be stored, answers to POST may not', async t => {
  const queries = '{"q":{"query":"OKX"}}'
  const got = await askBatch(JSON.parse(queries))
  t.match(got.headers, { etag: /^"\w+"$/, 'cache-control': /public/ })
  const again = { 'if-none-match': String(got.headers.etag) }
  const url = `/v1/reconcile?queries=${encodeURIComponent(queries)}`
  t.equal((await get(url, again)).statusCode, 304)
  t.equal((await get('/v1/reconcile?queries=%7B%7D', again)).body, '{}')
  const posted = await postFields({ queries })
  t.match(posted.headers, { etag: undefined, 'cache-control': 'no-store' })
})

t.test('any name or id finds its record, and the answer says which matched', async t => {
  const office = "Supreme People's Prosecutor's Office"
  const former = ['actors/okg-technology', 'actors/cn-supreme-peoples-procuratorate'] as const
  const region = 'regions/CN-NM'
  const cases: [query: string, id: string, score: number, feature: string, how: string][] = [
    ['Huobi', 'actors/huobi', 100, 'name_short', '; short name ‘Huobi’'],
    ['huobi GLOBAL', 'actors/huobi', 100, 'name_official', '; official name ‘Huobi Global’'],
    ['火币', 'actors/huobi', 95, 'name_alias', '; alias ‘火币’'],
    ['前进控股集团', former[0], 95, 'name_former', '; former name ‘前进控股集团’'],
    [office.replaceAll("'", ''), former[1], 95, 'name_former', `; former name ‘${office}’`],
    ['Actors/HUOBI', 'actors/huobi', 100, 'id', 'Exchange'],
    ['cn-supreme-peoples-procuratorate', former[1], 100, 'id', ''],
    [region, region, 100, 'id', 'Subdivision, China'],
  ]
  for (const [query, id, score, feature, how] of cases) {
    const [first, ...others] = await ask({ query, limit: 100 })
    t.match(first, { id, score, match: true }, query)
    t.ok(first?.description.endsWith(how), query)
    const features = { name_similarity: 100, name_exact: true, [feature]: true }
    t.strictSame(first && featuresOf(first), features)
    t.notOk(others.some(other => other.match || featuresOf(other).name_exact))
  }
})

t.test('a name that two actors share matches neither, until a property decides', async t => {
  const { ask } = await reconcileApp(t, { seed: inventedSeed(t) })
  const query = 'Twin Mine'
  const [one, two] = ['actors/twin-one', 'actors/twin-two']
  t.match((await ask({ query })).slice(0, 2), [
    { id: one, score: 100, match: false },
    { id: two, score: 100, match: false },
  ])
  const decided = await ask({ query, properties: [{ pid: 'names', v: 'twin minx' }] })
  t.match(decided[0], { id: one, score: 100, match: true })
  const none = await ask({ query, properties: [{ pid: 'sector', v: 'wallet' }] })
  t.notOk(none.some(({ match }) => match))
})

t.test('a failure to read the names does not outlast its request', async t => {
  const fresh = await reconcileApp(t)
  const { record } = Dataset.prototype
  Dataset.prototype.record = () => {
    throw new Error('the disk is busy')
  }
  const batch = { q: { query: 'Huobi' } }
  t.equal((await fresh.askBatch(batch)).statusCode, 500)
  Dataset.prototype.record = record
  t.equal((await fresh.askBatch(batch)).statusCode, 200)
})

t.test('the time of a form is counted from its last byte', async t => {
  const { app } = await testApp(t, { settings: { REQUEST_TIMEOUT: '1' } })
  const { get } = AnswerCache.prototype
  const never = () => Promise.withResolvers<never>().promise
  t.intercept(AnswerCache.prototype, 'get', {
    value(tag: string, _: unknown, waited: number) {
      return get.call(this, tag, never, waited)
    },
  })
  async function* slowly() {
    await setTimeout(300)
    yield `queries=${encodeURIComponent(JSON.stringify({ q: { query: 'Huobi' } }))}`
  }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const payload = Readable.from(slowly())
  const sent = performance.now()
  const answer = await app.inject({ method: 'POST', url: '/v1/reconcile', headers, payload })
  assertProblem(t, Object.assign(answer, { json: answer.json() }), 503, 'overloaded')
  t.equal(answer.headers['retry-after'], '1')
  t.ok(performance.now() - sent >= 1_290, 'timers may be a little early')
})
