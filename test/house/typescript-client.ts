import t from 'tap'
import { createClient, everyPage, type Problem, Refused } from '../../clients/typescript/client.ts'
import { everything, testApp } from '../fixtures/app.ts'

const { app, get } = await testApp(t)
const client = createClient(await app.listen({ port: 0 }))

t.test('a filter of a list takes several values', async t => {
  const { data, response } = await client.GET('/v1/actions', {
    params: { query: { type: ['seizure', 'ban'], not_region: ['CN-NM'], limit: 2 } },
  })
  t.match(response.url, /\?type=seizure,ban&not_region=CN-NM&limit=2$/)
  const plain = await get('/v1/actions?type=ban,seizure&not_region=CN-NM&limit=2')
  t.strictSame(data, plain.json)
  const types: string[] | undefined = data?.data.map(action => action.type ?? '')
  t.strictSame(types, ['ban', 'ban'])
})

t.test('unknown codes and paths do not compile, and are refused', async t => {
  // @ts-expect-error: there is no such type of action
  const code = await client.GET('/v1/actions', { params: { query: { type: ['bann'] } } })
  const problem: Problem | undefined = code.error
  t.match(problem, { status: 400, errors: [{ parameter: 'type', did_you_mean: ['ban'] }] })
  // @ts-expect-error: there is no such list
  t.equal((await client.GET('/v1/action')).response.status, 404)
})

t.test('everyPage gives every page, from the first or from a cursor on', async t => {
  const query = { record: ['actions/joint-notice-2021-09'], limit: 10 }
  const all = await everything(get, `/v1/claims?record=${query.record}`)
  const pages = await Array.fromAsync(everyPage(client, '/v1/claims', query))
  t.ok(pages.length > 2)
  const recordsOf = (some: typeof pages) => some.flatMap(({ data }) => data)
  t.strictSame(recordsOf(pages), all)
  const rest = { ...query, cursor: pages[0]?.meta.next ?? '' }
  const later = await Array.fromAsync(everyPage(client, '/v1/claims', rest))
  t.strictSame(recordsOf(later), all.slice(10))
})

t.test('everyPage throws the problem if it is refused', async t => {
  const pages = everyPage(client, '/v1/search', { q: 'mining', cursor: 'elsewhere' })
  const refused = await pages.next().catch(error => error)
  t.type(refused, Refused)
  t.match(refused.problem, { status: 400, errors: [{ parameter: 'cursor' }] })
  t.equal(refused.message, refused.problem.detail)
})

t.test('one record is found by its id, which may have slashes', async t => {
  const action = await client.GET('/v1/actions/{id}', {
    params: { path: { id: 'joint-notice-2021-09' }, query: { fields: ['title', 'date'] } },
  })
  t.match(action.data?.data, { title: String, date: { edtf: '2021-09-24' } })
  const claim = await client.GET('/v1/claims/{id}', {
    params: { path: { id: 'actors/huobi.names/火币.1' } },
  })
  t.match(claim.data?.data, { record: 'actors/huobi', field: 'names/火币' })
  const none = await client.GET('/v1/actions/{id}', { params: { path: { id: 'joint-notice' } } })
  t.match(none.error, { status: 404, type: '/problems/unknown-record' })
})

t.test('counts are typed numbers', async t => {
  const query = { group_by: ['year' as const], region: ['CN'] }
  const { data } = await client.GET('/v1/counts', { params: { query } })
  const certain: number[] | undefined = data?.data.map(({ certain }) => certain)
  t.ok(certain?.some(count => count > 0))
})
