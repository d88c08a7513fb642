import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { createClient, everyPage, type Problem, Refused } from '../../clients/typescript/client.ts'
import { projectRoot } from '../../src/store/fingerprint.ts'
import { everything, temporaryFolder, testApp } from '../fixtures/app.ts'
import { importCommand } from '../fixtures/command.ts'

const { app, get } = await testApp(t)
const client = createClient(await app.listen({ port: 0 }))

t.test('the committed types are those of the description', async t => {
  const file = join(temporaryFolder(t), 'schema.d.ts')
  t.match(await importCommand(t, 'clients/typescript/write-schema.ts', [file]), { code: 0 })
  const committed = readFileSync(join(projectRoot, 'clients/typescript/schema.d.ts'), 'utf8')
  t.ok(readFileSync(file, 'utf8') === committed, 'run npm run client')
})

t.test('a list, its filters with several values each', async t => {
  const { data, response } = await client.GET('/v1/actions', {
    params: { query: { type: ['seizure', 'ban'], not_region: ['CN-NM'], limit: 2 } },
  })
  t.match(response.url, /\?type=seizure,ban&not_region=CN-NM&limit=2$/)
  const plain = await get('/v1/actions?type=ban,seizure&not_region=CN-NM&limit=2')
  t.strictSame(data, plain.json)
  const types: (string | undefined)[] = data?.data.map(action => action.type) ?? []
  t.strictSame(types, ['ban', 'ban'])
})

t.test('what the description does not have does not compile, and is refused', async t => {
  // @ts-expect-error: there is no such type of action
  const code = await client.GET('/v1/actions', { params: { query: { type: ['bann'] } } })
  const problem: Problem | undefined = code.error
  t.match(problem, { status: 400, errors: [{ parameter: 'type', did_you_mean: ['ban'] }] })
  // @ts-expect-error: there is no such list
  t.equal((await client.GET('/v1/action')).response.status, 404)
})

t.test('every page of a list, from the first or from a cursor on', async t => {
  const query = { record: ['actions/joint-notice-2021-09'], limit: 10 }
  const whole = await everything(get, `/v1/claims?record=${query.record}`)
  const pages = await Array.fromAsync(everyPage(client, '/v1/claims', query))
  t.ok(pages.length > 2)
  const told = (some: typeof pages) => some.flatMap(({ data }) => data)
  t.strictSame(told(pages), whole)
  const rest = { ...query, cursor: pages[0]?.meta.next ?? '' }
  const later = await Array.fromAsync(everyPage(client, '/v1/claims', rest))
  t.strictSame(told(later), whole.slice(10))
})

t.test('pages that are refused throw the problem', async t => {
  const pages = everyPage(client, '/v1/search', { q: 'mining', cursor: 'elsewhere' })
  const refused = await pages.next().catch(error => error)
  t.type(refused, Refused)
  t.match(refused.problem, { status: 400, errors: [{ parameter: 'cursor' }] })
  t.equal(refused.message, refused.problem.detail)
})

t.test('one record, also by an id with slashes', async t => {
  const action = await client.GET('/v1/actions/{id}', {
    params: { path: { id: 'joint-notice-2021-09' }, query: { fields: ['title', 'date'] } },
  })
  t.match(action.data?.data, { title: String, date: { edtf: '2021-09-24' } })
  const claim = await client.GET('/v1/claims/{id}', {
    params: { path: { id: 'actors/huobi.names/火币.1' } },
  })
  t.match(claim.data?.data, { record: 'actors/huobi', field: 'names/火币' })
  const term = await client.GET('/v1/vocabulary/{id}', {
    params: { path: { id: 'action-type/ban' } },
  })
  t.match(term.data?.data, { scheme: 'action-type', code: 'ban' })
  const none = await client.GET('/v1/actions/{id}', { params: { path: { id: 'joint-notice' } } })
  t.match(none.error, { status: 404, type: '/problems/unknown-record' })
})

t.test('counts', async t => {
  const query = { group_by: ['year' as const], region: ['CN'] }
  const { data } = await client.GET('/v1/counts', { params: { query } })
  t.strictSame(data, (await get('/v1/counts?group_by=year&region=CN')).json)
  const sure: number = data?.data.reduce((sum, { certain }) => sum + certain, 0) ?? 0
  t.ok(sure > 0)
})

t.test('another format is text', async t => {
  const { data = '' } = await client.GET('/v1/exchanges', {
    params: { query: { format: 'ndjson' } },
    parseAs: 'text',
  })
  t.equal(data, (await get('/v1/exchanges?format=ndjson')).body)
  t.ok(
    data
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)).length > 1,
  )
})
