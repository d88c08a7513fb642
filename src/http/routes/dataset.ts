import type { FastifyInstance } from 'fastify'
import { DatasetPage } from '../../model/dataset.ts'
import type { Values } from '../../queries/query.ts'
import { answer, type Source } from '../answer.ts'
import { formatOnly } from '../parameters.ts'
import { responses } from '../responses.ts'
import { singleAnswer } from '../schemas.ts'
import { single } from './envelope.ts'

/** The dataset as a whole. */
export async function datasetRoutes(app: FastifyInstance, source: Source) {
  const schema = {
    operationId: 'get-dataset',
    tags: ['dataset'],
    summary: 'The dataset',
    description: 'Release, counts, coverage, freshness, licence, citation and links.',
    querystring: formatOnly,
    response: responses('The dataset', singleAnswer(DatasetPage)),
  }
  app.get('/v1', { schema }, (request, reply) =>
    answer(source, request, reply, dataset => ({
      path: '/v1',
      values: request.query as Values,
      make: () => single(dataset, dataset.page),
    })),
  )
}
