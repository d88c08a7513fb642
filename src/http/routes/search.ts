import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { searchedViews } from '../../model/views.ts'
import { list, pageOptions, searchText, shown } from '../../queries/list/options.ts'
import { searchPage } from '../../queries/search/search.ts'
import { readSearch } from '../../queries/search/text.ts'
import type { Source } from '../answers/respond.ts'
import { searchAnswer } from '../openapi/answer-schemas.ts'
import { route } from './route.ts'
import { page, toJson } from './write-body.ts'

const names = searchedViews.map(({ name }) => name).sort()
/** The parameters of a search over everything. */
export const searchOptions = {
  q: searchText('What to look for'),
  in: shown(list(z.enum(names)).default(names), 'Collections to look in', ['actors']),
  ...pageOptions,
}

/** Ranked text search over all kinds of records. */
export async function searchRoutes(app: FastifyInstance, source: Source) {
  const path = '/v1/search'
  route(app, source, {
    path,
    operationId: 'search',
    summary: 'Search all records',
    description:
      'Ranked full-text search over titles, names and descriptions; case and accents do not matter.',
    answer: ['A page of hits', searchAnswer],
    taken: [searchOptions, ['json']],
    plan({ dataset, request, values: { q, in: within, limit, cursor }, chosen: canonical }) {
      const search = readSearch('q', q)
      const collections = searchedViews.flatMap(({ name, of }) => (within.includes(name) ? of : []))
      const query = { name: 'search', canonical, cursor, q, search, collections, limit }
      return {
        async make() {
          const { hits, ...rest } = await searchPage(dataset, query)
          const items = hits.map(toJson)
          const sentence = `records among ${within.join(', ')} matching ‘${q}’, best match first`
          const address = request.server.base.path + path
          return page(dataset, address, canonical, items, { ...rest, limit, query: sentence })
        },
      }
    },
  })
}
