import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { MovedRecord } from '../../queries/refusal.ts'
import { nothingAt } from '../server/methods.ts'
import { STATUS_CODES, writeProblem } from './writer.ts'

/** The same path and query with the record's present id. */
function newAddress({ id }: MovedRecord, { routeOptions, url }: FastifyRequest): string {
  const path = routeOptions.url!
  const encoded = encodeURIComponent(id)
  return path.includes(':id')
    ? path.replace(':id', encoded) + url.replace(/^[^?]*/, '')
    : `${path}?id=${encoded}`
}

/** Sends the problem for an error, or redirects to the new address of a record; logs the server's own faults and refusals. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  reply.removeHeader('etag')
  if (error instanceof MovedRecord)
    return reply.code(308).header('location', newAddress(error, request)).send()
  const { status, detail, headers, body } = writeProblem(error, request.id)
  if (status === 503) request.log.warn({ reason: detail }, 'request refused')
  else if (status >= 500) request.log.error({ err: error }, 'request failed')
  return reply.code(status).headers(headers).send(body)
}

/** Answers a request that the HTTP parser refused. */
export function answerClientError(error: Error & { code?: string }, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const statusCode = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const { status, headers, body } = writeProblem({ statusCode }, randomUUID())
  const all = { ...headers, connection: 'close', 'content-length': Buffer.byteLength(body) }
  const lines = Object.entries(all).map(line => line.join(': '))
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

/** Sends every failure through the one writer of problems. */
export function registerErrors(app: FastifyInstance) {
  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler((request, reply) => sendProblem(nothingAt(request), request, reply))
}
