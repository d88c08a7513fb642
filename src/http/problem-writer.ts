import { BadParameters, type Fault, UnknownRecord, WithdrawnRecord } from '../queries/refusal.ts'
import { SearchBusy } from '../store/search-pool.ts'
import { openToAll } from './guards.ts'
import {
  overloaded,
  type Problem,
  type ProblemCode,
  ProblemError,
  problems,
  RETRY_SECONDS,
} from './problems.ts'
import { statusName } from './status-name.ts'

export type ProblemAnswer = { status: number; headers: Record<string, string>; body: string }

const fixed = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
}

/** The answer to a request that failed: the one place where problem bodies are made. */
export function writeProblem(error: unknown, requestId: string): ProblemAnswer {
  const { code, detail, errors = [], headers = {} } = describe(error)
  const { status, title } = problems[code]
  const problem: Problem = {
    type: `/problems/${code}`,
    title,
    status,
    detail,
    instance: `urn:uuid:${requestId}`,
    errors,
  }
  const own = { ...fixed, ...openToAll, 'x-request-id': requestId }
  return { status, headers: { ...own, ...headers }, body: JSON.stringify(problem) }
}

type Described = {
  code: ProblemCode
  detail: string
  errors?: Fault[]
  headers?: Record<string, string>
}

function describe(error: unknown): Described {
  if (error instanceof BadParameters)
    return { code: 'bad-parameter', detail: error.message, errors: error.faults }
  if (error instanceof UnknownRecord)
    return {
      code: 'unknown-record',
      detail: error.message,
      errors: [{ parameter: error.parameter, message: error.message, did_you_mean: error.nearest }],
    }
  if (error instanceof WithdrawnRecord)
    return {
      code: 'withdrawn-record',
      detail: error.message,
      errors: [{ parameter: 'id', message: error.message }],
    }
  if (error instanceof SearchBusy)
    return {
      code: 'search-busy',
      detail: 'Too many searches wait, or this one took too long; try again.',
      headers: { 'retry-after': RETRY_SECONDS },
    }
  if (error instanceof ProblemError)
    return { code: error.code, detail: error.message, headers: error.headers }
  return byStatus((error as { statusCode?: number }).statusCode)
}

const internal: Described = { code: 'internal-error', detail: 'The request could not be answered.' }

/** An error of the framework or of a plugin, which has only a status; its message may show internals. */
function byStatus(status = 500): Described {
  if (status === 503) return describe(overloaded())
  if (status === 413) return { code: 'too-large', detail: 'The body is larger than 1 MB.' }
  if (status === 415)
    return {
      code: 'unsupported-media-type',
      detail: 'The body is not application/x-www-form-urlencoded.',
    }
  if (status === 414)
    return { code: 'uri-too-long', detail: 'A part of the path is longer than any id.' }
  if (status === 431)
    return { code: 'headers-too-large', detail: 'The headers are larger than 32 kB.' }
  return status >= 500
    ? internal
    : { code: 'bad-request', detail: `The request cannot be read (${statusName(status)}).` }
}
