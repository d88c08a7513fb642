import type { FastifyInstance } from 'fastify'
import type { Source } from '../../../http/answers/respond.ts'
import { views } from '../../../model/views.ts'
import { pageOptions } from '../../../queries/list/options.ts'
import { listPage } from '../../list-page.ts'
import { page } from '../../page.ts'
import { documentsPage } from './list.ts'
import { documentPage } from './record.ts'

const { cursor } = pageOptions

/** The list of the documents, and the page of each. */
export async function documentPages(app: FastifyInstance, source: Source) {
  listPage(app, source, views.documents, documentsPage)
  page(app, source, {
    path: '/documents/:id',
    options: { cursor },
    plan: ({ site, id, values }) => ({ make: () => documentPage(site, id, values.cursor) }),
  })
}
