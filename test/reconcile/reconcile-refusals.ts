import t from 'tap'
import { assertProblem } from '../fixtures/app.ts'
import { assertPublished, form, postForm, reconcileApp } from '../fixtures/reconciliation.ts'

const { app, get, askBatch, askExtend } = await reconcileApp(t)

type Fault = { parameter: string; message: RegExp; allowed?: string[]; did_you_mean?: string[] }

const text = (length: number) => 'x'.repeat(length)
const region = { pid: 'region', v: 'CN' }

/** A query that is refused, with the fault, beside the nearest one that is not. */
const queries: [refused: unknown, fault: Fault, accepted: object][] = [
  [7, { parameter: 'queries.q', message: /^'7' is not an object$/ }, { query: '7' }],
  [null, { parameter: 'queries.q', message: /^'null' is not an object$/ }, { query: 'null' }],
  [['x'], { parameter: 'queries.q', message: /^a list is not an object$/ }, { query: 'x' }],
  [{}, { parameter: 'queries.q', message: /^has neither query nor/ }, { properties: [region] }],
  [
    { properties: [] },
    { parameter: 'queries.q', message: /^has neither query nor/ },
    { query: 'x', properties: [] },
  ],
  [{ query: '' }, { parameter: 'queries.q.query', message: /^'' is empty$/ }, { query: ' ' }],
  [{ query: 7 }, { parameter: 'queries.q.query', message: /^'7' is not a text$/ }, { query: '7' }],
  [
    { query: text(501) },
    { parameter: 'queries.q.query', message: /^'x{80}…' has more than 500 characters$/ },
    { query: text(500) },
  ],
  [
    { query: 'x', limit: 0 },
    { parameter: 'queries.q.limit', message: /^'0' is less than 1$/ },
    { query: 'x', limit: 1 },
  ],
  [
    { query: 'x', limit: 101 },
    { parameter: 'queries.q.limit', message: /^'101' is more than 100$/ },
    { query: 'x', limit: 100 },
  ],
  [
    { query: 'x', limit: '3' },
    { parameter: 'queries.q.limit', message: /^'3' is not a whole number$/ },
    { query: 'x', limit: 3 },
  ],
  [
    { query: 'x', limit: 2.5 },
    { parameter: 'queries.q.limit', message: /^'2.5' is not a whole number$/ },
    { query: 'x', limit: 2 },
  ],
  [
    { query: 'x', type: 'exchnge' },
    { parameter: 'queries.q.type', message: /is not a type$/, did_you_mean: ['exchange'] },
    { query: 'x', type: 'exchange' },
  ],
  [
    { query: 'x', type: ['agency', 'nothing-like-it'] },
    { parameter: 'queries.q.type', message: /^'nothing-like-it' is not a type$/, did_you_mean: [] },
    { query: 'x', type: ['agency', 'person'] },
  ],
  [
    { query: 'x', type: { id: 'agency' } },
    { parameter: 'queries.q.type', message: /^an object is neither the id of a type nor/ },
    { query: 'x', type: 'agency' },
  ],
  [
    { query: 'x', type_strict: 'al' },
    {
      parameter: 'queries.q.type_strict',
      message: /not allowed/,
      allowed: ['any', 'all', 'should'],
    },
    { query: 'x', type_strict: 'all' },
  ],
  [
    { query: 'x', limt: 3 },
    {
      parameter: 'queries.q.limt',
      message: /^there is no 'limt' here$/,
      allowed: ['query', 'type', 'type_strict', 'limit', 'properties'],
      did_you_mean: ['limit'],
    },
    { query: 'x', limit: 3 },
  ],
  [
    { query: 'x', properties: region },
    { parameter: 'queries.q.properties', message: /^an object is not a list$/ },
    { query: 'x', properties: [region] },
  ],
  [
    { query: 'x', properties: [region, { pid: 'reigon', v: 'CN' }] },
    {
      parameter: 'queries.q.properties.1.pid',
      message: /^'reigon' is not allowed$/,
      did_you_mean: ['region'],
    },
    { query: 'x', properties: [region, { pid: 'parent', v: 'CN' }] },
  ],
  [
    { query: 'x', properties: [region, region] },
    { parameter: 'queries.q.properties', message: /^names a property twice$/ },
    { query: 'x', properties: [{ pid: 'region', v: ['CN', 'HK'] }] },
  ],
  [
    { query: 'x', properties: [{ pid: 'region' }] },
    { parameter: 'queries.q.properties.0.v', message: /^is required$/ },
    { query: 'x', properties: [{ pid: 'region', v: '' }] },
  ],
  [
    { query: 'x', properties: [{ pid: 'region', v: null }] },
    { parameter: 'queries.q.properties.0.v', message: /^'null' is neither a value nor/ },
    { query: 'x', properties: [{ pid: 'region', v: false }] },
  ],
  [
    { query: 'x', properties: [{ pid: 'region', v: [] }] },
    { parameter: 'queries.q.properties.0.v', message: /^a list is empty$/ },
    { query: 'x', properties: [{ pid: 'region', v: [7] }] },
  ],
  [
    { query: 'x', properties: [{ pid: 'region', v: Array(51).fill('x') }] },
    {
      parameter: 'queries.q.properties.0.v',
      message: /^a list is neither a value nor a list of at most 50:/,
    },
    { query: 'x', properties: [{ pid: 'region', v: Array(50).fill('x') }] },
  ],
  [
    { query: 'x', properties: [{ pid: 'region', v: { id: 'regions/CN', label: 'China' } }] },
    { parameter: 'queries.q.properties.0.v.label', message: /^there is no 'label' here$/ },
    { query: 'x', properties: [{ pid: 'region', v: { id: 'regions/CN', name: 'China' } }] },
  ],
  [
    { query: 'x', properties: [{ pid: 'region', v: [{ id: 'regions/CN', label: 'China' }] }] },
    { parameter: 'queries.q.properties.0.v.0.label', message: /^there is no 'label' here$/ },
    { query: 'x', properties: [{ pid: 'region', v: [{ id: 'regions/CN' }] }] },
  ],
  [
    { query: 'x', properties: [{ ...region, p: 'Region' }] },
    {
      parameter: 'queries.q.properties.0.p',
      message: /^there is no 'p' here$/,
      allowed: ['pid', 'v'],
    },
    { query: 'x', properties: [region] },
  ],
]

t.test('a query that is wrong refuses its batch, and the fault is named by its place', async t => {
  for (const [refused, { message, ...fault }, accepted] of queries) {
    const shown = JSON.stringify(refused)
    for (const answer of [
      await askBatch({ fine: { query: 'x' }, q: refused }),
      await postForm(app, { queries: JSON.stringify({ q: refused }) }),
    ]) {
      assertProblem(t, answer, 400, 'bad-parameter')
      t.equal(answer.json.errors.length, 1, shown)
      t.match(answer.json.errors[0], fault, shown)
      t.match(answer.json.errors[0].message, message, shown)
    }
    assertPublished(t, 'reconciliation-query-batch', { q: accepted })
    t.equal((await askBatch({ q: accepted })).statusCode, 200, JSON.stringify(accepted))
  }
})

t.test('every fault of every query is named, as many as a person would read', async t => {
  const { json } = await askBatch({ a: { query: '', limit: 0 }, b: { foo: 1 }, c: { query: 'x' } })
  t.strictSame(
    json.errors.map(({ parameter }: Fault) => parameter),
    ['queries.a.query', 'queries.a.limit', 'queries.b.foo'],
  )
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [at, {}]))
  t.equal((await askBatch(many)).json.errors.length, 20)
})

const extension = { ids: ['actors/huobi'], properties: [{ id: 'region' }] }

const extensions: [refused: unknown, fault: Fault, accepted: object][] = [
  [[], { parameter: 'extend', message: /^a list is not an object$/ }, extension],
  [
    { properties: extension.properties },
    { parameter: 'extend.ids', message: /^is required$/ },
    { ...extension, ids: [] },
  ],
  [{ ids: [] }, { parameter: 'extend.properties', message: /^is required$/ }, extension],
  [
    { ...extension, properties: [] },
    { parameter: 'extend.properties', message: /^a list is empty$/ },
    extension,
  ],
  [
    { ...extension, ids: ['a', 7] },
    { parameter: 'extend.ids.1', message: /^'7' is not a text$/ },
    { ...extension, ids: ['a', '7'] },
  ],
  [
    { ...extension, properties: ['region'] },
    { parameter: 'extend.properties.0', message: /^'region' is not an object$/ },
    extension,
  ],
  [
    { ...extension, properties: [{ id: 'regions' }] },
    {
      parameter: 'extend.properties.0.id',
      message: /not allowed/,
      did_you_mean: ['region'],
    },
    extension,
  ],
  [
    { ...extension, properties: [{ id: 'region' }, { id: 'region' }] },
    { parameter: 'extend.properties', message: /^names a property twice$/ },
    { ...extension, properties: [{ id: 'region' }, { id: 'kind' }] },
  ],
  [
    { ...extension, properties: [{ id: 'region', settings: { limit: '1' } }] },
    { parameter: 'extend.properties.0.settings.limit', message: /^there is no 'limit' here$/ },
    { ...extension, properties: [{ id: 'region', name: 'Region', settings: {} }] },
  ],
  [
    { ...extension, limit: 3 },
    {
      parameter: 'extend.limit',
      message: /^there is no 'limit' here$/,
      allowed: ['ids', 'properties'],
    },
    extension,
  ],
]

t.test('an extension that is wrong is refused by the same rules', async t => {
  for (const [refused, { message, ...fault }, accepted] of extensions) {
    const answer = await askExtend(refused as object)
    assertProblem(t, answer, 400, 'bad-parameter')
    t.equal(answer.json.errors.length, 1, answer.body)
    t.match(answer.json.errors[0], fault)
    t.match(answer.json.errors[0].message, message)
    assertPublished(t, 'data-extension-query', accepted)
    t.equal((await askExtend(accepted)).statusCode, 200, JSON.stringify(accepted))
  }
})

t.test('what is no JSON, or not one of both, is refused', async t => {
  const sound = { queries: '{"q":{"query":"x"}}', extend: JSON.stringify(extension) }
  const cases: [fields: Record<string, string>, parameter: string, message: RegExp][] = [
    [{ queries: '{"q":' }, 'queries', /^'{"q":' is not JSON$/],
    [{ queries: '['.repeat(2_000) }, 'queries', /is not JSON$/],
    [{ queries: '' }, 'queries', /is empty/],
    [{ queries: '[]' }, 'queries', /^a list is not an object$/],
    [{ queries: '7' }, 'queries', /^'7' is not an object$/],
    [{ extend: 'null' }, 'extend', /^'null' is not an object$/],
    [sound, 'extend', /^cannot stand beside queries$/],
    [{ quries: '{}' }, 'quries', /^there is no parameter 'quries' here$/],
    [{ callback: 'show', queries: '{}' }, 'callback', /^there is no parameter/],
  ]
  for (const [fields, parameter, message] of cases)
    for (const answer of [
      await get(`/v1/reconcile?${new URLSearchParams(fields)}`),
      await postForm(app, fields),
    ]) {
      assertProblem(t, answer, 400, 'bad-parameter')
      t.match(answer.json.errors, [{ parameter, message }])
    }
  const alone: Record<string, string>[] = [
    { queries: '{}' },
    { queries: sound.queries },
    { extend: sound.extend },
  ]
  for (const fields of alone) {
    t.equal((await get(`/v1/reconcile?${new URLSearchParams(fields)}`)).statusCode, 200)
    t.equal((await postForm(app, fields)).statusCode, 200)
  }
  const nested = `{"q":${'{"query":'.repeat(5_000)}0${'}'.repeat(5_000)}}`
  assertProblem(t, await postForm(app, { queries: nested }), 400, 'bad-parameter')
})

t.test('a batch may have 50 queries, an extension 1,000 ids', async t => {
  const batch = (size: number) =>
    JSON.stringify(
      Object.fromEntries(Array.from({ length: size }, (_, at) => [at, { query: 'x' }])),
    )
  t.equal((await postForm(app, { queries: batch(50) })).statusCode, 200)
  assertProblem(t, await postForm(app, { queries: batch(51) }), 413, 'too-large')
  const short = (size: number) => `/v1/reconcile?queries=${encodeURIComponent(batch(size))}`
  t.equal((await get(short(50))).statusCode, 200)
  assertProblem(t, await get(short(51)), 413, 'too-large')
  const extend = (size: number) => JSON.stringify({ ...extension, ids: Array(size).fill('a') })
  t.equal((await postForm(app, { extend: extend(1_000) })).statusCode, 200)
  assertProblem(t, await postForm(app, { extend: extend(1_001) }), 413, 'too-large')
})

const post = async (payload: string, headers: Record<string, string>, url = '/v1/reconcile') => {
  const answer = await app.inject({ method: 'POST', url, payload, headers })
  return Object.assign(answer, { json: JSON.parse(answer.body) })
}

t.test('a body is a form of at most 1 MB, and a query of its own goes with none', async t => {
  const padded = (length: number) => 'queries=%7B%7D'.padEnd(length, '+')
  for (const type of [form, `${form}; charset=utf-8`, form.toUpperCase()])
    t.equal((await post(padded(20), { 'content-type': type })).statusCode, 200, type)
  t.equal((await post(padded(1_048_576), { 'content-type': form })).statusCode, 200)
  const large = await post(padded(1_048_577), { 'content-type': form })
  assertProblem(t, large, 413, 'too-large')
  for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'form'])
    assertProblem(
      t,
      await post('{"text":"queries={}"}', { 'content-type': type }),
      415,
      'unsupported-media-type',
    )
  assertProblem(t, await post('queries=%zz', { 'content-type': form }), 400, 'bad-parameter')
  assertProblem(t, await post('', {}), 400, 'bad-parameter')
  const besides = await post(
    'queries=%7B%7D',
    { 'content-type': form },
    '/v1/reconcile?queries=%7B%7D',
  )
  assertProblem(t, besides, 400, 'bad-parameter')
  const [neither] = (await post('', { 'content-type': form })).json.errors
  t.strictSame(neither, { parameter: 'queries', message: 'is required, or extend' })
})

t.test('only this path reads a body', async t => {
  for (const url of ['/v1/reconcile/preview', '/v1/reconcile/suggest/entity', '/v1/actors']) {
    const answer = await post('queries=%7B%7D', { 'content-type': form }, url)
    assertProblem(t, answer, 405, 'method-not-allowed')
    t.equal(answer.headers.allow, 'GET, HEAD, OPTIONS')
  }
  assertProblem(t, await post('a=b', { 'content-type': form }, '/v1/reconcile/'), 404, 'not-found')
})
