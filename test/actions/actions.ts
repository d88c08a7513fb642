import t from 'tap'
import { everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { answerTo } from '../fixtures/oracle.ts'

type Some = Record<string, unknown> & { id: string }

const { get } = await testApp(t, { seed: inventedSeed(t) })
const known = await readKnown(get)
const idsOf = async (parameters: string): Promise<string[]> =>
  (await everything(get, `/v1/actions?limit=500&${parameters}`)).map(({ id }) => id)

t.test('an action is served whole, by its id', async t => {
  const { json, statusCode } = await get('/v1/actions/joint-notice-2021-09')
  t.equal(statusCode, 200)
  t.match(json.data, {
    type: 'ban',
    kind: 'regulation',
    date: { edtf: '2021-09-24' },
    planned: false,
  })
  t.match(json.meta, { release: /^\d{4}\.\d{2}\.\d+-unreleased$/ })
})

t.test('the list gives the newest first, fifty on a page, each as by its id', async t => {
  const { json } = await get('/v1/actions')
  const expected = answerTo({ wanted: {}, unwanted: {} }, '-date', known)
  t.strictSame(
    json.data.map(({ id }: Some) => id),
    expected.slice(0, 50),
  )
  t.match(json.meta, { total: expected.length, limit: 50, query: 'actions, newest first' })
  for (const action of json.data.slice(0, 5))
    t.strictSame((await get(`/v1/actions/${action.id}`)).json.data, action)
})

t.test('planned tells what was not yet done from what was', async t => {
  const planned = await everything(get, '/v1/actions?planned=true')
  const done = await everything(get, '/v1/actions?planned=false')
  t.ok(planned.every((action: Some) => action.planned === true))
  t.ok(done.every((action: Some) => action.planned === false))
  t.ok(planned.length > 0 && done.length > 0)
  t.equal(planned.length + done.length, known.actions.length)
})

t.test('fields keeps only the fields named, in the order of the record', async t => {
  for (const url of ['/v1/actions?', '/v1/actions/joint-notice-2021-09?']) {
    const { json } = await get(`${url}fields=title,id,due`)
    for (const action of [json.data].flat())
      t.strictSame(Object.keys(action), ['id', 'title', 'due'])
  }
})

t.test('include adds the claims on a record and their documents', async t => {
  const { json } = await get('/v1/actions?include=claims,documents&limit=100')
  for (const action of json.data) {
    const claims = await everything(get, `/v1/claims?limit=500&record=actions/${action.id}`)
    t.same(new Set(action.claims), new Set(claims), action.id)
    const documents = new Set(claims.map(({ document }) => document))
    t.same(new Set(action.documents.map(({ id }: Some) => id)), documents, action.id)
  }
})

t.test('include=linked adds the actions linked to, and those that link here', async t => {
  const { json } = await get('/v1/actions?include=linked&limit=100')
  for (const { id, linked } of json.data) {
    const here = known.actions.find(action => action.id === id)
    const there = known.actions.filter(action => action.links.some(link => link.action === id))
    const expected = [...(here?.links ?? []).map(({ action }) => action), ...there.map(a => a.id)]
    t.same(new Set(linked.map((other: Some) => other.id)), new Set(expected), id)
  }
  const one = await get('/v1/actions/joint-notice-2021-09?include=linked&fields=id')
  t.strictSame(Object.keys(one.json.data), ['id', 'linked'])
})

t.test('a region takes in what lies below it, and Hong Kong does not lie below China', async t => {
  const inChina = await idsOf('region=CN')
  const exactly = await idsOf('region=CN&region_exact=true')
  t.ok(inChina.length > exactly.length)
  for (const id of await idsOf('region=CN-NM')) t.ok(inChina.includes(id), id)
  t.ok((await idsOf('region=HK')).includes('invented-month'))
  t.notOk(inChina.includes('invented-month'))
  t.ok((await idsOf('region=030')).includes('invented-month'), 'both lie in Eastern Asia')
})

t.test('a region of the standard without actions is an empty answer with coverage', async t => {
  const { json, statusCode } = await get('/v1/actions?region=FR')
  t.equal(statusCode, 200)
  t.match(json, { data: [], meta: { total: 0, next: null, coverage: { regions: Array } } })
  t.notOk('coverage' in (await get('/v1/actions?region=CN')).json.meta)
})

t.test('a role holds on the same entry as the party, the place or the link', async t => {
  const cases: [parameters: string, id: string, isThere: boolean][] = [
    ['actor=huobi&role=speaker', 'invented-decade', true],
    ['actor=huobi&role=subject', 'invented-decade', false],
    ['actor=huobi,okex&role=subject', 'invented-decade', true],
    ['exchange=okex&role=speaker', 'invented-decade', false],
    ['exchange=okex&role=speaker,subject', 'invented-decade', true],
    ['agency=inner-mongolia-authorities&role=issuer', 'invented-open', true],
    ['agency=inner-mongolia-authorities&role=affected', 'invented-open', false],
    ['actor=huobi&exchange=okex&role=subject', 'invented-decade', false],
    ['actor=huobi&not_role=subject', 'invented-decade', false],
    ['region=CN&region_role=destination', 'invented-decade', true],
    ['region=CN&region_role=destination&region_exact=true', 'invented-decade', false],
    ['region=CN&region_role=subject&region_exact=true', 'invented-decade', true],
    ['region=CN-NM&region_role=subject', 'invented-decade', false],
    ['region=HK&region_role=origin', 'invented-interval', false],
    ['region=CN,HK&region_role=origin', 'invented-interval', true],
    ['linked_to=invented-open&link=part-of', 'invented-month', true],
    ['linked_to=invented-interval&link=part-of', 'invented-month', false],
    ['linked_to=invented-interval&link=responds-to', 'invented-month', true],
  ]
  for (const [parameters, id, isThere] of cases)
    t.equal((await idsOf(parameters)).includes(id), isThere, `${parameters}: ${id}`)
})
