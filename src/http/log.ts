import type { FastifyInstance } from 'fastify'

/** One log line an answer, with the id that the client gets as well. */
export function registerRequestLog(app: FastifyInstance) {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url } = request
    request.log.info(
      { method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 1_000) / 1_000 },
      'answered',
    )
    done()
  })
}
