import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { Release } from '../model/release.ts'
import type { CurrentDataset } from '../store/current.ts'
import { noParameters } from './parameters.ts'
import { overloaded } from './problems.ts'
import { responses } from './responses.ts'

const Alive = z
  .object({ status: z.literal('ok') })
  .meta({ id: 'Alive', description: 'The process answers.' })

const Ready = z
  .object({
    status: z.literal('ok'),
    now: z.iso.datetime().describe('The time of the server'),
    release: Release,
  })
  .meta({ id: 'Ready', description: 'The dataset is open and answers.' })

type Operations = { datasets: CurrentDataset; now: () => Date }

/** Whether the process lives, and whether it can answer: the only answers that speak of now. */
export async function healthRoutes(app: FastifyInstance, { datasets, now }: Operations) {
  const operation = (operationId: string, summary: string, schema: z.ZodType) => ({
    operationId,
    tags: ['operations'],
    summary,
    description: summary,
    querystring: noParameters,
    response: responses(summary, schema),
  })
  app.get('/health/live', { schema: operation('live', 'The process answers', Alive) }, (_, reply) =>
    send(reply, { status: 'ok' }),
  )
  app.get(
    '/health/ready',
    { schema: operation('ready', 'The dataset is open', Ready) },
    (_, reply) => {
      const { dataset } = datasets
      if (!dataset.isReadable()) throw overloaded('The dataset cannot be read.')
      return send(reply, { status: 'ok', now: now().toISOString(), release: dataset.release })
    },
  )
}

const send = (reply: FastifyReply, body: object) => {
  reply.header('cache-control', 'no-store')
  reply.type('application/json; charset=utf-8')
  return reply.send(JSON.stringify(body))
}
