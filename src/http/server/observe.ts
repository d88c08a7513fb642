import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, type Registry } from 'prom-client'
import { schemaController } from './schemas.ts'

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

/** Measures every answer by route, method and status. */
export function registerMetrics(app: FastifyInstance, register: Registry) {
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [register],
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request
    const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode }
    seconds.observe(labels, reply.elapsedTime / 1_000)
    done()
  })
}

/** A separate server for /metrics, which the public port does not have. */
export function metricsServer(register: Registry): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true, schemaController })
  app.server.maxConnections = 8
  app.get('/metrics', async (_, reply) =>
    reply.type(register.contentType).send(await register.metrics()),
  )
  return app
}
