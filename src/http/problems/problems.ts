import { z } from 'zod'
import { component } from '../../model/text.ts'

/** Every problem that this API answers with. */
export const problems = {
  'bad-parameter': { status: 400, title: 'A parameter is not valid' },
  'bad-request': { status: 400, title: 'The request cannot be read' },
  'not-found': { status: 404, title: 'There is nothing at this path' },
  'unknown-record': { status: 404, title: 'There is no record with this id' },
  'withdrawn-record': { status: 410, title: 'The record has been withdrawn' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'not-acceptable': { status: 406, title: 'No acceptable format' },
  'too-slow': { status: 408, title: 'The request came too slowly' },
  'too-large': { status: 413, title: 'The request is too large' },
  'uri-too-long': { status: 414, title: 'The URL is too long' },
  'unsupported-media-type': { status: 415, title: 'The body is not a form' },
  'range-not-satisfiable': { status: 416, title: 'The range lies outside of the file' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  'internal-error': { status: 500, title: 'Something went wrong here' },
  overloaded: { status: 503, title: 'The server is overloaded' },
  'search-busy': { status: 503, title: 'Search is busy' },
}
export type ProblemCode = keyof typeof problems

/** The meaning of each problem, and a way out. */
export const explanations: Record<ProblemCode, string> = {
  'bad-parameter':
    'The request has a parameter that this path does not take, or a value that a parameter does not allow. errors[] lists each such parameter with the allowed values and the nearest ones. Nothing is guessed: correct the request and send it again.',
  'bad-request':
    'The path or the request line is malformed, for example by a broken percent-encoding.',
  'not-found': 'No route has this path. /docs lists all paths.',
  'unknown-record':
    'The collection has no record with the id in the path. errors[] names the nearest ids.',
  'withdrawn-record':
    'There was a record with this id, and a release has withdrawn it. detail names the release and the reason; /v1/changes lists every withdrawn record. The id is never used again.',
  'method-not-allowed':
    'This API is read-only. It accepts POST for reconciliation queries alone. The Allow header lists the methods of the path.',
  'not-acceptable':
    'The Accept header allows no format that this path offers. Leave the header out, or choose one of the formats in /docs.',
  'too-slow':
    'The headers of a request have to arrive within 30 seconds, all of it within 120. The connection is closed.',
  'too-large':
    'The limits are 1 MB for a body, 50 reconciliation queries for a batch and 1,000 entities for an extension. Split the request.',
  'uri-too-long': 'The limit is 8,192 bytes for a URL, and 500 for an id in it. Split the request.',
  'unsupported-media-type':
    'Reconciliation queries come in a body of the type application/x-www-form-urlencoded, or in the URL.',
  'range-not-satisfiable':
    'The Range header asks for bytes beyond the end of the file. Content-Range says how long it is; /v1/exports lists the length of every file.',
  'too-many-requests':
    'This client has sent more requests than are allowed in a minute. Retry-After says when to try again; the RateLimit header of every answer says how many are left.',
  'headers-too-large': 'The limit for the headers of a request is 32 kB.',
  'internal-error': 'The server failed. Its log has the details under the instance of the problem.',
  overloaded:
    'The answer was not ready in time, or the server has more work than it can handle. Retry-After says when to try again.',
  'search-busy':
    'Too many searches are already waiting, or this one took too long. Retry-After says when to try again; a search for rarer words is faster.',
}

export const Problem = component('Problem', 'Why a request was refused (RFC 9457).', {
  type: z.string().describe('Page that explains the problem'),
  title: z.string().describe('What kind of problem it is'),
  status: z.int().min(400).max(599).describe('HTTP status'),
  detail: z.string().describe('What is wrong with this request'),
  instance: z.string().describe('This occurrence: the id in the log and in X-Request-Id'),
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
export type Problem = z.output<typeof Problem>

/** An error with the code of its problem. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly headers: Record<string, string>

  constructor(code: ProblemCode, detail: string, headers: Record<string, string> = {}) {
    super(detail)
    this.code = code
    this.headers = headers
  }
}

export const OVERLOADED = 'The server is overloaded; try again.'

/** The problem of a server that refuses work for a moment. */
export const overloaded = (detail = OVERLOADED) => new ProblemError('overloaded', detail)
