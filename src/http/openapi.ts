import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { projectRoot } from '../store/fingerprint.ts'

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null | undefined
type Schema = Record<string, unknown>
type Spec = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}
type Operation = {
  responses: Record<string, object>
  parameters?: { schema: Schema; example?: unknown; explode?: boolean; in: string }[]
}

const info = {
  title: 'Crypto Regulation Events',
  summary: 'What governments did about cryptocurrency and what the industry did in answer.',
  description: `Every value can be traced to the words that it came from: see a record's \`/claims\`. Rival accounts stand side by side, vague dates stay vague, and each reaction is linked to the act that it answers.

Lists take the same parameters everywhere. Several values of one parameter, by commas or repetition, mean any of them; different parameters mean all of them; \`not_x\` means none of them. What is unknown or malformed is refused with the allowed values and the nearest ones; nothing is ever guessed or cut.`,
  license: {
    name: 'Code MIT, data CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
}

const tags = [
  { name: 'dataset', description: 'The dataset as a whole' },
  { name: 'actions', description: 'The events: what somebody did, said or suffered' },
  { name: 'exchanges', description: 'Actors that are exchanges' },
  { name: 'agencies', description: 'Actors that are public bodies' },
  { name: 'actors', description: 'All who act or are acted on' },
  { name: 'regions', description: 'Places' },
  { name: 'documents', description: 'The texts that claims are drawn from' },
  { name: 'claims', description: 'Each value as each document states it' },
  { name: 'counts', description: 'How many actions, by what' },
  { name: 'search', description: 'Text search over all records' },
  { name: 'reconcile', description: 'Matching names of actors and regions, for OpenRefine' },
  { name: 'vocabulary', description: 'The codebook' },
  { name: 'releases', description: 'The states of the dataset that were published' },
  { name: 'changes', description: 'What became different from release to release' },
  { name: 'exports', description: 'The whole dataset as files' },
  { name: 'operations', description: 'For whoever runs the server' },
]

/** Describes the routes that are registered after it. */
export function registerOpenapi(app: FastifyInstance, version: string) {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { ...info, version },
      servers: [{ url: '/' }],
      security: [],
      tags,
    },
    transform: jsonSchemaTransform,
    transformObject: document =>
      tidy(jsonSchemaTransformObject(document) as unknown as Spec) as never,
  })
}

/** What the plugins leave to do: examples that are shown and not sent, open objects, lists by comma, no unused components. */
function tidy(spec: Spec): Spec {
  for (const [path, methods] of Object.entries(spec.paths))
    for (const [method, operation] of Object.entries(methods)) {
      for (const parameter of operation.parameters ?? []) tidyParameter(parameter)
      if (path.startsWith('/v1') && method === 'get') describeCaching(operation)
      if ('410' in operation.responses) operation.responses['308'] = moved
      if ('416' in operation.responses) Object.assign(operation.responses, ofFiles)
    }
  const { components, ...open } = opened(spec as unknown as Json) as unknown as Spec
  // In the order of their names: the registry has them in the order in which files are loaded.
  const schemas = Object.entries(components.schemas).sort(([a], [b]) => (a < b ? -1 : 1))
  return prune({ ...open, components: { ...components, schemas: Object.fromEntries(schemas) } })
}

const header = (description: string) => ({ description, schema: { type: 'string' } })

const cachingHeaders = {
  ETag: header('Strong tag of this answer, for If-None-Match'),
  'Last-Modified': header('Day of the release'),
  'X-Dataset-Release': header('Version of the release'),
  Link: header('next, describedby and service-desc'),
}

const moved = {
  description: 'The record has another id now',
  headers: { Location: header('The same path and query with the id that it has now') },
}

const ofFiles = {
  206: {
    description: 'The part of the file that Range asks for',
    headers: { 'Content-Range': header('Which part, and the length of the file') },
  },
  307: {
    description: 'With latest: the release that is served now has it',
    headers: { Location: header('Where the file is') },
  },
}

function describeCaching({ responses }: Operation) {
  responses['200'] = { ...responses['200'], headers: cachingHeaders }
  responses['304'] = { description: 'The client has this answer already' }
}

function tidyParameter(parameter: NonNullable<Operation['parameters']>[number]) {
  if (parameter.example !== undefined) parameter.schema.examples = [parameter.example]
  delete parameter.example
  if (parameter.in === 'query' && parameter.schema.type === 'array') parameter.explode = false
}

/** Answers may get more fields: objects are not closed. */
function opened(value: Json): Json {
  if (Array.isArray(value)) return value.map(opened)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([key, inner]) => !(key === 'additionalProperties' && inner === false) && key !== '$schema',
  )
  return Object.fromEntries(kept.map(([key, inner]) => [key, opened(inner as Json)]))
}

const referenced = (value: unknown): Set<string> =>
  new Set(
    [...JSON.stringify(value).matchAll(/#\/components\/schemas\/([^"]+)/g)].map(
      ([, name]) => name as string,
    ),
  )

/** Drops components that nothing refers to, until all are referred to. */
function prune(spec: Spec): Spec {
  const used = referenced(spec)
  const kept = Object.entries(spec.components.schemas).filter(([name]) => used.has(name))
  const next = { ...spec, components: { ...spec.components, schemas: Object.fromEntries(kept) } }
  return kept.length === Object.keys(spec.components.schemas).length ? next : prune(next)
}

let committed: { yaml: string; json: string } | undefined

/** The committed description in both notations, which is the one that is served. */
export function readOpenapi() {
  const read = (notation: string) => readFileSync(join(projectRoot, `openapi.${notation}`), 'utf8')
  committed ??= { yaml: read('yaml'), json: read('json') }
  return committed
}

/** Serves the committed description in both notations. */
export async function openapiRoutes(app: FastifyInstance) {
  const { yaml, json } = readOpenapi()
  const schema = { hide: true }
  app.get('/openapi.yaml', { schema }, (_, reply) =>
    reply.type('application/yaml; charset=utf-8').send(yaml),
  )
  app.get('/openapi.json', { schema }, (_, reply) =>
    reply.type('application/json; charset=utf-8').send(json),
  )
}
