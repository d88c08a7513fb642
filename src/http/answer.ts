import accepts from '@fastify/accepts'
import type { FastifyInstance, FastifyReply, FastifyRequest, onSendHookHandler } from 'fastify'
import { canonicalQuery, digest, type Values } from '../queries/query.ts'
import type { Quotes } from '../queries/quotes.ts'
import type { CurrentDataset } from '../store/current.ts'
import type { Dataset } from '../store/dataset.ts'
import { type Format, formats } from './formats.ts'
import { ProblemError } from './problems.ts'

/** What every answer is made from. */
export type Source = { datasets: CurrentDataset; quotes: Quotes; version: string }

/** A body, or one with the URL of the next page. */
export type Made = { body: string; next?: string | null }

const LIFETIME = 'public, max-age=60, stale-while-revalidate=600'
const codingSuffix = /-(?:gzip|br|deflate|zstd)"$/

/** The format that a request gets: `format` if given, else by Accept. A browser's text/html gets JSON. */
function negotiate(request: FastifyRequest, values: Values): Format {
  if (values.format !== undefined) return values.format as Format
  const types = Object.values(formats)
  const chosen = request.accepts().type([...types, 'text/html'])
  if (chosen === false)
    throw new ProblemError('not-acceptable', `Accept allows none of ${types.join(', ')}.`)
  const names = Object.keys(formats) as Format[]
  return names.find(name => formats[name] === chosen) ?? 'json'
}

/**
 * Sends a cacheable answer about the dataset: its strong ETag follows from the request alone, so that one that the
 * client has already is a 304 before `make` runs.
 */
export async function answer(
  { datasets: { dataset }, quotes, version }: Source,
  request: FastifyRequest,
  reply: FastifyReply,
  plan: (dataset: Dataset) => { path: string; values: Values; make: () => Made | Promise<Made> },
) {
  const asked = request.query as Values
  const format = negotiate(request, asked)
  // Filled in like any default, so that equal requests give equal bytes down to `next_url`.
  asked.format = format
  const { path, values, make } = plan(dataset)
  const canonical = canonicalQuery(values)
  const etag = `"${digest(dataset.edition, version, String(quotes.present), path, canonical)}"`
  reply.headers(headersOf(dataset)).header('etag', etag)
  const condition = request.headers['if-none-match']?.trim()
  const held = heldTag(condition, etag)
  if (held !== undefined) return reply.code(304).header('etag', held).send()
  const { body, next } = await make()
  if (condition === '*') return reply.code(304).send()
  if (next) reply.header('link', `<${next}>; rel="next", ${LINKS}`)
  return reply.type(`${formats[format]}; charset=utf-8`).send(body)
}

const LINKS = '</v1>; rel="describedby", </openapi.json>; rel="service-desc"'

const headersOf = ({ release }: Dataset) => ({
  'cache-control': LIFETIME,
  ...(release.date && { 'last-modified': new Date(`${release.date}T00:00:00Z`).toUTCString() }),
  vary: 'accept, accept-encoding',
  'x-dataset-release': release.version,
  link: LINKS,
})

/** The client's tag for what it would get, its coding left aside; undefined where it has none. */
function heldTag(header = '', etag: string): string | undefined {
  const tags = header.split(',').map(tag => tag.trim().replace(/^W\//, ''))
  return tags.find(tag => tag.replace(codingSuffix, '"') === etag)
}

/** Accept negotiation, and the mark of a coding in the ETag where the coding happens. Comes after compression. */
export function registerAnswers(app: FastifyInstance) {
  app.register(accepts)
  app.addHook('onRoute', route => {
    route.onSend = [route.onSend as onSendHookHandler[], markCoding].flat()
  })
}

async function markCoding(_request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  const coding = reply.getHeader('content-encoding')
  const etag = reply.getHeader('etag')
  if (coding && etag && !codingSuffix.test(String(etag)))
    reply.header('etag', String(etag).replace(/"$/, `-${coding}"`))
  return payload
}
