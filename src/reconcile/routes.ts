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
import { BATCH_SIZE, readBatch, readExtension } from './read.ts'
import { extend, reconcile } from './reconcile.ts'
import { Extended, Manifest, Results } from './schemas.ts'
import { namedType, typeIds } from './types.ts'

const Json = z.string().min(1).optional()
const options = {
  queries: shown(
    Json,
    'Reconciliation queries as a JSON object, each under a key of your own',
    '{"q0":{"query":"OKEx","type":"exchange","limit":1}}',
  ),
  extend: shown(
    Json,
    'Entities and the properties to return for them, as JSON',
    '{"ids":["actors/babel-finance"],"properties":[{"id":"region"}]}',
  ),
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
      'Matches names with actors and regions, by the Reconciliation Service API 0.2. Without parameters it returns its manifest, with queries the candidates for each query, with extend the properties of entities. docs/reconcile.md explains the scores.',
    answer: [
      'The manifest, the candidates, or the properties',
      z.union([Manifest, Results, Extended]),
    ],
    failures: [413],
    taken: [options, ['json']],
    plan({ dataset, values, request: { origin } }) {
      const run = toRun(values) ?? (() => manifestAt(origin, source.version))
      return { also: [origin], make: async () => ({ body: JSON.stringify(await run(dataset)) }) }
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
  body: z.strictObject(options),
  response: responses(
    'The candidates, or the properties',
    z.union([Results, Extended]),
    [413, 415],
  ),
}

const readable = toReadable(options)

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
  const make = async () => ({
    headers: {
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      'x-dataset-release': dataset.meta.release.version,
    },
    body: Buffer.from(JSON.stringify(await run(dataset))),
  })
  const tag = sha256(`${dataset.meta.edition} POST ${JSON.stringify(chosen)}`)
  // The time that the client took to send the form does not count.
  const { headers, body } = await answers.get(tag, make, 0)
  return reply.headers(headers).send(body)
}

/** Reads a batch or an extension, so that it is refused before any work begins; undefined if there is neither. */
function toRun({ queries, extend: extension }: ValuesOf<typeof options>) {
  if (queries !== undefined && extension !== undefined)
    throw new BadParameters([{ parameter: 'extend', message: 'cannot be combined with queries' }])
  if (extension !== undefined) {
    const asked = readExtension(extension)
    return (dataset: Dataset) => extend(dataset, asked)
  }
  if (queries === undefined) return undefined
  const batch = readBatch(queries)
  return (dataset: Dataset) => reconcile(dataset, batch)
}

const preview = (origin: string) => ({ url: `${origin}${PATH}/preview?id={{id}}` })

const placeAt = (origin: string, path: string) => ({
  service_url: origin,
  service_path: `${PATH}/${path}`,
})

/** The description of the service for clients, by version 0.2 of the protocol. */
const manifestAt = (origin: string, version: string) => ({
  versions: ['0.2'],
  name: 'Crypto Regulation Events: actors and regions',
  identifierSpace: `${origin}/v1/`,
  schemaSpace: `${origin}/v1/vocabulary/`,
  defaultTypes: typeIds.map(namedType),
  documentation: `${origin}/docs`,
  serviceVersion: version,
  view: preview(origin),
  preview: { ...preview(origin), width: 420, height: 280 },
  suggest: {
    entity: placeAt(origin, 'suggest/entity'),
    property: placeAt(origin, 'suggest/property'),
    type: placeAt(origin, 'suggest/type'),
  },
  extend: { propose_properties: placeAt(origin, 'properties'), property_settings: [] },
  batchSize: BATCH_SIZE,
})
