import type { FastifyInstance } from 'fastify'
import { chainOf } from '../../queries/chain.ts'
import { listOf, type Values } from '../../queries/query.ts'
import { answer, type Source } from '../answer.ts'
import { chainAnswer } from '../answer-schemas.ts'
import { chainParameters } from '../parameters.ts'
import { responses, retiredRecord } from '../responses.ts'
import { single } from './envelope.ts'
import { idParameter } from './records.ts'

/** What an action answers and what answered it. */
export async function chainRoutes(app: FastifyInstance, source: Source) {
  const schema = {
    operationId: 'chain-actions',
    tags: ['actions'],
    summary: 'What an action answers and what answered it',
    description:
      'Actions and the links among them, over links that have a lag: responds-to, implements, enforces, repeals, amends. The lag is a range of days, as vague as the dates. What the coder inferred is left out, and counted in left_out, unless basis asks for it.',
    params: idParameter('actions'),
    querystring: chainParameters,
    response: responses('The chain', chainAnswer, retiredRecord),
  }
  app.get('/v1/actions/:id/chain', { schema }, (request, reply) =>
    answer(source, request, reply, dataset => {
      const { id } = request.params as { id: string }
      const values = request.query as Values
      const make = () => {
        const chain = chainOf(dataset, id, values.depth as number, listOf(values, 'basis'))
        return single(dataset, JSON.stringify(chain))
      }
      return { path: `/v1/actions/${id}/chain`, values, make }
    }),
  )
}
