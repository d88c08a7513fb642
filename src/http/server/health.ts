import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { CurrentDataset } from '../../dataset/current.ts'
import { Release } from '../../model/release.ts'
import { component } from '../../model/text.ts'
import { responses } from '../openapi/responses.ts'
import { overloaded } from '../problems/problems.ts'

const status = z.literal('ok')
const now = z.iso.datetime().describe('The time of the server')
const Alive = component('Alive', 'The process answers.', { status })
const Ready = component('Ready', 'The dataset is open and answers.', {
  status,
  now,
  release: Release,
})

type Operations = { datasets: CurrentDataset; now: () => Date }

/** Whether the process is alive, and whether it can answer: the only answers that depend on the time. */
export async function healthRoutes(app: FastifyInstance, { datasets, now }: Operations) {
  app.addHook('onRequest', async (_, reply) => void reply.header('cache-control', 'no-store'))
  const operation = (operationId: string, summary: string, schema: z.ZodType) => {
    const response = responses(summary, schema)
    return { operationId, tags: ['operations'], summary, description: summary, response }
  }
  const live = operation('live', 'The process answers', Alive)
  app.get('/health/live', { schema: live }, async () => ({ status: 'ok' }))
  const ready = operation('ready', 'The dataset is open', Ready)
  app.get('/health/ready', { schema: ready }, async () => {
    const { dataset } = datasets
    if (!dataset.isReadable()) throw overloaded('The dataset cannot be read.')
    return { status: 'ok', now: now().toISOString(), release: dataset.meta.release }
  })
}
