import type { FastifyInstance } from 'fastify'
import { DatasetPage } from '../../model/dataset.ts'
import { DATASET } from '../../model/release.ts'
import type { Source } from '../answers/respond.ts'
import { toJsonLd } from '../formats/json-ld.ts'
import { singleAnswer } from '../openapi/schemas.ts'
import { route } from './route.ts'
import { citationAs, single } from './write-body.ts'

/** The dataset as a whole. */
export async function datasetRoutes(app: FastifyInstance, source: Source) {
  // The path of its own description among those of the records in changes.
  app.get(`/v1/${DATASET}`, { schema: { hide: true } }, (_, reply) =>
    reply.redirect(`${app.base.path}/v1`, 308),
  )
  route(app, source, {
    path: '/v1',
    operationId: 'get-dataset',
    summary: 'The dataset',
    description: 'Release, counts, coverage, freshness, licence, citation and links.',
    answer: ['The dataset', singleAnswer(DatasetPage)],
    taken: [{}, ['json', 'jsonld', 'bibtex', 'csl']],
    plan({ dataset, format, request }) {
      const { base } = request.server
      const { page } = dataset.meta
      const { contact } = source
      const { digest, files } = source.datasets.exports
      const writers = {
        json: () =>
          single(dataset, JSON.stringify({ ...page, links: below(base.path, page.links) })),
        jsonld: () => ({ body: toJsonLd(dataset, { files, base: base.url, contact }) }),
        bibtex: () => ({ body: citationAs.bibtex(page.citation) }),
        csl: () => ({ body: citationAs.csl(page.citation) }),
      }
      return { also: format === 'jsonld' ? [digest, contact] : [], make: writers[format] }
    },
  })
}

/** Links with a path before each. */
const below = (path: string, links: Record<string, string>) =>
  Object.fromEntries(Object.entries(links).map(([name, link]) => [name, path + link]))
