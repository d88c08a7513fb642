import type { FastifyInstance } from 'fastify'
import type { Source } from '../../../http/answers/respond.ts'
import { encodePath } from '../../../model/paths.ts'
import { views } from '../../../model/views.ts'
import { listPage, recordPage } from '../../list-page.ts'
import { actorsPage } from './list.ts'
import { actorPage } from './record.ts'

/** The lists of the API that are parts of the actors: their pages are those of the actors. */
const kinds = { exchanges: 'exchange', agencies: 'agency' }

/** The list of the actors, and the page of each. */
export async function actorPages(app: FastifyInstance, source: Source) {
  listPage(app, source, views.actors, actorsPage)
  recordPage(app, source, views.actors, actorPage)
  const schema = { hide: true }
  for (const [list, kind] of Object.entries(kinds)) {
    const to = (path: string) => app.base.path + path
    app.get(`/${list}`, { schema }, (_, reply) => reply.redirect(to(`/actors?kind=${kind}`), 308))
    app.get<{ Params: { id: string } }>(`/${list}/:id`, { schema }, ({ params }, reply) =>
      reply.redirect(to(`/${encodePath(`actors/${params.id}`)}`), 308),
    )
  }
}
