import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DatasetChanged } from '../../dataset/dataset.ts'
import { DamagedFile } from '../../dataset/released.ts'
import { SearchBusy } from '../../dataset/search-client.ts'
import { type Fault, MovedRecord, Refusal } from '../../queries/refusal.ts'
import { openToAll } from '../server/guards.ts'
import { nothingAt } from '../server/methods.ts'
import {
  OVERLOADED,
  overloaded,
  type Problem,
  type ProblemCode,
  ProblemError,
  problems,
} from './problems.ts'

// An import would load all of node:http, and with it an HTTP client: 50 ms of every start.
const { STATUS_CODES } = process.getBuiltinModule('node:http')

declare module 'fastify' {
  interface FastifyInstance {
    /** Writes a problem as a page. */
    readonly problemPage: (problem: Problem, request: FastifyRequest, reply: FastifyReply) => string
  }
}

/** The answer to a failed request: the only place that makes problem bodies. `base`: the path of the server. */
export function writeProblem(error: unknown, requestId: string, base: string) {
  const { code, detail, errors = [], headers } = describe(error)
  const { status, title } = problems[code]
  const instance = `urn:uuid:${requestId}`
  const problem: Problem = {
    type: `${base}/problems/${code}`,
    title,
    status,
    detail,
    instance,
    errors,
  }
  const fixed = {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...openToAll,
    'x-request-id': requestId,
    ...(status === 503 && { 'retry-after': '1' }),
  }
  return {
    status,
    detail,
    headers: { ...fixed, ...headers },
    body: JSON.stringify(problem),
    problem,
  }
}

type Described = {
  code: ProblemCode
  detail: string
  errors?: Fault[]
  headers?: Record<string, string>
}

function describe(error: unknown): Described {
  if (!(error instanceof Error)) return byStatus(error)
  const { message: detail } = error
  if (error instanceof Refusal) return { code: error.code, detail, errors: error.faults }
  if (error instanceof ProblemError) return { code: error.code, detail, headers: error.headers }
  if (error instanceof SearchBusy) return searchBusy
  if (error instanceof DatasetChanged)
    return describe(overloaded('The dataset is being replaced; try again.'))
  if (error instanceof DamagedFile)
    return describe(overloaded('The file is damaged or being replaced here.'))
  return outOfFiles.has(String(Object(error).code)) ? describe(overloaded()) : byStatus(error)
}

/** The codes of errors when the process, or the machine, has no file descriptor left. */
const outOfFiles = new Set(['EMFILE', 'ENFILE'])

const searchBusy: Described = {
  code: 'search-busy',
  detail: 'Too many searches wait, or this one took too long; try again.',
}

const statuses: Record<number, [code: ProblemCode, detail: string]> = {
  408: ['too-slow', 'The request did not arrive in time.'],
  413: ['too-large', 'The body is larger than 1 MB.'],
  414: ['uri-too-long', 'A part of the path is longer than any id.'],
  415: ['unsupported-media-type', 'The body is not application/x-www-form-urlencoded.'],
  431: ['headers-too-large', 'The headers are larger than 32 kB.'],
  500: ['internal-error', 'The request could not be answered.'],
  503: ['overloaded', OVERLOADED],
}

/** An error of the framework or of a plugin: only its status counts, since its message may show internals. */
function byStatus(error: unknown): Described {
  const status = Number(Object(error).statusCode ?? 500)
  const unreadable = `The request cannot be read (${STATUS_CODES[status]}).`
  const [code, detail] = statuses[status] ?? ['bad-request', unreadable]
  return { code, detail }
}

/** The same path and query with the record's present id. */
function newAddress({ id }: MovedRecord, { routeOptions, url, server }: FastifyRequest): string {
  const path = server.base.path + routeOptions.url!
  const encoded = encodeURIComponent(id)
  const filled = path.replace(/:id|\*/, encoded)
  return filled === path ? `${path}?id=${encoded}` : filled + url.replace(/^[^?]*/, '')
}

/** The headers that speak of the answer which has failed. */
const ofAnswer = [
  ...['accept-ranges', 'content-disposition', 'content-encoding', 'etag', 'last-modified'],
  'repr-digest',
  'content-security-policy',
]

/** Sends the problem for an error, or redirects to the new address of a record; logs the server's own faults and refusals. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  for (const name of ofAnswer) reply.removeHeader(name)
  if (error instanceof MovedRecord)
    return reply.code(308).header('location', newAddress(error, request)).send()
  const { status, detail, headers, body, problem } = writeProblem(
    error,
    request.id,
    request.server.base.path,
  )
  const reason = error instanceof DamagedFile ? error.message : detail
  if (status === 503) request.log.warn({ reason }, 'request refused')
  else if (status >= 500) request.log.error({ err: error }, 'request failed')
  reply.code(status).headers(headers)
  if (!isForPeople(request)) return reply.send(body)
  const page = request.server.problemPage(problem, request, reply)
  return reply.type('text/html; charset=utf-8').send(page)
}

/** Whether a browser asks for a page: the API answers browsers in JSON, too. */
const isForPeople = ({ url, headers }: FastifyRequest): boolean =>
  !/^\/v1(?:[/?]|$)/.test(url) && /\btext\/html\b/.test(headers.accept ?? '')

/** The problem of a request that the HTTP parser refused, by the code of its error. */
function unparsed(code: string | undefined): unknown {
  if (code === 'HPE_HEADER_OVERFLOW') return { statusCode: 431 }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { statusCode: 408 }
  if (code !== 'HPE_INVALID_URL') return { statusCode: 400 }
  const detail =
    'The URL has a character that must be percent-encoded: %20 for a space, %E9%93%B6 for 银.'
  return new ProblemError('bad-request', detail)
}

/** Answers a request that the HTTP parser refused. */
export function answerClientError(
  this: FastifyInstance,
  error: Error & { code?: string },
  socket: Socket,
) {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const pending: FastifyReply['raw'] | undefined = Reflect.get(socket, '_httpMessage')
  // The client would take the problem for a part of another answer, or for that answer.
  if (pending && (pending.headersSent || pending.req.complete)) return void socket.destroy()
  const id = randomUUID()
  const { status, headers, body } = writeProblem(unparsed(error.code), id, this.base.path)
  this.log.info({ id, status, code: error.code }, 'not parsed')
  const all = { ...headers, connection: 'close', 'content-length': Buffer.byteLength(body) }
  const lines = Object.entries(all).map(line => line.join(': '))
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

/** Sends every failure through the one writer of problems. */
export function registerErrors(app: FastifyInstance, problemPage: FastifyInstance['problemPage']) {
  app.decorate('problemPage', problemPage)
  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler((request, reply) => sendProblem(nothingAt(request), request, reply))
}
