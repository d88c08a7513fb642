import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { MovedRecord } from '../queries/refusal.ts'
import { nothingAt } from './methods.ts'
import { writeProblem } from './problem-writer.ts'
import { statusName } from './status-name.ts'

/** The same path and query with the id that the record has now. */
function newAddress({ id }: MovedRecord, request: FastifyRequest): string {
  const { url } = request.routeOptions as { url: string }
  if (!url.includes(':id')) return `${url}?id=${encodeURIComponent(id)}`
  const path = url.replace(':id', encodeURIComponent(id))
  const query = request.url.indexOf('?')
  return query < 0 ? path : path + request.url.slice(query)
}

const redirect = (moved: MovedRecord, request: FastifyRequest, reply: FastifyReply) =>
  reply.removeHeader('etag').code(308).header('location', newAddress(moved, request)).send()

/** Sends the problem that an error amounts to, or leads on to where a record has moved; logs those that are the server's own fault, and what it had no time for. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof MovedRecord) return redirect(error, request, reply)
  const { status, headers, body } = writeProblem(error, request.id)
  if (status === 503) request.log.warn({ reason: (error as Error).message }, 'request refused')
  else if (status >= 500) request.log.error({ err: error }, 'request failed')
  reply.removeHeader('etag')
  return reply.code(status).headers(headers).send(body)
}

/** Answers what the HTTP parser refuses, before there is a request. */
export function answerClientError(error: Error & { code?: string }, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const statusCode = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const { status, headers, body } = writeProblem({ statusCode }, randomUUID())
  const lines = Object.entries({
    ...headers,
    connection: 'close',
    'content-length': Buffer.byteLength(body),
  })
  socket.end(
    `HTTP/1.1 ${status} ${statusName(status)}\r\n${lines.map(line => line.join(': ')).join('\r\n')}\r\n\r\n${body}`,
  )
}

/** Every failure goes through the one writer of problems. */
export function registerErrors(app: FastifyInstance) {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply))
  app.setNotFoundHandler((request, reply) => sendProblem(nothingAt(request), request, reply))
}
