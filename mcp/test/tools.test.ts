import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { projectRoot } from '../../src/dataset/project.ts'
import { openapi } from '../../test/fixtures/openapi.ts'
import { operations } from '../description.ts'
import { unfit } from '../input-schema.ts'
import { tools } from '../tools.ts'
import { talking, withEachClient } from './fixtures/clients.ts'

const namesOf = (items: { name: string }[]) => items.map(({ name }) => name)
const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')

/** Operations without a tool: they concern the server, names in tables, and whole files. */
const leftOut = [
  ...['live', 'ready', 'reconcile', 'reconcile-form', 'suggest-entity', 'suggest-property'],
  ...['suggest-type', 'propose-properties', 'preview-entity', 'export-files', 'export-file'],
]

t.test('each operation of the API belongs to one tool, except a few', async t => {
  const asked = [...tools.values()].flatMap(tool => tool.operations)
  t.equal(new Set(asked).size, asked.length, 'none twice')
  const others = operations.filter(operation => !asked.includes(operation))
  const left = others.map(({ id }) => id)
  t.strictSame(left, leftOut)
  for (const { name, operations: its } of tools.values()) t.ok(its.length > 0, name)
})

t.test('each parameter of an operation is an argument of its tool, except two', async t => {
  for (const { name, operations: its, inputSchema } of tools.values()) {
    const names = its.flatMap(({ path }) => openapi.paths[path]?.get?.parameters ?? [])
    const choice = its.length > 1 ? ['collection'] : []
    const expected = [...choice, ...names.map(it => it.name)].filter(it => !unfit.includes(it))
    t.strictSame(new Set(Object.keys(inputSchema.properties)), new Set(expected), name)
    t.equal(inputSchema.additionalProperties, false)
    for (const [argument, { description }] of Object.entries(inputSchema.properties))
      t.ok(description, `${name}: ${argument}`)
  }
})

t.test('an argument has the schema and description of its parameter', async t => {
  const argument = (tool: string, name: string) => tools.get(tool)?.inputSchema.properties[name]
  const parameters = openapi.paths['/v1/actions']?.get?.parameters ?? []
  for (const name of ['kind', 'q', 'from', 'in_force_on', 'planned', 'sort', 'include']) {
    const { description, ...schema } = argument('find_actions', name) ?? {}
    const parameter = parameters.find(it => it.name === name)
    t.strictSame({ ...parameter, description, schema }, parameter, name)
  }
  t.match(argument('find_actions', 'limit'), { default: 10, maximum: 500 })
  t.strictSame(argument('find_actions', 'not_kind'), {
    type: 'array',
    items: { type: 'string' },
    description: 'None of these; takes what kind takes',
  })
  t.match(argument('get_evidence', 'collection'), {
    enum: ['actions', 'rules', 'cases', 'licences', 'actors'],
  })
  t.strictSame(argument('list_records', 'sort')?.enum, ['id', '-id', '-date', 'date'])
  t.notOk(Object.hasOwn(argument('list_records', 'sort') ?? {}, 'default'), 'not the same in all')
  t.match(
    argument('list_records', 'kind')?.description,
    /^regions: Kind of region.*documents: Kind/,
  )
  const required = (tool: string) => tools.get(tool)?.inputSchema.required
  t.strictSame(required('get_record'), ['collection', 'id'])
  t.strictSame(required('search_records'), ['q'])
  t.strictSame(required('list_records'), ['collection'])
  t.strictSame(required('find_actions'), [])
})

t.test('every client sees the tools, all of them read-only', async t => {
  await withEachClient(t, async (t, client) => {
    const listed = (await client.listTools()).tools
    t.strictSame(namesOf(listed), [...tools.keys()])
    for (const { name, title, description, inputSchema, annotations } of listed) {
      t.match(name, /^[a-z]+_[a-z]+$/)
      t.ok(title && description, name)
      t.strictSame(inputSchema, tools.get(name)?.inputSchema)
      t.match(annotations, { readOnlyHint: true, idempotentHint: true, openWorldHint: false })
    }
    t.match(client.getServerVersion(), { name: 'crypto-regulation-events' })
    t.match(client.getInstructions(), /no evidence that nothing happened/)
  })
})

t.test('every name in the instructions is a tool or an argument', async t => {
  const { client } = await talking(t)
  const named = client.getInstructions()?.match(/\b[a-z]+_[a-z]+(?:_[a-z]+)*\b/g) ?? []
  const args = [...tools.values()].flatMap(it => Object.keys(it.inputSchema.properties))
  for (const name of named) t.ok(tools.has(name) || args.includes(name), name)
})

t.test('docs/agents.md lists every tool, and no other', async t => {
  const rows = [...read('docs/agents.md').matchAll(/^\| `(\w+)` \|/gm)]
  const names = rows.map(([, name]) => name)
  t.strictSame(names, [...tools.keys()])
})

const conversation = /```json (\w+_\w+)\n([^`]*)```\n\n```json (\S+)\n([^`]*)```/g

t.test('the conversation in docs/agents.md goes as shown', async t => {
  const { client } = await talking(t)
  const turns = [...read('docs/agents.md').matchAll(conversation)]
  t.equal(turns.length, 3)
  for (const [, name = '', given = '', path = '', shown = ''] of turns) {
    const result = await client.callTool({ name, arguments: JSON.parse(given) })
    const keys = path.match(/\w+/g) ?? []
    // biome-ignore lint/suspicious/noExplicitAny: a part of any answer
    const part = keys.reduce((inner, key) => inner[key], result.structuredContent as any)
    t.strictSame(JSON.parse(shown), part, `${name} ${path}`)
  }
})

t.test('the pages of the documentation are resources', async t => {
  const pages = globSync('docs/*.md', { cwd: projectRoot }).sort()
  await withEachClient(t, async (t, client) => {
    const { resources } = await client.listResources()
    t.strictSame(namesOf(resources), pages)
    t.strictSame((await client.listResourceTemplates()).resourceTemplates, [])
    for (const { uri, name, title, mimeType } of resources) {
      const { contents } = await client.readResource({ uri })
      t.strictSame(contents, [{ uri, mimeType, text: read(name) }])
      t.equal(read(name).split('\n')[0], `# ${title}`)
    }
    const missing = 'crypto-regulation-events://docs/../package.json'
    await t.rejects(client.readResource({ uri: missing }), { code: -32602 })
  })
})
