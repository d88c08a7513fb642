import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { refuseParameters } from '../parameters/request.ts'

/**
 * The schemas of routes only describe them: each route reads its own request, and answers are ready text or
 * small. So Fastify's own compilers, which are slow to load, stay out.
 */
export const schemaController: FastifyServerOptions['schemaController'] = {
  compilersFactory: {
    // The declared type is that of Ajv's validators.
    buildValidator: (() => () => () => true) as never,
    buildSerializer: () => () => JSON.stringify,
  },
}

/** Makes routes that declare no parameters refuse them. */
export function registerNoParameters(app: FastifyInstance) {
  app.addHook('onRoute', route => {
    if (route.schema?.querystring || route.url.startsWith('/docs')) return
    route.preHandler = [route.preHandler ?? [], refuseParameters].flat()
  })
}
