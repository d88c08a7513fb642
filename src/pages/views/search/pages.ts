import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Source } from '../../../http/answers/respond.ts'
import { searchOptions } from '../../../http/routes/search.ts'
import { page } from '../../page.ts'
import { searchResults } from './results.ts'

const options = {
  ...searchOptions,
  q: searchOptions.q.optional(),
  match: z.enum(['all', 'any']).default('all'),
}

/** The search over everything. */
export async function searchPages(app: FastifyInstance, source: Source) {
  page(app, source, {
    path: '/search',
    options,
    plan: ({ site, values, chosen }) => ({ make: () => searchResults(site, values, chosen) }),
  })
}
