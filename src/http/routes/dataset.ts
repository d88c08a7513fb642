import type { FastifyInstance } from 'fastify'
import { DatasetPage } from '../../model/dataset.ts'
import type { Values } from '../../queries/query.ts'
import { answer, type Source } from '../answer.ts'
import { toJsonLd } from '../json-ld.ts'
import { datasetFormats, datasetParameters } from '../parameters.ts'
import { responses } from '../responses.ts'
import { singleAnswer } from '../schemas.ts'
import { single } from './envelope.ts'

/** The dataset as a whole. */
export async function datasetRoutes(app: FastifyInstance, source: Source) {
  const path = '/v1'
  const schema = {
    operationId: 'get-dataset',
    tags: ['dataset'],
    summary: 'The dataset',
    description: 'Release, counts, coverage, freshness, licence, citation and links.',
    querystring: datasetParameters,
    response: responses('The dataset', singleAnswer(DatasetPage), [], datasetFormats),
  }
  app.get(path, { schema }, (request, reply) => {
    const { exports } = source.datasets
    return answer(source, request, reply, (dataset, origin) => {
      const values = request.query as Values
      return values.format === 'jsonld'
        ? {
            path: `${path} ${exports.digest}`,
            values,
            make: () => ({ body: toJsonLd(dataset, exports.files, origin) }),
          }
        : { path, values, make: () => single(dataset, dataset.page) }
    })
  })
}
