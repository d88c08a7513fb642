import type { FastifyInstance, FastifySchema } from 'fastify'
import { stringify } from 'yaml'
import { z } from 'zod'
import { exampleOf } from './examples.ts'
import { COMMITTED_ADDRESS, describedRoutes, info, tags } from './openapi.ts'
import { cacheHeaders, headers, problemResponse, refTo } from './responses.ts'

type Schemas = Record<string, object>

/** The description of the API as YAML, with one example of each operation's answer, given by the app itself. */
export async function describeApi(app: FastifyInstance, version: string): Promise<string> {
  const schemas: Schemas = {}
  const paths: Record<string, Record<string, Operation>> = {}
  for (const { url, method, schema = {} } of describedRoutes(app)) {
    const path = url.replaceAll(/:(\w+)/g, '{$1}')
    const isCached = url.startsWith('/v1') && method === 'GET'
    const operation = toOperation(schema, isCached, schemas)
    const media = operation.responses[200].content['application/json']
    if (media) media.example = await exampleOf(app, path, operation)
    paths[path] = { ...paths[path], [String(method).toLowerCase()]: operation }
  }
  const operations = Object.values(paths).flatMap(methods => Object.values(methods))
  const shared = sharedParameters(operations)
  const responses = toJson(problemsOf(operations), schemas)
  const sorted = Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))
  const parameters = Object.fromEntries(
    shared.entries().map(([name, text]) => [name, JSON.parse(text)]),
  )
  const spec = {
    openapi: '3.1.0',
    info: { ...info, version },
    components: { schemas: Object.fromEntries(sorted), headers, parameters, responses },
    paths: withReferences(paths, shared),
    servers: [{ url: COMMITTED_ADDRESS }],
    security: [],
    tags,
  }
  return stringify(spec, { lineWidth: 120, aliasDuplicateObjects: false })
}

export type Operation = ReturnType<typeof toOperation>

function toOperation(schema: FastifySchema, isCached: boolean, schemas: Schemas) {
  const { operationId = '', summary, tags = [], description, body, consumes, response } = schema
  const parameters = [
    ...parametersOf('query', schema.querystring),
    ...parametersOf('path', schema.params),
  ]
  const media = body instanceof z.ZodType && { schema: toJsonSchema(body, 'input', schemas) }
  const responses = toJson(response, schemas)
  if (isCached) {
    responses[200].headers = cacheHeaders
    responses[304] = { description: 'The client has this answer already' }
  }
  return {
    operationId,
    summary,
    tags,
    description,
    ...(media && { requestBody: { required: true, content: { [String(consumes)]: media } } }),
    ...(parameters.length > 0 && { parameters }),
    responses,
  }
}

/** The parameters in a place, by the schema of an object with all of them. */
function parametersOf(place: 'query' | 'path', object: unknown) {
  if (!(object instanceof z.ZodObject)) return []
  return Object.entries(object.shape).map(([name, field]) => {
    const { description, examples, ...rest } = toJsonSchema(field, 'input', {})
    const required = !z.safeParse(field, undefined).success
    // Swagger UI sends the `example` of a parameter, and only shows `schema.examples`.
    const parameter = { in: place, name, required, description, schema: { ...rest, examples } }
    return place === 'query' && rest.type === 'array' ? { ...parameter, explode: false } : parameter
  })
}

/** A value as JSON, with JSON schemas for the schemas of answers in it. */
const toJson = (value: unknown, schemas: Schemas) =>
  JSON.parse(
    JSON.stringify(value, (_, part) =>
      part instanceof z.ZodType ? toJsonSchema(part, 'output', schemas) : part,
    ),
  )

/** The JSON schema of a schema; its parts with a name are added to `schemas`. */
function toJsonSchema(schema: z.core.$ZodType, io: 'input' | 'output', schemas: Schemas) {
  const { properties, $defs } = z.toJSONSchema(z.object({ schema }), { io })
  const text = JSON.stringify({ ...properties, $defs }).replaceAll('#/$defs/', refTo('schemas', ''))
  const json = JSON.parse(text, finish(io))
  Object.assign(schemas, json.$defs)
  return json.schema
}

/** Makes patterns readable, and answers open for new fields and codes. */
const finish = (io: 'input' | 'output') => (key: string, value: unknown) => {
  const isClosed = key === 'enum' || (key === 'additionalProperties' && value === false)
  if (io === 'output' && isClosed) return undefined
  return key === 'pattern' ? String(value).replaceAll('\\/', '/') : value
}

/** The problems that operations may answer with, as components. */
function problemsOf(operations: Operation[]) {
  const statuses = new Set(operations.flatMap(({ responses }) => Object.keys(responses)))
  const failures = [...statuses].filter(status => status >= '400')
  return Object.fromEntries(failures.map(status => [`Problem${status}`, problemResponse(status)]))
}

/** The JSON of each parameter that several operations have, by a name of its own. */
function sharedParameters(operations: Operation[]): Map<string, string> {
  const all = operations.flatMap(({ parameters = [], tags }) =>
    parameters.map(parameter => ({ ...parameter, tag: tags[0], text: JSON.stringify(parameter) })),
  )
  const shared = new Map<string, string>()
  for (const [text, [first, second]] of Map.groupBy(all, ({ text }) => text)) {
    const { name, tag } = first!
    if (second) shared.set(shared.has(name) ? `${name}-${tag}` : name, text)
  }
  return shared
}

/** Paths with references in place of the shared parameters. */
function withReferences(paths: object, shared: Map<string, string>) {
  let text = JSON.stringify(paths)
  for (const [name, parameter] of shared)
    text = text.replaceAll(parameter, JSON.stringify({ $ref: refTo('parameters', name) }))
  return JSON.parse(text)
}
