import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Dataset } from '../dataset/dataset.ts'
import type { Source } from '../http/answers/respond.ts'
import { responses } from '../http/openapi/responses.ts'
import { readParameters, toReadable } from '../http/parameters/read.ts'
import { route } from '../http/routes/route.ts'
import { sha256 } from '../model/hash.ts'
import { shown, type ValuesOf } from '../queries/list/options.ts'
import { BadParameters } from '../queries/refusal.ts'
import { answerWith, scripted } from './protocol.ts'
import { BATCH_SIZE, readBatch, readExtension } from './read.ts'
import { extend, reconcile } from './reconcile.ts'
import { Extended, Manifest, Results } from './schemas.ts'
import { namedType, typeIds } from './types.ts'

const Json = z.string().min(1).optional()
const QUERIES = 'Reconciliation queries as a JSON object, each under a key of your own'
const BATCH = '{"q0":{"query":"OKEx","type":"exchange","limit":1}}'
const EXTEND = 'Entities and the properties to return for them, as JSON'
const fields = {
  queries: shown(Json, QUERIES, BATCH),
  extend: shown(Json, EXTEND, '{"ids":["actors/babel-finance"],"properties":[{"id":"region"}]}'),
}

/** The fields of a form, of which one may be empty: Swagger UI sends them all. */
const formFields = {
  queries: shown(z.string().optional(), QUERIES, BATCH),
  extend: shown(z.string().optional(), EXTEND, ''),
}

const PATH = '/v1/reconcile'
const FORM = 'application/x-www-form-urlencoded'

type Form = { Body: string | undefined }

/** The reconciliation service: its manifest, and its answers to queries and extensions. */
export async function reconcileRoutes(app: FastifyInstance, source: Source) {
  route(app, source, {
    path: PATH,
    operationId: 'reconcile',
    summary: 'Reconciliation service',
    description:
      'Matches names with actors, rules, cases and regions, by the Reconciliation Service API 0.2. Without parameters it returns its manifest, with queries the candidates for each query, with extend the properties of entities. docs/reconcile.md explains the scores.',
    answer: [
      'The manifest, the candidates, or the properties',
      z.union([Manifest, Results, Extended]),
    ],
    failures: [413],
    taken: [{ ...fields, ...scripted }, ['json']],
    plan({ dataset, values, request: { server } }) {
      const run = toRun(values) ?? (() => manifestAt(server.base.url, source.version))
      return answerWith(values.callback, () => run(dataset))
    },
  })
  app.register(async inner => {
    // Fastify's own parsers would also accept JSON and text.
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser(FORM, { parseAs: 'string' }, inner.defaultTextParser)
    inner.post<Form>(PATH, { schema: postSchema }, (request, reply) => post(source, request, reply))
  })
}

const postSchema = {
  operationId: 'reconcile-form',
  tags: ['reconcile'],
  summary: 'Reconciliation service, with a form',
  description: 'The same as by GET, for requests that are too long for a URL.',
  consumes: [FORM],
  body: z.strictObject(formFields),
  response: responses(
    'The candidates, or the properties',
    z.union([Results, Extended]),
    [413, 415],
  ),
}

const readable = toReadable(formFields)

/** Answers a form. Clients may not store the answer: no cache has the body in its key. */
async function post(
  { answers, datasets }: Source,
  { body: form = '' }: FastifyRequest<Form>,
  reply: FastifyReply,
) {
  const { dataset } = datasets
  const { values, chosen } = readParameters(readable, form)
  const run = toRun(values)
  if (!run) throw new BadParameters([{ parameter: 'queries', message: 'is required, or extend' }])
  const headers = {
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    'x-dataset-release': dataset.meta.release.version,
  }
  const make = async () => {
    try {
      return { headers, body: Buffer.from(JSON.stringify(await run(dataset))) }
    } finally {
      dataset.assertUnchanged()
    }
  }
  const tag = sha256(`${dataset.meta.edition} POST ${JSON.stringify(chosen)}`)
  // The time that the client took to send the form does not count.
  const { body } = await answers.get(tag, make, 0)
  return reply.headers(headers).send(body)
}

/** Reads a batch or an extension, so that it is refused before any work begins; undefined if there is neither. */
function toRun({ queries, extend: extension }: ValuesOf<typeof fields>) {
  if (queries && extension)
    throw new BadParameters([{ parameter: 'extend', message: 'cannot be combined with queries' }])
  if (extension) {
    const asked = readExtension(extension)
    return (dataset: Dataset) => extend(dataset, asked)
  }
  if (!queries) return undefined
  const batch = readBatch(queries)
  return (dataset: Dataset) => reconcile(dataset, batch)
}

const preview = (base: string) => ({ url: `${base}${PATH}/preview?id={{id}}` })

const placeAt = (base: string, path: string) => ({
  service_url: base,
  service_path: `${PATH}/${path}`,
})

/** The description of the service for clients, by version 0.2 of the protocol. */
const manifestAt = (base: string, version: string) => ({
  versions: ['0.2'],
  name: 'Crypto Regulation Events: actors, rules, cases and regions',
  identifierSpace: `${base}/v1/`,
  schemaSpace: `${base}/v1/vocabulary/`,
  defaultTypes: typeIds.map(namedType),
  documentation: `${base}/docs`,
  serviceVersion: version,
  view: preview(base),
  preview: { ...preview(base), width: 420, height: 280 },
  suggest: {
    entity: placeAt(base, 'suggest/entity'),
    property: placeAt(base, 'suggest/property'),
    type: placeAt(base, 'suggest/type'),
  },
  extend: { propose_properties: placeAt(base, 'properties'), property_settings: [] },
  batchSize: BATCH_SIZE,
})
