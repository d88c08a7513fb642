import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { digest, type Values } from '../../queries/query.ts'
import { reconcile } from '../../queries/reconcile.ts'
import { extend } from '../../queries/reconcile-extend.ts'
import { BadParameters } from '../../queries/refusal.ts'
import type { Dataset } from '../../store/dataset.ts'
import { answer, type Source } from '../answer.ts'
import { inTime } from '../in-time.ts'
import { noParameters } from '../parameters.ts'
import { manifestAt, SERVICE } from '../reconcile-manifest.ts'
import { formFields, serviceParameters } from '../reconcile-parameters.ts'
import { readBatch, readExtension } from '../reconcile-reader.ts'
import { Extended, Manifest, Results } from '../reconcile-schemas.ts'
import { formBody, largeBatch, responses } from '../responses.ts'
import type { Form } from '../validation.ts'

type Batch = { queries?: string; extend?: string }
type Ask = (dataset: Dataset) => object | Promise<object>

const BODY_LIMIT = 1_048_576

/** The reconciliation service: its manifest, and its answers to queries and extensions. */
export async function reconcileRoutes(app: FastifyInstance, source: Source) {
  app.get(SERVICE, { schema: getSchema }, (request, reply) =>
    answer(source, request, reply, dataset => {
      const values = request.query as Values
      const ask = toAsk(values)
      if (ask) return { path: SERVICE, values, make: () => toBody(dataset, ask) }
      const { origin } = request
      const make = () => ({ body: JSON.stringify(manifestAt(origin, source.version)) })
      return { path: SERVICE, values: { ...values, origin }, make }
    }),
  )
  app.register(async inner => {
    // Only a form: the parsers that there are by themselves would read JSON and text too.
    inner.removeAllContentTypeParsers()
    inner.register(formbody, { bodyLimit: BODY_LIMIT, parser: text => ({ text }) satisfies Form })
    inner.post(SERVICE, { schema: postSchema }, (request, reply) => post(source, request, reply))
  })
}

const toBody = async (dataset: Dataset, ask: Ask) => ({ body: JSON.stringify(await ask(dataset)) })

/** Answers what came in a form. No cache has the body in its key, so none may keep the answer. */
async function post(
  { datasets: { dataset } }: Source,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const batch = request.body as Batch
  const ask = toAsk(batch)
  if (!ask) throw new BadParameters([{ parameter: 'queries', message: 'is required, or extend' }])
  const memory = request.server.memoryOf(dataset)
  const tag = digest(JSON.stringify(batch))
  const finish = async () =>
    memory.keep(tag, {
      headers: {
        'cache-control': 'no-store',
        'content-type': 'application/json; charset=utf-8',
        'x-dataset-release': dataset.release.version,
      },
      body: Buffer.from((await toBody(dataset, ask)).body),
    })
  // The time that the client took to send the form does not count.
  const { headers, body } = await inTime(reply, memory.once(tag, finish), 0)
  return reply.headers(headers).send(body)
}

/** Reads what is asked, so that it is refused before anything is done; undefined where nothing is. */
function toAsk({ queries, extend: wanted }: Batch): Ask | undefined {
  if (queries !== undefined && wanted !== undefined)
    throw new BadParameters([{ parameter: 'extend', message: 'cannot stand beside queries' }])
  if (wanted !== undefined) {
    const extension = readExtension(wanted)
    return dataset => extend(dataset, extension)
  }
  if (queries === undefined) return undefined
  const batch = readBatch(queries)
  return async dataset => {
    const results = [...(await reconcile(dataset, batch))]
    return Object.fromEntries(results.map(([key, result]) => [key, { result }]))
  }
}

const tags = ['reconcile']

const getSchema = {
  operationId: 'reconcile',
  tags,
  summary: 'Reconciliation service',
  description:
    'The reconciliation service of this dataset by the Reconciliation Service API 0.2, over actors and regions: without parameters its manifest, with queries the candidates of each, with extend properties of entities. docs/reconcile.md tells how scores come about.',
  querystring: serviceParameters,
  response: responses(
    'The manifest, the candidates, or the properties',
    z.union([Manifest, Results, Extended]),
    largeBatch,
  ),
}

const postSchema = {
  operationId: 'reconcile-form',
  tags,
  summary: 'Reconciliation service, asked by a form',
  description: 'The same as by GET, for what is too long for a URL.',
  consumes: ['application/x-www-form-urlencoded'],
  querystring: noParameters,
  body: formFields,
  response: responses('The candidates, or the properties', z.union([Results, Extended]), formBody),
}
