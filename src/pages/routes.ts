import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'
import type { Source } from '../http/answers/respond.ts'
import { assetRoutes } from './assets.ts'
import { setPageHeaders } from './policy.ts'
import { actionPages } from './views/actions/pages.ts'
import { actorPages } from './views/actors/pages.ts'
import { changePages } from './views/changes/pages.ts'
import { documentPages } from './views/documents/pages.ts'
import { guidePages } from './views/guide/pages.ts'
import { homePages } from './views/home/pages.ts'
import { licencePages } from './views/licences/pages.ts'
import { matterPages } from './views/matters/pages.ts'
import { problemPages } from './views/problems.ts'
import { regionPages } from './views/regions/pages.ts'
import { searchPages } from './views/search/pages.ts'
import { swaggerPage } from './views/swagger.ts'

/** The pages for people, in the order of their menu. */
export async function pageRoutes(app: FastifyInstance, source: Source) {
  app.addHook('onRequest', (request, reply, done) => {
    setPageHeaders(request, reply)
    done()
  })
  app.register(homePages, source)
  app.register(actionPages, source)
  app.register(matterPages, source)
  app.register(regionPages, source)
  app.register(licencePages, source)
  app.register(actorPages, source)
  app.register(documentPages, source)
  app.register(changePages, source)
  app.register(searchPages, source)
  app.register(guidePages, source)
  app.register(async others => {
    await others.register(compress, { encodings: ['br', 'gzip'] })
    others.register(assetRoutes)
    others.register(problemPages)
    others.register(swaggerPage, source)
  })
}
