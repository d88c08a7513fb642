import type { FastifyInstance } from 'fastify'
import type { Source } from '../../../http/answers/respond.ts'
import { matterNames } from '../../../model/matter.ts'
import { views } from '../../../model/views.ts'
import { listPage, recordPage } from '../../list-page.ts'
import { mattersPage } from './list.ts'
import { matterPage } from './record.ts'

/** The lists of rules and cases, and the page of each of them. */
export async function matterPages(app: FastifyInstance, source: Source) {
  for (const name of matterNames) {
    listPage(app, source, views[name], (site, query) => mattersPage(site, name, query))
    recordPage(app, source, views[name], (site, id) => matterPage(site, name, id))
  }
}
