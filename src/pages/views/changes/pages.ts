import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Source } from '../../../http/answers/respond.ts'
import { views } from '../../../model/views.ts'
import { disputable } from '../../../queries/list/disputes.ts'
import { pageOptions } from '../../../queries/list/options.ts'
import { toQuery } from '../../../queries/list/query.ts'
import { listPage } from '../../list-page.ts'
import { page } from '../../page.ts'
import { disagreementsPage } from './disagreements.ts'
import { changesPage } from './list.ts'

const disputeOptions = {
  region: z.string().min(1).max(200).optional(),
  of: z.enum(disputable).optional(),
  cursor: pageOptions.cursor,
}

/** A record in dispute takes a lot of space. */
const DISPUTES = 20

/** The pages of the changes and of the disagreements between documents. */
export async function changePages(app: FastifyInstance, source: Source) {
  listPage(app, source, views.changes, changesPage)
  page(app, source, {
    path: '/disagreements',
    options: disputeOptions,
    plan({ site, values, chosen }) {
      const { region, of, cursor } = values
      // Events have the filter by place: it knows the names that are wrong.
      const given = chosen.filter(([name]) => name === 'region')
      toQuery(site.dataset, views.actions, region ? { region: [region] } : {}, given)
      const query = {
        name: 'disagreements',
        canonical: chosen,
        limit: DISPUTES,
        region,
        of,
        cursor,
      }
      return { canonical: chosen, make: () => disagreementsPage(site, query) }
    },
  })
}
