import type { FastifyInstance } from 'fastify'
import type { Source } from '../../../http/answers/respond.ts'
import { views } from '../../../model/views.ts'
import { recordPage } from '../../list-page.ts'
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
  recordPage(app, source, views.regions, regionPage)
}
