import t from 'tap'
import { assertProblem } from '../fixtures/app.ts'
import { assertPublished, form, reconcileApp } from '../fixtures/reconciliation.ts'
import { assertRefused, type Fault } from '../fixtures/refusals.ts'

const { askBatch, askBoth, askExtend, post, postFields } = await reconcileApp(t)

/** The value of a field, refused and accepted; of the whole query if the place of the fault is empty. */
type Row = [place: string, refused: unknown, fault: Fault, accepted: unknown]

const isNoObject = /^(?:'7'|'null'|'region'|a list) is not an object$/
const region = { pid: 'region', v: 'CN' }
const misspelt = { ...region, pid: 'reigon' }
const china = { id: 'regions/CN', name: 'China' }
const labelled = { ...china, label: 'x' }
const valued = (v: unknown) => [{ pid: 'region', v }]

const queries: Row[] = [
  ['', 7, isNoObject, { query: '7' }],
  ['', ['x'], isNoObject, { query: 'x' }],
  ['', {}, /^has neither query nor/, { properties: [region] }],
  ['', { properties: [] }, /^has neither query nor/, { query: 'x', properties: [] }],
  ['query', 7, /^'7' is not a text$/, '7'],
  ['limit', 0, /^'0' is less than 1$/, 1],
  ['limit', 101, /^'101' is more than 100$/, 100],
  ['limit', '3', /^'3' is not a number$/, 3],
  ['limit', 2.5, /^'2.5' is not a whole number$/, 2],
  ['type', 'exchnge', { message: /is not a type$/, did_you_mean: ['exchange'] }, 'exchange'],
  ['type', ['agency', 'nothing'], { message: /^'nothing' is/, did_you_mean: [] }, ['agency']],
  ['type', { id: 'agency' }, /^an object is neither the id of a type nor/, 'agency'],
  ['type_strict', 'al', { message: /not allowed/, allowed: ['any', 'all', 'should'] }, 'all'],
  ['properties', region, /^an object is not a list$/, [region]],
  ['properties.1.pid', [region, misspelt], { did_you_mean: ['region'] }, [region]],
  ['properties.0.p', [{ ...region, p: 'Region' }], { allowed: ['pid', 'v'] }, [region]],
  ['properties.0.v', [{ pid: 'region' }], /^is required$/, valued('')],
  ['properties.0.v', valued([[]]), /^a list is neither a value nor/, valued([false, 7])],
  ['properties.0.v.label', valued(labelled), /^there is no 'label' here$/, valued(china)],
  ['properties.0.v.0.label', valued([labelled]), /^there is no 'label' here$/, valued([china])],
]

const withField = (whole: object, place: string, value: unknown) =>
  place === '' ? value : { ...whole, [place.split('.')[0] as string]: value }

const placed = (root: string, place: string) => (place === '' ? root : `${root}.${place}`)

t.test('a faulty query refuses its batch, and the error names the place', async t => {
  for (const [place, refused, fault, accepted] of queries) {
    const q = withField({ query: 'x' }, place, refused)
    for (const answer of await askBoth({ queries: JSON.stringify({ fine: { query: 'x' }, q }) }))
      assertRefused(t, answer, placed('queries.q', place), fault)
    const batch = { q: withField({ query: 'x' }, place, accepted) }
    assertPublished(t, 'reconciliation-query-batch', batch)
    t.equal((await askBatch(batch)).statusCode, 200, JSON.stringify(batch))
  }
  assertRefused(t, await askBatch({ q: { query: 'x', limt: 3 } }), 'queries.q.limt', {
    message: /^there is no 'limt' here$/,
    allowed: ['query', 'type', 'type_strict', 'limit', 'properties'],
    did_you_mean: ['limit'],
  })
})

/** Cells that no record can match, and columns of which two are mapped to one property. */
const unanswerable: object[] = [
  { query: '' },
  { query: null },
  { query: 'x'.repeat(501) },
  { query: 'OKX', properties: valued('x'.repeat(501)) },
  { query: 'OKX', properties: valued(['CN', 'x'.repeat(501)]) },
  { query: 'OKX', properties: valued(Array(51).fill('CN')) },
  { query: 'OKX', properties: Array(50).fill(region) },
  { query: 'OKX', properties: [region, region] },
  { properties: [region, { pid: 'region', v: 'HK' }] },
]
const answerable: object[] = [
  { query: ' ' },
  { query: 'x'.repeat(500) },
  { query: 'OKX', properties: valued('x'.repeat(500)) },
  { query: 'OKX', properties: valued(Array(50).fill('CN')) },
  ...[null, '', [], [null, '']].map(v => ({ query: 'OKX', properties: valued(v) })),
]

t.test('a query that can have no answer has none, and the others have theirs', async t => {
  const okex = { query: 'OKX', limit: 1 }
  const batch = Object.fromEntries([okex, ...unanswerable, okex, ...answerable].entries())
  for (const { statusCode, json, body } of await askBoth({ queries: JSON.stringify(batch) })) {
    t.equal(statusCode, 200, body)
    const results = Object.values<{ result: { id: string }[] }>(json).map(({ result }) => result)
    const [first, ...others] = results
    t.match(first, [{ id: 'actors/okex' }])
    t.strictSame(others.slice(0, unanswerable.length), Array(unanswerable.length).fill([]))
    t.strictSame(others[unanswerable.length], first)
    const found = others.slice(unanswerable.length + 3)
    t.equal(found.length, answerable.length - 2)
    for (const result of found) t.match(result[0], { id: 'actors/okex' })
  }
})

t.test('a list without end is neither read nor refused', async t => {
  const huge = { query: 'OKX', properties: [{ pid: 'names', v: Array(150_000).fill(1) }] }
  const { statusCode, json } = await postFields({ queries: JSON.stringify({ huge }) })
  t.strictSame([statusCode, json], [200, { huge: { result: [] } }])
  const properties = Array(51).fill({ id: 'kind' })
  const refused = await askExtend({ ids: [], properties })
  assertRefused(t, refused, 'extend.properties', /more than 50 items/)
})

t.test('an extension may name a property twice, and ids of any length', async t => {
  const long = 'x'.repeat(501)
  const asked = { ids: ['actors/huobi', long, ''], properties: [{ id: 'kind' }, { id: 'kind' }] }
  const { json } = await askExtend(asked)
  t.strictSame(json.meta, [{ id: 'kind', name: 'Kind' }])
  t.strictSame(json.rows, {
    'actors/huobi': { kind: [{ str: 'exchange' }] },
    [long]: { kind: [] },
    '': { kind: [] },
  })
})

t.test('the first twenty faults of a request are listed', async t => {
  const { json } = await askBatch({ a: { query: 1, limit: 0 }, b: { foo: 1 }, c: { query: 'x' } })
  const places = json.errors.map(({ parameter }: { parameter: string }) => parameter)
  t.strictSame(places, ['queries.a.query', 'queries.a.limit', 'queries.b.foo'])
  // More faults than a call can have arguments.
  const ids = Array(140_000).fill(0)
  const answer = await post(`extend=${JSON.stringify({ ...extension, ids })}`, form)
  assertProblem(t, answer, 400, 'bad-parameter')
  t.match(answer.json.errors, [{ parameter: 'extend.ids.0' }])
  t.equal(answer.json.errors.length, 20)
})

const properties = [{ id: 'region' }]
const extension = { ids: ['actors/huobi'], properties }

const withSettings = (settings: object) => [{ id: 'region', name: 'Region', settings }]

const extensions: Row[] = [
  ['', [], isNoObject, extension],
  ['ids', undefined, /^is required$/, []],
  ['ids.1', ['a', 7], /^'7' is not a text$/, ['a', '7']],
  ['properties', undefined, /^is required$/, properties],
  ['properties', [], /^a list is empty$/, properties],
  ['properties.0', ['region'], isNoObject, properties],
  ['properties.0.id', [{ id: 'regions' }], { did_you_mean: ['region'] }, properties],
  ['properties.0.settings.limit', withSettings({ limit: '1' }), /^there is no/, withSettings({})],
]

t.test('a faulty extension is refused by the same rules', async t => {
  for (const [place, refused, fault, accepted] of extensions) {
    const answer = await askExtend(withField(extension, place, refused))
    assertRefused(t, answer, placed('extend', place), fault)
    const sound = withField(extension, place, accepted)
    assertPublished(t, 'data-extension-query', sound)
    t.equal((await askExtend(sound)).statusCode, 200, JSON.stringify(sound))
  }
  assertRefused(t, await askExtend({ ...extension, limit: 3 }), 'extend.limit', {
    message: /^there is no 'limit' here$/,
    allowed: ['ids', 'properties'],
  })
})

t.test('a request has either queries or extend, as JSON', async t => {
  const queries = '{"q":{"query":"x"}}'
  const extend = JSON.stringify(extension)
  const nested = `{"q":${'{"query":'.repeat(5_000)}0${'}'.repeat(5_000)}}`
  const refused: [fields: Record<string, string>, parameter: string, message: RegExp][] = [
    [{ queries: '{"q":' }, 'queries', /^'{"q":' is not JSON$/],
    [{ queries: '['.repeat(2_000) }, 'queries', /is not JSON$/],
    [{ queries: '[]' }, 'queries', isNoObject],
    [{ queries: '7' }, 'queries', isNoObject],
    [{ extend: 'null' }, 'extend', isNoObject],
    [{ queries, extend }, 'extend', /^cannot be combined with queries$/],
    [{ quries: '{}' }, 'quries', /^there is no parameter 'quries' here$/],
    [{ callbak: 'show', queries: '{}' }, 'callbak', /^there is no parameter/],
  ]
  for (const [fields, parameter, message] of refused)
    for (const answer of await askBoth(fields)) assertRefused(t, answer, parameter, message)
  assertProblem(t, await postFields({ queries: nested }), 400, 'bad-parameter')
  // A form sends every field that it has; one of them may be empty.
  for (const fields of [
    { queries, extend: '' },
    { queries: '', extend },
  ])
    t.equal((await postFields(fields)).statusCode, 200)
  assertRefused(t, await postFields({ queries: '', extend: '' }), 'queries', /^is required/)
  const accepted: Record<string, string>[] = [{ queries: '{}' }, { queries }, { extend }]
  for (const fields of accepted)
    for (const { statusCode } of await askBoth(fields)) t.equal(statusCode, 200)
})

t.test('a batch may have 50 queries, an extension 1,000 ids', async t => {
  const batch = (size: number) => ({
    queries: JSON.stringify(Object.fromEntries(Array(size).fill({ query: 'x' }).entries())),
  })
  const extend = (size: number) => ({
    extend: JSON.stringify({ ...extension, ids: Array(size).fill('a') }),
  })
  for (const answer of await askBoth(batch(50))) t.equal(answer.statusCode, 200)
  for (const answer of await askBoth(batch(51))) assertProblem(t, answer, 413, 'too-large')
  t.equal((await postFields(extend(1_000))).statusCode, 200)
  assertProblem(t, await postFields(extend(1_001)), 413, 'too-large')
})

t.test('a body is a form of at most 1 MB, without parameters in the URL', async t => {
  const empty = 'queries=%7B%7D'
  const accepted: [body: string, type: string][] = [
    [empty, form],
    [empty, `${form}; charset=utf-8`],
    [empty, form.toUpperCase()],
    [empty.padEnd(1_048_576, '+'), form],
  ]
  for (const [body, type] of accepted) t.equal((await post(body, type)).statusCode, 200, type)
  assertProblem(t, await post(empty.padEnd(1_048_577, '+'), form), 413, 'too-large')
  for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'form'])
    assertProblem(t, await post('{}', type), 415, 'unsupported-media-type')
  assertProblem(t, await post('queries=%zz', form), 400, 'bad-parameter')
  assertProblem(t, await post('a=b', form, '/v1/actors'), 405, 'method-not-allowed')
  assertProblem(t, await post(empty, form, `/v1/reconcile?${empty}`), 400, 'bad-parameter')
  for (const type of [form, undefined])
    assertRefused(t, await post('', type), 'queries', /^is required, or extend$/)
})
