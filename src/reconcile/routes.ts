import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Dataset } from '../dataset/dataset.ts'
import { respond, type Source } from '../http/answers/respond.ts'
import { formBody, largeBatch, responses } from '../http/openapi/responses.ts'
import { readParameters, toReadable } from '../http/parameters/read.ts'
import { readRequest, takes } from '../http/parameters/request.ts'
import { sha256 } from '../model/hash.ts'
import { shown, type ValuesOf } from '../queries/list/options.ts'
import { BadParameters } from '../queries/refusal.ts'
import { extend } from './extend.ts'
import { manifestAt } from './manifest.ts'
import { readBatch, readExtension } from './read.ts'
import { reconcile } from './reconcile.ts'
import { SERVICE, tags } from './route.ts'
import { Extended, Manifest, Results } from './schemas.ts'

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

const taken = takes(options, ['json'])
const readable = toReadable(options)
const BODY_LIMIT = 1_048_576

/** The reconciliation service: its manifest, and its answers to queries and extensions. */
export async function reconcileRoutes(app: FastifyInstance, source: Source) {
  app.get(SERVICE, { schema: getSchema }, (request, reply) =>
    respond(source, request, reply, dataset => {
      const { values, format, chosen: canonical } = readRequest(request, taken)
      const { origin } = request
      const run = toRun(values) ?? (() => manifestAt(origin, source.version))
      const make = async () => ({ body: JSON.stringify(await run(dataset)) })
      return { path: SERVICE, canonical, format, also: [origin], make }
    }),
  )
  app.register(async inner => {
    // Fastify's own parsers would also accept JSON and text.
    inner.removeAllContentTypeParsers()
    inner.register(formbody, { bodyLimit: BODY_LIMIT, parser: text => ({ text }) })
    inner.post(SERVICE, { schema: postSchema }, (request, reply) => post(source, request, reply))
  })
}

const Form = z.object({ text: z.string() }).nullish()

/** Answers a form. Clients may not store the answer: no cache has the body in its key. */
async function post({ answers, datasets }: Source, request: FastifyRequest, reply: FastifyReply) {
  const { dataset } = datasets
  const { values, chosen } = readParameters(readable, Form.parse(request.body)?.text ?? '')
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
  const batch = queries === undefined ? undefined : readBatch(queries)
  const asked = extension === undefined ? undefined : readExtension(extension)
  if (asked) return (dataset: Dataset) => extend(dataset, asked)
  return batch && ((dataset: Dataset) => reconcile(dataset, batch))
}

const getSchema = {
  operationId: 'reconcile',
  tags,
  summary: 'Reconciliation service',
  description:
    'Matches names with actors and regions, by the Reconciliation Service API 0.2. Without parameters it returns its manifest, with queries the candidates for each query, with extend the properties of entities. docs/reconcile.md explains the scores.',
  querystring: taken.querystring,
  response: responses(
    'The manifest, the candidates, or the properties',
    z.union([Manifest, Results, Extended]),
    largeBatch,
  ),
}

const postSchema = {
  operationId: 'reconcile-form',
  tags,
  summary: 'Reconciliation service, with a form',
  description: 'The same as by GET, for requests that are too long for a URL.',
  consumes: ['application/x-www-form-urlencoded'],
  body: z.strictObject(options),
  response: responses('The candidates, or the properties', z.union([Results, Extended]), formBody),
}
