import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { Dataset } from '../../src/store/dataset.ts'
import { assertProblem, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import {
  assertPublished,
  type Candidate,
  faultIn,
  postForm,
  published,
  reconcileApp,
} from '../fixtures/reconciliation.ts'

const { app, get, ask, askBatch } = await reconcileApp(t)

const featuresOf = ({ features }: Candidate) =>
  Object.fromEntries(features.map(({ id, value }) => [id, value]))

t.test('the published schemas are those of 0.2, and they refuse what is wrong', async t => {
  t.equal(published.length, 9)
  const manifest = (await get('/v1/reconcile')).json
  t.equal(faultIn('manifest', manifest), undefined)
  const wrong: [schema: string, value: object][] = [
    ['manifest', { ...manifest, versions: ['0.1'] }],
    ['manifest', { ...manifest, view: { url: 'https://example.org' } }],
    ['manifest', { ...manifest, authentication: {} }],
    ['manifest', { ...manifest, defaultTypes: [{ id: 'actor' }] }],
    ['reconciliation-query-batch', { a: { query: 'x', foo: 1 } }],
    ['reconciliation-result-batch', { a: [] }],
    ['reconciliation-result-batch', { a: { result: [{ id: 'a', name: 'b' }] } }],
    ['suggest-types-response', { result: [{ id: 'a' }] }],
    ['data-extension-response', { meta: [], rows: { a: { b: [{ str: 1 }] } } }],
  ]
  for (const [schema, value] of wrong) t.ok(faultIn(schema, value), schema)
})

t.test('without parameters the service tells what it offers, and all of it is there', async t => {
  const { json, headers } = await get('/v1/reconcile', { host: 'data.example:8080' })
  assertPublished(t, 'manifest', json)
  t.equal(headers['access-control-allow-origin'], '*')
  t.match(json, {
    versions: ['0.2'],
    identifierSpace: 'http://data.example:8080/v1/',
    view: { url: 'http://data.example:8080/v1/reconcile/preview?id={{id}}' },
    preview: { width: Number, height: Number },
    extend: { property_settings: [] },
    batchSize: 50,
  })
  const inside = (url: string) => url.replace('http://data.example:8080', '')
  t.equal((await get(inside(`${json.identifierSpace}actors/huobi`))).statusCode, 200)
  for (const id of ['actors/huobi', encodeURIComponent('actors/huobi'), 'regions/CN-NM']) {
    t.equal((await get(inside(json.view.url.replace('{{id}}', id)))).statusCode, 200, id)
    t.equal((await get(inside(json.preview.url.replace('{{id}}', id)))).statusCode, 200, id)
  }
  for (const { service_url, service_path } of Object.values(json.suggest) as {
    service_url: string
    service_path: string
  }[])
    t.equal((await get(`${inside(service_url + service_path)}?prefix=re`)).statusCode, 200)
  const { service_url, service_path } = json.extend.propose_properties
  t.equal((await get(`${inside(service_url + service_path)}?type=region`)).statusCode, 200)
  t.equal((await app.inject(new URL(json.documentation).pathname)).statusCode, 200)
})

t.test('the addresses are those that are set or asked, and the tag tells them apart', async t => {
  const [one, other] = [
    await get('/v1/reconcile', { host: 'one.example' }),
    await get('/v1/reconcile', { host: 'other.example' }),
  ]
  t.equal(one.json.suggest.type.service_url, 'http://one.example')
  t.equal(other.json.suggest.type.service_url, 'http://other.example')
  t.not(one.headers.etag, other.headers.etag)
  const again = { host: 'one.example', 'if-none-match': String(one.headers.etag) }
  t.equal((await get('/v1/reconcile', again)).statusCode, 304)
  t.equal((await get('/v1/reconcile', { ...again, host: 'other.example' })).statusCode, 200)
  const settings = { PUBLIC_URL: 'https://events.example/' }
  const known = await reconcileApp(t, { settings })
  const { json } = await known.get('/v1/reconcile', { host: 'one.example' })
  assertPublished(t, 'manifest', json)
  t.equal(json.extend.propose_properties.service_url, 'https://events.example')
  assertProblem(t, await get('/v1/reconcile', { host: 'a b' }), 400, 'bad-request')
  t.equal((await askBatch({ q: { query: 'x' } })).statusCode, 200)
})

t.test('by GET and by POST, a batch has the same answers under its own keys', async t => {
  const batch = {
    q0: { query: 'OKX' },
    'another key': { query: 'Inner Mongolia', type: 'region', limit: 2 },
    7: { query: 'nothing like this xyz' },
    ...JSON.parse('{"__proto__":{"query":"HTX"}}'),
  }
  assertPublished(t, 'reconciliation-query-batch', JSON.parse(JSON.stringify(batch)))
  const got = await askBatch(batch)
  const posted = await postForm(app, { queries: JSON.stringify(batch) })
  for (const answer of [got, posted]) {
    t.equal(answer.statusCode, 200)
    assertPublished(t, 'reconciliation-result-batch', answer.json)
    t.equal(answer.headers['access-control-allow-origin'], '*')
    t.equal(answer.headers['x-dataset-release'], got.headers['x-dataset-release'])
  }
  t.equal(posted.body, got.body)
  t.strictSame(Object.keys(got.json).sort(), ['7', '__proto__', 'another key', 'q0'])
  t.equal(got.json.q0.result[0].id, 'actors/okex')
  t.equal(got.json['another key'].result[0].id, 'regions/CN-NM')
  t.strictSame(got.json[7], { result: [] })
  const { value } = Object.getOwnPropertyDescriptor(got.json, '__proto__') ?? {}
  t.equal(value.result[0].id, 'actors/huobi')
})

t.test('what came by GET may be kept, what came by POST may not', async t => {
  const got = await askBatch({ q: { query: 'OKX' } })
  t.match(got.headers, { etag: /^"\w+"$/, 'cache-control': /public/ })
  const queries = encodeURIComponent('{"q":{"query":"OKX"}}')
  const again = { 'if-none-match': String(got.headers.etag) }
  t.equal((await get(`/v1/reconcile?queries=${queries}`, again)).statusCode, 304)
  t.equal((await get('/v1/reconcile?queries=%7B%7D', again)).body, '{}')
  const posted = await postForm(app, { queries: '{"q":{"query":"OKX"}}' })
  t.match(posted.headers, { etag: undefined, 'cache-control': 'no-store' })
})

t.test('every name finds its actor, and its score tells what name it is', async t => {
  const cases: [query: string, id: string, score: number, feature: string, how: string][] = [
    ['Huobi', 'actors/huobi', 100, 'name_short', 'short name ‘Huobi’'],
    ['huobi GLOBAL', 'actors/huobi', 100, 'name_official', 'official name ‘Huobi Global’'],
    ['HTX', 'actors/huobi', 95, 'name_alias', 'alias ‘HTX’'],
    ['火币', 'actors/huobi', 95, 'name_alias', 'alias ‘火币’'],
    ['前进控股集团', 'actors/okg-technology', 95, 'name_former', 'former name ‘前进控股集团’'],
    [
      'supreme peoples prosecutors office',
      'actors/peoples-procuratorate',
      95,
      'name_former',
      "former name ‘Supreme People's Prosecutor's Office’",
    ],
    ['hong  KONG', 'regions/HK', 100, 'name_official', 'official name ‘Hong Kong’'],
  ]
  for (const [query, id, score, feature, how] of cases) {
    const [first, ...others] = await ask({ query, limit: 100 })
    t.match(first, { id, score, match: true }, query)
    t.ok(first?.description.endsWith(how), `${query}: ${first?.description}`)
    t.match(featuresOf(first as Candidate), {
      name_similarity: 100,
      name_exact: true,
      [feature]: true,
    })
    t.notOk(
      others.some(
        ({ match, features }) => match || featuresOf({ features } as Candidate).name_exact,
      ),
    )
  }
})

t.test('an id is as good as a name', async t => {
  for (const query of ['actors/huobi', 'okex', 'Actors/HUOBI', 'regions/CN-NM', 'cn-nm']) {
    const [first] = await ask({ query })
    t.match(first, { score: 100, match: true }, query)
    t.ok(first?.id.toLowerCase().endsWith(query.toLowerCase()), query)
  }
  const [first] = await ask({ query: 'regions/CN-NM' })
  t.strictSame(featuresOf(first as Candidate), { name_similarity: 100, name_exact: true, id: true })
  t.equal(first?.description, 'Subdivision, China')
})

t.test('the order of the words hardly matters, a slip or an addition more', async t => {
  const scores: [query: string, score: number][] = [
    ["People's Bank of China", 100],
    ["china of Bank people's", 98],
    ["People's Bank of Chnia", 90.5],
    ["People's Bank", 60],
    ["The People's Bank of China, Beijing branch", 65.5],
  ]
  for (const [query, score] of scores) {
    const [first] = await ask({ query, type: 'agency' })
    t.match(first, { id: 'actors/peoples-bank-of-china', score, match: score === 100 }, query)
    t.equal(featuresOf(first as Candidate).name_similarity, score)
    t.equal(featuresOf(first as Candidate).name_exact, score === 100)
  }
  t.strictSame(await ask({ query: '?!' }), [])
  t.strictSame(await ask({ query: "'" }), [])
})

t.test(
  'what two have as their name is matched with neither, until something tells them apart',
  async t => {
    const { ask } = await reconcileApp(t, { seed: inventedSeed(t) })
    const twins = await ask({ query: 'Twin Mine' })
    t.strictSame(
      twins.slice(0, 2).map(({ id, score, match }) => [id, score, match]),
      [
        ['actors/twin-one', 100, false],
        ['actors/twin-two', 100, false],
      ],
    )
    const [only] = await ask({ query: 'Twin Mine', properties: [{ pid: 'names', v: 'twin minx' }] })
    t.match(only, { id: 'actors/twin-one', score: 100, match: true })
    const none = await ask({ query: 'Twin Mine', properties: [{ pid: 'sector', v: 'wallet' }] })
    t.notOk(none.some(({ match }) => match))
  },
)

t.test('a name of a place and of its government is matched once the type is said', async t => {
  const query = 'Inner Mongolia'
  const [one, other, ...rest] = await ask({ query })
  for (const candidate of [one, other]) t.match(candidate, { score: 100, match: false })
  t.ok(rest.every(({ score }) => score < 100))
  for (const [type, id] of [
    ['region', 'regions/CN-NM'],
    ['agency', 'actors/inner-mongolia-authorities'],
  ])
    for (const type_strict of ['any', 'should'])
      t.match((await ask({ query, type, type_strict }))[0], { id, score: 100, match: true })
})

t.test('a body with very many faults is refused like any other', async t => {
  const ids = Array.from({ length: 140_000 }, () => '')
  const extend = JSON.stringify({ ids, properties: [{ id: 'kind' }] })
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/reconcile',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `extend=${extend}`,
  })
  t.equal(answer.statusCode, 400, answer.body)
  t.match(answer.json().errors, [{ parameter: 'extend.ids.0' }])
  t.equal(answer.json().errors.length, 20)
})

t.test('entities that could not be read once are read when they are asked for again', async t => {
  const fresh = await reconcileApp(t)
  const { record } = Dataset.prototype
  Dataset.prototype.record = () => {
    throw new Error('the disk is busy')
  }
  const url = `/v1/reconcile?queries=${encodeURIComponent('{"q":{"query":"Huobi"}}')}`
  t.equal((await fresh.get(url)).statusCode, 500)
  Dataset.prototype.record = record
  t.equal((await fresh.get(url)).statusCode, 200)
})

t.test('a form has its time from when all of it is there', async t => {
  const { app, datasets } = await testApp(t, { settings: { REQUEST_TIMEOUT: '1' } })
  app.memoryOf(datasets.dataset).once = () => Promise.withResolvers<never>().promise
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
