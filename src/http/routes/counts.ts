import type { FastifyInstance } from 'fastify'
import { countActions } from '../../queries/counts.ts'
import type { Values } from '../../queries/query.ts'
import { answer, type Source } from '../answer.ts'
import { countsAnswer } from '../answer-schemas.ts'
import { countParameters } from '../parameters.ts'
import { responses } from '../responses.ts'
import { countsMeta, many } from './envelope.ts'
import { toQuery } from './records.ts'

/** Distinct actions by one or two things. */
export async function countRoutes(app: FastifyInstance, source: Source) {
  const path = '/v1/counts'
  const schema = {
    operationId: 'count-actions',
    tags: ['counts'],
    summary: 'Count actions',
    description:
      'Distinct actions by one or two things, with the filters of /v1/actions. A vague date makes an action possible in each period that it may lie in, certain only where it must; date_match is therefore not a parameter here. Regions count at those above them too.',
    querystring: countParameters,
    response: responses('The counts', countsAnswer),
  }
  app.get(path, { schema }, (request, reply) =>
    answer(source, request, reply, dataset => {
      const query = toQuery(dataset, 'actions', request.query as Values)
      const make = async () => {
        const { counts, ...rest } = await countActions(dataset, query)
        const items = counts.map(count => JSON.stringify(count))
        return { body: many(items, countsMeta(dataset, query, rest, items)) }
      }
      return { path, values: query.values, make }
    }),
  )
}
