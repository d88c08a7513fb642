import { SearchBusy } from '../../dataset/search-client.ts'
import { BadParameters, type Fault, UnknownRecord, WithdrawnRecord } from '../../queries/refusal.ts'
import { openToAll } from '../server/guards.ts'
import { OVERLOADED, type Problem, type ProblemCode, ProblemError, problems } from './problems.ts'

// An import would load all of node:http, and with it an HTTP client: 50 ms of every start.
export const { STATUS_CODES } = process.getBuiltinModule('node:http')

export type ProblemAnswer = {
  status: number
  detail: string
  headers: Record<string, string>
  body: string
}

/** The answer to a failed request: the only place that makes problem bodies. */
export function writeProblem(error: unknown, requestId: string): ProblemAnswer {
  const { code, detail, errors = [], headers } = describe(error)
  const { status, title } = problems[code]
  const instance = `urn:uuid:${requestId}`
  const problem: Problem = { type: `/problems/${code}`, title, status, detail, instance, errors }
  const fixed = {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...openToAll,
    'x-request-id': requestId,
    ...(status === 503 && { 'retry-after': '1' }),
  }
  return { status, detail, headers: { ...fixed, ...headers }, body: JSON.stringify(problem) }
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
  if (error instanceof BadParameters) return { code: 'bad-parameter', detail, errors: error.faults }
  if (error instanceof UnknownRecord) {
    const fault = { parameter: error.parameter, message: detail, did_you_mean: error.nearest }
    return { code: 'unknown-record', detail, errors: [fault] }
  }
  if (error instanceof WithdrawnRecord)
    return { code: 'withdrawn-record', detail, errors: [{ parameter: 'id', message: detail }] }
  if (error instanceof ProblemError) return { code: error.code, detail, headers: error.headers }
  return error instanceof SearchBusy ? searchBusy : byStatus(error)
}

const searchBusy: Described = {
  code: 'search-busy',
  detail: 'Too many searches wait, or this one took too long; try again.',
}

const statuses: Record<number, [code: ProblemCode, detail: string]> = {
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
