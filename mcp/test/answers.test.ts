import t from 'tap'
import { testApp } from '../../test/fixtures/app.ts'
import { forecast, opinion, renamed, seedWithRetired } from '../../test/fixtures/retired.ts'
import { strangeSeed } from '../../test/fixtures/strange-names.ts'
import { calls, refused } from './fixtures/calls.ts'
import { liveSeed, talking, withEachClient } from './fixtures/clients.ts'

// biome-ignore lint/suspicious/noExplicitAny: results of several shapes
type Result = any

const textOf = ({ content: [{ type, text }] }: Result) => {
  if (type !== 'text') throw new Error(`${type} is no text`)
  return JSON.parse(text)
}

const strange = strangeSeed(t)

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
    ['find_actions', { limi: 1 }, { parameter: 'limi', did_you_mean: ['limit'] }],
    ['find_actions', { format: 'csv' }, { parameter: 'format', message: /no argument/ }],
    ['find_actions', { collection: 'actions' }, { parameter: 'collection' }],
    ['find_actions', { q: { a: 1 } }, { parameter: 'q', message: /is not a text/ }],
    ['find_actions', { type: ['ban', null] }, { parameter: 'type', message: /is not a text/ }],
    ['find_actions', { type: '[["ban"]]' }, { parameter: 'type', message: /is not a text/ }],
    ['search_records', { q: null }, { parameter: 'q', message: 'is required' }],
    ['get_record', { collection: null, id: 'huobi' }, { parameter: 'collection' }],
    ['find_actions', { kind: [['ban']] }, { parameter: 'kind', message: /is not a text/ }],
    ['trace_chain', {}, { parameter: 'id', message: 'is missing' }],
    ['get_record', { collection: 'actors', id: '' }, { parameter: 'id', message: 'is missing' }],
    ['get_record', { id: 'huobi' }, { parameter: 'collection', message: 'is missing' }],
    [
      'get_evidence',
      { collection: 'actor', id: 'huobi' },
      { allowed: ['actions', 'rules', 'cases', 'licences', 'actors'] },
    ],
    ['get_evidence', { collection: 'actor', id: 'huobi' }, { did_you_mean: ['actors'] }],
  ]
  for (const [name, given, fault] of cases) {
    const result: Result = await client.callTool({ name, arguments: { ...given } })
    t.equal(result.isError, true, name)
    t.match(result.structuredContent, { type: '/problems/bad-parameter', errors: [fault] })
    t.strictSame(textOf(result), result.structuredContent)
  }
})

const ACTION = 'joint-notice-2021-09'
const CLAIM = `actions/${ACTION}.date.1`

/** The arguments that frameworks of agents send, and the plain ones that they stand for. */
const sent: [tool: string, given: object, plain: object][] = [
  ['find_actions', { q: null, kind: [], actor: '', type: '[]', limit: null }, {}],
  [
    'find_actions',
    { type: '["ban","restriction"]', region: ' ["CN"]' },
    { type: ['ban', 'restriction'], region: ' ["CN"]' },
  ],
  [
    'find_actions',
    { type: '["ban"]', not_region: '["HK"]' },
    { type: ['ban'], not_region: ['HK'] },
  ],
  [
    'find_actions',
    { actor: 'huobi,okex', planned: 'false' },
    { actor: ['huobi', 'okex'], planned: false },
  ],
  ['find_actions', { fields: '["id"]', from: null, to: '' }, { fields: ['id'] }],
  ['count_actions', { group_by: '["year","type"]' }, { group_by: ['year', 'type'] }],
  [
    'get_record',
    { collection: 'actions', id: ACTION, include: [], fields: null },
    { collection: 'actions', id: ACTION },
  ],
  [
    'get_record',
    { collection: 'claims', id: CLAIM, fields: '[]' },
    { collection: 'claims', id: CLAIM },
  ],
  ['trace_chain', { id: ACTION, basis: [], depth: null }, { id: ACTION }],
]

t.test('null, empty texts and empty lists are left out, and lists as JSON are read', async t => {
  await withEachClient(t, async (t, client) => {
    for (const [name, given, plain] of sent) {
      const [result, expected]: Result[] = await Promise.all(
        [given, plain].map(it => client.callTool({ name, arguments: { ...it } })),
      )
      t.strictSame(lasting(result.structuredContent), lasting(expected.structuredContent), name)
      t.equal(result.isError, expected.isError)
    }
  })
})

t.test('a name that holds a comma is one argument, alone or in a list', async t => {
  const { client } = await talking(t, strange)
  for (const exchange of [
    'Example Exchange, Inc.',
    ['Example Exchange, Inc.'],
    '["Example Exchange, Inc."]',
  ]) {
    const given = { exchange, fields: ['id'] }
    const { structuredContent }: Result = await client.callTool({
      name: 'find_actions',
      arguments: given,
    })
    t.match(structuredContent, { data: [{ id: 'first-act' }], meta: { total: 1 } })
  }
  const field = 'names/Example Exchange, Inc.'
  const given = { collection: 'claims', field: [field] }
  const { structuredContent }: Result = await client.callTool({
    name: 'list_records',
    arguments: given,
  })
  t.match(structuredContent.data, [{ field }])
  const { id } = structuredContent.data[0]
  const record: Result = await client.callTool({
    name: 'get_record',
    arguments: { collection: 'claims', id },
  })
  t.strictSame(record.structuredContent.data, structuredContent.data[0])
})

t.test('the record of a hit is the collection and the id of its record', async t => {
  const { client } = await talking(t, strange)
  for (const q of ['Example Exchange', 'Why 100', '银行', '取引所']) {
    const { structuredContent }: Result = await client.callTool({
      name: 'search_records',
      arguments: { q },
    })
    for (const { record } of structuredContent.data) {
      const [collection, ...parts] = record.split('/')
      const found: Result = await client.callTool({
        name: 'get_record',
        arguments: { collection, id: parts.join('/') },
      })
      t.equal(found.isError, false, record)
    }
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
  const given = { fields: ['id'] }
  const records: object[] = []
  for (let cursor: { cursor?: string } | undefined = {}; cursor; ) {
    const page = { name: 'find_actors', arguments: { ...given, ...cursor } }
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
  const { json } = await get('/v1/licences?limit=500')
  await withEachClient(t, async (t, client) => {
    const large = { name: 'find_licences', arguments: { limit: 500 } }
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
