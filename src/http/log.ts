import type { FastifyInstance } from 'fastify'

/** One log line an answer, with the id that the client gets as well. */
export function registerRequestLog(app: FastifyInstance) {
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request
    request.log.info(
      { method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 1_000) / 1_000 },
      'answered',
    )
  })
}
