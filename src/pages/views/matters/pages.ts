import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Source } from '../../../http/answers/respond.ts'
import { matterNames } from '../../../model/matter.ts'
import { views } from '../../../model/views.ts'
import { choiceOptions, pageOptions } from '../../../queries/list/options.ts'
import { toQuery } from '../../../queries/list/query.ts'
import { page } from '../../page.ts'
import { mattersPage } from './list.ts'
import { matterPage } from './record.ts'

/** The lists of rules and cases, and the page of each of them. */
export async function matterPages(app: FastifyInstance, source: Source) {
  for (const name of matterNames) {
    const view = views[name]
    page(app, source, {
      path: `/${name}`,
      options: {
        ...choiceOptions(view),
        ...pageOptions,
        sort: z.enum(['id', '-id']).default('id'),
      },
      plan({ site, values, chosen }) {
        const query = toQuery(site.dataset, view, values, chosen)
        return { canonical: query.canonical, make: () => mattersPage(site, name, query) }
      },
    })
    page(app, source, {
      path: `/${name}/:id`,
      options: {},
      plan: ({ site, id }) => ({ make: () => matterPage(site, name, id) }),
    })
  }
}
