import t from 'tap'
import { testApp } from '../../test/fixtures/app.ts'
import { forecast, opinion, seedWithRetired } from '../../test/fixtures/retired.ts'
import { calls, refused } from './fixtures/calls.ts'
import { liveSeed, talking, withEachClient } from './fixtures/clients.ts'

// biome-ignore lint/suspicious/noExplicitAny: results of several shapes
type Result = any

const textOf = ({ content: [{ type, text }] }: Result) => {
  if (type !== 'text') throw new Error(`${type} is no text`)
  return JSON.parse(text)
}

/** A problem without what is new each time. */
const lasting = ({ instance, ...problem }: Result) => problem

t.test('each tool answers what the API answers', async t => {
  const { get } = await testApp(t, { seed: liveSeed })
  await withEachClient(t, async (t, client) => {
    const { tools } = await client.listTools()
    t.strictSame(new Set(calls.map(([name]) => name)), new Set(tools.map(({ name }) => name)))
    for (const [name, given, url] of calls) {
      const { json, statusCode } = await get(url)
      t.equal(statusCode, 200, url)
      const result: Result = await client.callTool({ name, arguments: given })
      t.notOk(result.isError, `${name}: ${url}`)
      t.strictSame(result.structuredContent, json, url)
      t.strictSame(textOf(result), json, url)
    }
  })
})

t.test('what the API refuses is a result that says so in the words of the API', async t => {
  const { get } = await testApp(t, { seed: liveSeed })
  await withEachClient(t, async (t, client) => {
    for (const [name, given, url] of refused) {
      const { json, statusCode } = await get(url)
      t.ok(statusCode >= 400, url)
      const result: Result = await client.callTool({ name, arguments: given })
      t.ok(result.isError, `${name}: ${url}`)
      t.strictSame(lasting(result.structuredContent), lasting(json), url)
      t.strictSame(textOf(result), result.structuredContent)
    }
  })
})

t.test('arguments that a tool does not have are refused with those that it has', async t => {
  const { client } = await talking(t)
  const cases: [tool: string, given: object, fault: object][] = [
    ['find_actions', { limi: 1 }, { parameter: 'limi', did_you_mean: ['limit', 'link'] }],
    ['find_actions', { format: 'csv' }, { parameter: 'format', message: /no argument/ }],
    ['find_actions', { collection: 'actions' }, { parameter: 'collection' }],
    ['find_actions', { q: null }, { parameter: 'q', message: /is not a text/ }],
    ['find_actions', { kind: [['ban']] }, { parameter: 'kind', message: /is not a text/ }],
    ['trace_chain', {}, { parameter: 'id', message: 'is missing' }],
    ['get_record', { collection: 'actors', id: '' }, { parameter: 'id', message: 'is missing' }],
    ['get_record', { id: 'huobi' }, { parameter: 'collection', message: 'is missing' }],
    [
      'get_evidence',
      { collection: 'actor', id: 'huobi' },
      {
        parameter: 'collection',
        allowed: ['actions', 'actors'],
        did_you_mean: ['actors'],
      },
    ],
  ]
  for (const [name, given, fault] of cases) {
    const result: Result = await client.callTool({ name, arguments: { ...given } })
    t.equal(result.isError, true, name)
    t.match(result.structuredContent, { type: '/problems/bad-parameter', errors: [fault] })
    t.strictSame(textOf(result), result.structuredContent)
  }
})

t.test('an unknown tool is an error of the protocol', async t => {
  await withEachClient(t, async (t, client) => {
    const call = client.callTool({ name: 'find_action', arguments: {} })
    await t.rejects(call, {
      code: -32602,
      message: /no tool 'find_action'; there are .*find_actions/,
    })
  })
})

t.test('pages follow each other by their cursors', async t => {
  const { client, get } = await talking(t)
  const given = { collection: 'actors', fields: ['id'] }
  const ids: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = cursor === undefined ? given : { ...given, cursor }
    const result: Result = await client.callTool({ name: 'list_records', arguments: page })
    ids.push(...result.structuredContent.data.map(({ id }: { id: string }) => id))
    cursor = result.structuredContent.meta.next
  }
  const { json } = await get('/v1/actors?limit=500&fields=id')
  t.ok(ids.length > 10)
  t.strictSame(
    ids,
    json.data.map(({ id }: { id: string }) => id),
  )
})

t.test('large answers and many at once come whole', async t => {
  const { get } = await testApp(t, { seed: liveSeed })
  const { json } = await get('/v1/claims?limit=500')
  await withEachClient(t, async (t, client) => {
    const large = { name: 'list_records', arguments: { collection: 'claims', limit: 500 } }
    const asked = [...calls, ...calls].map(async ([name, given, url]) => {
      const result: Result = await client.callTool({ name, arguments: given })
      t.strictSame(result.structuredContent, (await get(url)).json, url)
    })
    const result: Result = await client.callTool(large)
    await Promise.all(asked)
    t.ok(JSON.stringify(result).length > 500_000)
    t.strictSame(result.structuredContent, json)
  })
})

t.test(
  'a record with another id is found by its old one; one that is withdrawn is reported',
  async t => {
    const { client, get } = await talking(t, seedWithRetired(t))
    const old = { collection: 'actions', id: opinion, fields: ['id'] }
    const moved: Result = await client.callTool({ name: 'get_record', arguments: old })
    t.strictSame(
      moved.structuredContent,
      (await get('/v1/actions/an-opinion-2021-09?fields=id')).json,
    )
    const gone: Result = await client.callTool({ name: 'get_history', arguments: { id: forecast } })
    t.match(gone, { isError: true, structuredContent: { type: '/problems/withdrawn-record' } })
  },
)
