import type { FastifyInstance } from 'fastify'
import { chainOf } from '../../queries/chain.ts'
import type { Values } from '../../queries/query.ts'
import { answer, type Source } from '../answer.ts'
import { chainParameters } from '../parameters.ts'
import { responses } from '../responses.ts'
import { chainAnswer } from '../schemas.ts'
import { single } from './envelope.ts'
import { idParameter } from './records.ts'

/** What an action answers and what answered it. */
export async function chainRoutes(app: FastifyInstance, source: Source) {
  const schema = {
    operationId: 'chain-actions',
    tags: ['actions'],
    summary: 'What an action answers and what answered it',
    description:
      'Actions and the links among them, over links that have a lag: responds-to, implements, enforces, repeals, amends. The lag is a range of days, as vague as the dates.',
    params: idParameter('actions'),
    querystring: chainParameters,
    response: responses('The chain', chainAnswer, { byId: true }),
  }
  app.get('/v1/actions/:id/chain', { schema }, (request, reply) =>
    answer(source, request, reply, dataset => {
      const { id } = request.params as { id: string }
      const values = request.query as Values
      const make = () =>
        single(dataset, JSON.stringify(chainOf(dataset, id, values.depth as number)))
      return { path: `/v1/actions/${id}/chain`, values, make }
    }),
  )
}
