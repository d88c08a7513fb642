import t from 'tap'
import { testApp } from '../../test/fixtures/app.ts'
import { forecast, opinion, renamed, seedWithRetired } from '../../test/fixtures/retired.ts'
import { calls, refused } from './fixtures/calls.ts'
import { liveSeed, talking, withEachClient } from './fixtures/clients.ts'

// biome-ignore lint/suspicious/noExplicitAny: results of several shapes
type Result = any

const textOf = ({ content: [{ type, text }] }: Result) => {
  if (type !== 'text') throw new Error(`${type} is no text`)
  return JSON.parse(text)
}

/** A body without the part of a problem that differs each time. */
const lasting = ({ instance, ...problem }: Result) => problem

t.test('each tool answers and refuses as the API does', async t => {
  const { get } = await testApp(t, { seed: liveSeed })
  await withEachClient(t, async (t, client) => {
    const { tools } = await client.listTools()
    t.strictSame(new Set(calls.map(([name]) => name)), new Set(tools.map(({ name }) => name)))
    for (const [name, given, url] of [...calls, ...refused]) {
      const { json, statusCode } = await get(url)
      const result: Result = await client.callTool({ name, arguments: given })
      const isError = refused.some(([, , refusedUrl]) => refusedUrl === url)
      t.strictSame([statusCode >= 400, result.isError], [isError, isError], url)
      t.strictSame(lasting(result.structuredContent), lasting(json), url)
      t.strictSame(textOf(result), result.structuredContent, url)
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
    ['get_evidence', { collection: 'actor', id: 'huobi' }, { allowed: ['actions', 'actors'] }],
    ['get_evidence', { collection: 'actor', id: 'huobi' }, { did_you_mean: ['actors'] }],
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
    const message = /no tool 'find_action'; there are .*find_actions/
    await t.rejects(call, { code: -32602, message })
  })
})

t.test('pages follow each other by their cursors', async t => {
  const { client, get } = await talking(t)
  const given = { collection: 'actors', fields: ['id'] }
  const records: object[] = []
  for (let cursor: { cursor?: string } | undefined = {}; cursor; ) {
    const page = { name: 'list_records', arguments: { ...given, ...cursor } }
    const { structuredContent }: Result = await client.callTool(page)
    records.push(...structuredContent.data)
    const { next } = structuredContent.meta
    cursor = next === null ? undefined : { cursor: next }
  }
  t.ok(records.length > 10)
  t.strictSame(records, (await get('/v1/actors?limit=500&fields=id')).json.data)
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

t.test('a merged id gives the record, a withdrawn one an error', async t => {
  const { client, get } = await talking(t, seedWithRetired(t))
  const old = { collection: 'actions', id: opinion, fields: ['id'] }
  const moved: Result = await client.callTool({ name: 'get_record', arguments: old })
  t.strictSame(moved.structuredContent, (await get(`/v1/actions/${renamed}?fields=id`)).json)
  const gone: Result = await client.callTool({ name: 'get_history', arguments: { id: forecast } })
  t.match(gone, { isError: true, structuredContent: { type: '/problems/withdrawn-record' } })
})
