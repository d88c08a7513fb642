import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Source } from '../../../http/answers/respond.ts'
import { views } from '../../../model/views.ts'
import { toQuery } from '../../../queries/list/query.ts'
import { laneNames } from '../../charts/timeline.ts'
import { listParameters, recordPage } from '../../list-page.ts'
import { page, picture } from '../../page.ts'
import { actionsPage } from './list.ts'
import { drawActions, standAlone } from './picture.ts'
import { actionPage } from './record.ts'

const options = {
  ...listParameters(views.actions),
  lanes: z.enum(laneNames).default('kind'),
}

/** Grants of licences are many, and would hide the other events: at first they are left out, as the address says. */
const FIRST = '/actions?not_kind=licensing'

/** Whether a request asks for licensing and also leaves it out, as the form does after that choice. */
const wantsLicensing = (path: string): boolean =>
  /[?&]kind=licensing(?:&|$)/.test(path) && /[?&]not_kind=licensing(?:&|$)/.test(path)

/** The list of the actions, and the page of each. */
export async function actionPages(app: FastifyInstance, source: Source) {
  app.addHook('onRequest', async (request, reply) => {
    if (request.url === '/actions') return reply.redirect(app.base.path + FIRST, 302)
    if (!wantsLicensing(request.url)) return
    const path = request.url.replace(/&?\bnot_kind=licensing\b/, '').replace('?&', '?')
    return reply.redirect(app.base.path + path, 302)
  })
  page(app, source, {
    path: '/actions',
    options,
    plan({ site, values, chosen }) {
      const query = toQuery(site.dataset, views.actions, values, chosen)
      return { canonical: query.canonical, make: () => actionsPage(site, query, values.lanes) }
    },
  })
  picture(app, source, {
    path: '/actions.svg',
    options,
    plan({ site, values, chosen }) {
      const query = toQuery(site.dataset, views.actions, values, chosen)
      const draw = async () => standAlone(await drawActions(site, query, values.lanes))
      return { canonical: query.canonical, make: draw }
    },
  })
  recordPage(app, source, views.actions, actionPage)
}
