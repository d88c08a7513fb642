import { Readable } from 'node:stream'
import accepts from '@fastify/accepts'
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
  onSendHookHandler,
} from 'fastify'
import { canonicalQuery, digest, type Values } from '../queries/query.ts'
import type { Quotes } from '../queries/quotes.ts'
import type { CurrentDataset } from '../store/current.ts'
import type { Dataset } from '../store/dataset.ts'
import { codingSuffix, headersOf, heldTag, linksOf, notModified } from './caching.ts'
import { formatsOf } from './format-parameters.ts'
import { type Format, formats, traitsOf } from './formats.ts'
import { ProblemError } from './problems.ts'

/** What every answer is made from. */
export type Source = { datasets: CurrentDataset; quotes: Quotes; version: string }

/** A body, or one that is made while it is sent; the URL of the next page; how many records there are. */
export type Made = {
  body: string | (() => AsyncIterable<string>)
  next?: string | null
  total?: number
}

/** What an answer is about, and how it is made; `origin` is there for formats that need it. */
type Plan = (
  dataset: Dataset,
  origin: string,
) => { path: string; values: Values; make: () => Made | Promise<Made> }

/** The format that a request gets: `format` if given, else by Accept. A browser's text/html gets the first, JSON. */
function negotiate(request: FastifyRequest, values: Values): Format {
  if (values.format !== undefined) return values.format as Format
  const offered = formatsOf(request.routeOptions.schema as FastifySchema)
  const types = offered.map(name => formats[name].type)
  const chosen = request.accepts().type([...types, 'text/html'])
  if (chosen === false)
    throw new ProblemError('not-acceptable', `Accept allows none of ${types.join(', ')}.`)
  return offered.find(name => formats[name].type === chosen) ?? 'json'
}

/**
 * Sends a cacheable answer about the dataset: its strong ETag follows from the request alone, so that one that the
 * client has already is a 304 before `make` runs.
 */
export async function answer(
  { datasets: { dataset }, quotes, version }: Source,
  request: FastifyRequest,
  reply: FastifyReply,
  plan: Plan,
) {
  const asked = request.query as Values
  const format = negotiate(request, asked)
  // Filled in like any default, so that equal requests give equal bytes down to `next_url`.
  asked.format = format
  const origin = traitsOf(format).absolute ? request.origin : ''
  const { path, values, make } = plan(dataset, origin)
  const about = [dataset.edition, version, String(quotes.present), origin]
  const etag = `"${digest(...about, path, canonicalQuery(values))}"`
  reply.headers(headersOf(dataset)).header('etag', etag)
  const condition = request.headers['if-none-match']?.trim()
  const held = heldTag(condition, etag)
  if (held !== undefined) return notModified(request, reply.header('etag', held))
  const made = await make()
  if (condition === '*') return notModified(request, reply)
  if (traitsOf(format).whole) describeDownload(reply, dataset, path, format, made)
  if (made.next) reply.header('link', `<${made.next}>; rel="next", ${linksOf(dataset)}`)
  return reply.type(`${formats[format].type}; charset=utf-8`).send(bodyFor(request, made))
}

/** The body; one that is made while it is sent is not begun for HEAD. */
function bodyFor({ method }: FastifyRequest, { body }: Made): string | Readable {
  if (typeof body === 'string') return body
  return Readable.from(method === 'HEAD' ? [] : body(), { objectMode: false })
}

/** How many records come, so that a client can tell whether it has all of them, and a name for the file. */
function describeDownload(
  reply: FastifyReply,
  { release }: Dataset,
  path: string,
  format: Format,
  { total }: Made,
) {
  const name = path.slice(path.lastIndexOf('/') + 1)
  reply.header('x-total-count', String(total))
  reply.header('content-disposition', `attachment; filename="${name}-${release.version}.${format}"`)
}

/** Accept negotiation, and the mark of a coding in the ETag where the coding happens. Comes after compression. */
export function registerAnswers(app: FastifyInstance) {
  app.register(accepts)
  app.addHook('onRoute', route => {
    route.onSend = [(route.onSend ?? []) as onSendHookHandler[], markCoding].flat()
  })
}

async function markCoding(_request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  const coding = reply.getHeader('content-encoding')
  const etag = reply.getHeader('etag')
  if (coding && etag && !codingSuffix.test(String(etag)))
    reply.header('etag', String(etag).replace(/"$/, `-${coding}"`))
  return payload
}
