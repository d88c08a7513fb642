import type { FastifyInstance } from 'fastify'
import type { Source } from '../http/answers/respond.ts'
import type { View } from '../model/views.ts'
import { listOptions } from '../queries/list/options.ts'
import { type Query, toQuery } from '../queries/list/query.ts'
import { page } from './page.ts'
import type { Page, Site } from './site.ts'

type Made = Page | Promise<Page>

/** The parameters of the page of a list: those of the API that choose and order records. */
export function listParameters(view: View) {
  const { fields: _, include: __, ...options } = listOptions(view)
  return options
}

/** Registers the page of the list of a view. */
export function listPage(
  app: FastifyInstance,
  source: Source,
  view: View,
  make: (site: Site, query: Query) => Made,
) {
  page(app, source, {
    path: `/${view.name}`,
    options: listParameters(view),
    plan({ site, values, chosen }) {
      const query = toQuery(site.dataset, view, values, chosen)
      return { canonical: query.canonical, make: () => make(site, query) }
    },
  })
}

/** Registers the page of a record of a list. */
export function recordPage(
  app: FastifyInstance,
  source: Source,
  { name }: Pick<View, 'name'>,
  make: (site: Site, id: string) => Made,
) {
  page(app, source, {
    path: `/${name}/:id`,
    options: {},
    plan: ({ site, id }) => ({ make: () => make(site, id) }),
  })
}
