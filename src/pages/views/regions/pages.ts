import type { FastifyInstance } from 'fastify'
import type { Source } from '../../../http/answers/respond.ts'
import { page } from '../../page.ts'
import { regionsPage } from './list.ts'
import { regionPage } from './record.ts'

/** The list of the places, and the page of each. */
export async function regionPages(app: FastifyInstance, source: Source) {
  page(app, source, {
    path: '/regions',
    options: {},
    plan: ({ site }) => ({ make: () => regionsPage(site) }),
  })
  page(app, source, {
    path: '/regions/:id',
    options: {},
    plan: ({ site, id }) => ({ make: () => regionPage(site, id) }),
  })
}
