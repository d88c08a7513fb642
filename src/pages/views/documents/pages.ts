import type { FastifyInstance } from 'fastify'
import type { Source } from '../../../http/answers/respond.ts'
import { views } from '../../../model/views.ts'
import { listOptions, pageOptions } from '../../../queries/list/options.ts'
import { toQuery } from '../../../queries/list/query.ts'
import { page } from '../../page.ts'
import { documentsPage } from './list.ts'
import { documentPage } from './record.ts'

const { fields: _, include: __, ...options } = listOptions(views.documents)
const { cursor } = pageOptions

/** The list of the documents, and the page of each. */
export async function documentPages(app: FastifyInstance, source: Source) {
  page(app, source, {
    path: '/documents',
    options,
    plan({ site, values, chosen }) {
      const query = toQuery(site.dataset, views.documents, values, chosen)
      return { canonical: query.canonical, make: () => documentsPage(site, query) }
    },
  })
  page(app, source, {
    path: '/documents/:id',
    options: { cursor },
    plan: ({ site, id, values }) => ({ make: () => documentPage(site, id, values.cursor) }),
  })
}
