import { z } from 'zod'

/** Every problem this API answers with: its status, what it means and what to do about it. */
export const problems = {
  'bad-parameter': {
    status: 400,
    title: 'A parameter is not valid',
    explain:
      'The request names a parameter that this path does not have, or gives one a value that it does not take. errors[] names each with the allowed values and the nearest ones. Nothing is guessed: mend the request and send it again.',
  },
  'bad-request': {
    status: 400,
    title: 'The request cannot be read',
    explain: 'The path or the request line is malformed, for example by a broken percent-encoding.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this path',
    explain: 'No route has this path. /docs lists those that there are.',
  },
  'unknown-record': {
    status: 404,
    title: 'There is no record with this id',
    explain:
      'The collection has no record with the id in the path. errors[] names the nearest ids.',
  },
  'withdrawn-record': {
    status: 410,
    title: 'The record has been withdrawn',
    explain:
      'There was a record with this id, and a release has withdrawn it. detail says which release, and why; /v1/changes has all that was withdrawn. The id is never used again.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not allowed here',
    explain:
      'This API is for reading only; only a reconciliation query may come by POST. The Allow header names the methods of the path.',
  },
  'not-acceptable': {
    status: 406,
    title: 'No acceptable format',
    explain:
      'The Accept header names no format that this path has. Leave it out, or see the formats in /docs.',
  },
  'too-large': {
    status: 413,
    title: 'The request is too large',
    explain:
      'A body may have 1 MB, a batch 50 reconciliation queries, an extension 1,000 entities. Ask in parts.',
  },
  'uri-too-long': {
    status: 414,
    title: 'The URL is too long',
    explain: 'A URL may have 8,192 bytes, and an id in it 500. Ask in parts.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is not a form',
    explain:
      'Reconciliation queries come in a body of the type application/x-www-form-urlencoded, or in the URL.',
  },
  'range-not-satisfiable': {
    status: 416,
    title: 'The range lies outside of the file',
    explain:
      'The Range header asks for bytes behind the end of the file. Content-Range says how long it is; /v1/exports lists the length of every file.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    explain:
      'This client has sent more requests in a minute than it may. Retry-After says when to go on; the RateLimit header of every answer says how many are left.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    explain: 'The headers of a request may have 32 kB.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong here',
    explain: 'A fault of this server. The instance of the problem is in its log.',
  },
  overloaded: {
    status: 503,
    title: 'The server is overloaded',
    explain:
      'The answer was not ready in time, or the server has more to do than it can. Retry-After says when to try again.',
  },
  'search-busy': {
    status: 503,
    title: 'Search is busy',
    explain:
      'Too many searches wait already, or this one took too long. Retry-After says when to try again; rarer words are faster.',
  },
} as const
export type ProblemCode = keyof typeof problems

export const Problem = z
  .object({
    type: z.string().describe('Page that explains the problem'),
    title: z.string().describe('What kind of problem it is'),
    status: z.int().min(400).max(599).describe('HTTP status'),
    detail: z.string().describe('What is wrong with this request'),
    instance: z
      .string()
      .describe('Names this occurrence; the same id is in the log and in X-Request-Id'),
    errors: z
      .array(
        z.object({
          parameter: z.string().describe('The parameter at fault'),
          message: z.string().describe('What is wrong with it'),
          allowed: z.array(z.string()).optional().describe('The values that it takes'),
          did_you_mean: z.array(z.string()).optional().describe('The nearest of them'),
        }),
      )
      .describe('The parameters at fault'),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused (RFC 9457).' })
export type Problem = z.output<typeof Problem>

/** An error that already knows which problem it is. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly headers: Record<string, string>

  constructor(code: ProblemCode, detail: string, headers: Record<string, string> = {}) {
    super(detail)
    this.code = code
    this.headers = headers
  }
}

/** The problem of a server that has to turn work away for a moment. */
export const overloaded = (detail = 'The server has too much to do; try again.') =>
  new ProblemError('overloaded', detail, { 'retry-after': RETRY_SECONDS })

/** When to try again after a problem that passes by itself. */
export const RETRY_SECONDS = '1'
