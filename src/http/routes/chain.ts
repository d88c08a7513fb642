import type { FastifyInstance } from 'fastify'
import { chainOf } from '../../queries/chain.ts'
import { listOf, type Values } from '../../queries/query.ts'
import type { Dataset } from '../../store/dataset.ts'
import type { Source } from '../answer.ts'
import { chainAnswer } from '../answer-schemas.ts'
import { chainParameters } from '../parameters.ts'
import { responses, retiredRecord } from '../responses.ts'
import { getById } from './by-id.ts'
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
  const make = async (dataset: Dataset, id: string, values: Values) => {
    const chain = await chainOf(dataset, id, values.depth as number, listOf(values, 'basis'))
    return single(dataset, JSON.stringify(chain))
  }
  getById(app, source, '/v1/actions/:id/chain', schema, make)
}
