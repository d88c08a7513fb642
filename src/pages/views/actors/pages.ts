import type { FastifyInstance } from 'fastify'
import type { Source } from '../../../http/answers/respond.ts'
import { encodePath } from '../../../model/paths.ts'
import { views } from '../../../model/views.ts'
import { listOptions } from '../../../queries/list/options.ts'
import { toQuery } from '../../../queries/list/query.ts'
import { page } from '../../page.ts'
import { actorsPage } from './list.ts'
import { actorPage } from './record.ts'

const { fields: _, include: __, ...options } = listOptions(views.actors)

/** The lists of the API that are parts of the actors: their pages are those of the actors. */
const kinds = { exchanges: 'exchange', agencies: 'agency' }

/** The list of the actors, and the page of each. */
export async function actorPages(app: FastifyInstance, source: Source) {
  page(app, source, {
    path: '/actors',
    options,
    plan({ site, values, chosen }) {
      const query = toQuery(site.dataset, views.actors, values, chosen)
      return { canonical: query.canonical, make: () => actorsPage(site, query) }
    },
  })
  page(app, source, {
    path: '/actors/:id',
    options: {},
    plan: ({ site, id }) => ({ make: () => actorPage(site, id) }),
  })
  const schema = { hide: true }
  for (const [list, kind] of Object.entries(kinds)) {
    const to = (path: string) => app.base.path + path
    app.get(`/${list}`, { schema }, (_, reply) => reply.redirect(to(`/actors?kind=${kind}`), 308))
    app.get<{ Params: { id: string } }>(`/${list}/:id`, { schema }, ({ params }, reply) =>
      reply.redirect(to(`/${encodePath(`actors/${params.id}`)}`), 308),
    )
  }
}
