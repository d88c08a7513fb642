import type { FastifyInstance } from 'fastify'
import { DatasetPage } from '../../model/dataset.ts'
import type { Source } from '../answers/respond.ts'
import { singleAnswer } from '../openapi/schemas.ts'
import { toJsonLd } from '../pages/json-ld.ts'
import { route } from './route.ts'
import { citationAs, single } from './write-body.ts'

/** The dataset as a whole. */
export async function datasetRoutes(app: FastifyInstance, source: Source) {
  route(app, source, {
    path: '/v1',
    operationId: 'get-dataset',
    summary: 'The dataset',
    description: 'Release, counts, coverage, freshness, licence, citation and links.',
    answer: ['The dataset', singleAnswer(DatasetPage)],
    taken: [{}, ['json', 'jsonld', 'bibtex', 'csl']],
    plan({ dataset, format, request }) {
      const { page } = dataset.meta
      const { digest, files } = source.datasets.exports
      const writers = {
        json: () => single(dataset, JSON.stringify(page)),
        jsonld: () => ({ body: toJsonLd(dataset, files, request.origin) }),
        bibtex: () => ({ body: citationAs.bibtex(page.citation) }),
        csl: () => ({ body: citationAs.csl(page.citation) }),
      }
      return { also: format === 'jsonld' ? [digest] : [], make: writers[format] }
    },
  })
}
