import type { FastifyInstance } from 'fastify'
import type { Source } from '../../../http/answers/respond.ts'
import { views } from '../../../model/views.ts'
import { listOptions } from '../../../queries/list/options.ts'
import { toQuery } from '../../../queries/list/query.ts'
import { page } from '../../page.ts'
import { licencesPage } from './list.ts'
import { licencePage } from './record.ts'

const { fields: _, include: __, ...options } = listOptions(views.licences)

/** The list of the licences, and the page of each. */
export async function licencePages(app: FastifyInstance, source: Source) {
  page(app, source, {
    path: '/licences',
    options,
    plan({ site, values, chosen }) {
      const query = toQuery(site.dataset, views.licences, values, chosen)
      return { canonical: query.canonical, make: () => licencesPage(site, query) }
    },
  })
  page(app, source, {
    path: '/licences/:id',
    options: {},
    plan: ({ site, id }) => ({ make: () => licencePage(site, id) }),
  })
}
