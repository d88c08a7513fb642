import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** Writes one log line for each answer, with the id that the client gets as well. */
export function registerRequestLog(app: FastifyInstance) {
  app.setGenReqId(() => randomUUID())
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url } = request
    const ms = Math.round(reply.elapsedTime * 1_000) / 1_000
    request.log.info({ method, url, status: reply.statusCode, ms }, 'answered')
    done()
  })
}
