import type { FastifyInstance } from 'fastify'
import type { Source } from '../../../http/answers/respond.ts'
import { views } from '../../../model/views.ts'
import { listPage, recordPage } from '../../list-page.ts'
import { licencesPage } from './list.ts'
import { licencePage } from './record.ts'

/** The list of the licences, and the page of each. */
export async function licencePages(app: FastifyInstance, source: Source) {
  listPage(app, source, views.licences, licencesPage)
  recordPage(app, source, views.licences, licencePage)
}
