import type { FastifyInstance } from 'fastify'
import { listOf, type Query, type Values } from '../../queries/query.ts'
import { searchPage } from '../../queries/search.ts'
import { readSearch } from '../../queries/search-text.ts'
import { answer, type Source } from '../answer.ts'
import { searchAnswer } from '../answer-schemas.ts'
import { searchParameters, withLimit } from '../parameters.ts'
import { responses } from '../responses.ts'
import { page } from './envelope.ts'

/** Ranked text search over all kinds of records. */
export async function searchRoutes(app: FastifyInstance, source: Source) {
  const path = '/v1/search'
  const schema = {
    operationId: 'search',
    tags: ['search'],
    summary: 'Search all records',
    description:
      'Ranked full-text search over titles, names and descriptions; case and accents do not matter.',
    querystring: searchParameters,
    response: responses('A page of hits', searchAnswer),
  }
  app.get(path, { schema }, (request, reply) =>
    answer(source, request, reply, dataset => {
      const values = withLimit(request.query as Values)
      readSearch('q', values.q as string)
      const query: Query = { view: 'actions', values }
      const make = async () => {
        const { hits, ...rest } = await searchPage(dataset, query)
        const sentence = `records among ${listOf(values, 'in').join(', ')} matching ‘${values.q}’, best match first`
        const data = hits.map(hit => JSON.stringify(hit)).join(',')
        const write = (before: string, after: string) => before + data + after
        return page(dataset, path, values, sentence, { write, count: hits.length, ...rest })
      }
      return { path, values, make }
    }),
  )
}
