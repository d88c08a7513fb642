import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { CurrentDataset } from '../../dataset/current.ts'
import { Release } from '../../model/release.ts'
import { responses } from '../openapi/responses.ts'
import { overloaded } from '../problems/problems.ts'

const status = z.literal('ok')
const now = z.iso.datetime().describe('The time of the server')
const Alive = z.object({ status }).meta({ id: 'Alive', description: 'The process answers.' })
const Ready = z
  .object({ status, now, release: Release })
  .meta({ id: 'Ready', description: 'The dataset is open and answers.' })

type Operations = { datasets: CurrentDataset; now: () => Date }

/** Whether the process is alive, and whether it can answer: the only answers that depend on the time. */
export async function healthRoutes(app: FastifyInstance, { datasets, now }: Operations) {
  const operation = (operationId: string, summary: string, schema: z.ZodType) => {
    const response = responses(summary, schema)
    return { operationId, tags: ['operations'], summary, description: summary, response }
  }
  const live = operation('live', 'The process answers', Alive)
  app.get('/health/live', { schema: live }, (_, reply) => send(reply, { status: 'ok' }))
  const ready = operation('ready', 'The dataset is open', Ready)
  app.get('/health/ready', { schema: ready }, (_, reply) => {
    const { dataset } = datasets
    if (!dataset.isReadable()) throw overloaded('The dataset cannot be read.')
    return send(reply, { status: 'ok', now: now().toISOString(), release: dataset.meta.release })
  })
}

const send = (reply: FastifyReply, body: object) =>
  reply
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body))
