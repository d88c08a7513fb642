import { pipeline, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CurrentDataset } from '../../dataset/current.ts'
import type { Dataset } from '../../dataset/dataset.ts'
import type { Coding } from '../../dataset/manifest.ts'
import { yieldToOthers } from '../../model/batches.ts'
import type { Contact } from '../../model/contact.ts'
import { sha256 } from '../../model/hash.ts'
import type { Canonical } from '../../queries/list/query.ts'
import type { Quotes } from '../../queries/record/claims.ts'
import type { Answer, AnswerCache } from './cache.ts'
import { type Format, formats } from './formats.ts'
import {
  codedTag,
  codingFor,
  heldTag,
  holdsUntagged,
  type releaseHeaders,
  sendNotModified,
} from './headers.ts'

/** The parts that every answer is made from. */
export type Source = {
  datasets: CurrentDataset
  quotes: Quotes
  version: string
  answers: AnswerCache
  /** Where people can write to the operator of the server; undefined if it names none. */
  contact: Contact | undefined
  /** The headers of every answer from a dataset. */
  headersOf: (dataset: Dataset) => ReturnType<typeof releaseHeaders>
}

/** A body with the address of the next page, or a body that is made while it is sent, with its number of records. */
export type Made =
  | { body: string | Buffer; next?: string | null }
  | { stream: () => IteratorObject<string>; total: number }

/** A parsed request: everything that its answer follows from, and what makes the answer. */
export type Plan = {
  path: string
  canonical: Canonical
  format: Format
  /** Further texts that the answer follows from. */
  also?: readonly unknown[] | undefined
  /** Whether it costs less to make the answer than to keep it, unless it is compressed: a crawl would push others out. */
  isCheap?: boolean
  make: () => Made | Promise<Made>
}

/**
 * The one road of a request: parse it into a plan, send 304 by its ETag or the answer from the cache, else run and
 * write it. `parse` reads no record, so that a 304 costs no SQL.
 */
export async function respond(
  source: Source,
  request: FastifyRequest,
  reply: FastifyReply,
  parse: (dataset: Dataset) => Plan,
): Promise<FastifyReply> {
  const { dataset } = source.datasets
  try {
    const plan = parse(dataset)
    const tag = tagOf(source, dataset, request, plan)
    const common = source.headersOf(dataset)
    const held = heldTag(request, tag)
    if (held !== undefined) return sendNotModified(request, reply.headers(common), held)
    const coding = codingFor(request)
    const get = (tag: string, make: () => Promise<Answer>) =>
      source.answers.get(tag, make, reply.elapsedTime)
    const make = () => makeAnswer(dataset, plan, { ...common, etag: tag })
    const plain = () => (plan.isCheap ? make() : get(tag, make))
    const encoded = (coding: Coding) =>
      get(codedTag(tag, coding), async () => encode(await plain(), coding))
    const { headers, body } = await (coding ? encoded(coding) : plain())
    if (holdsUntagged(request, common['last-modified']))
      return sendNotModified(request, reply.headers(common), headers.etag!)
    reply.headers(headers)
    if (Buffer.isBuffer(body)) return reply.send(body)
    // A HEAD request does not start the stream.
    return reply.send(request.method === 'HEAD' ? Readable.from([]) : body())
  } catch (error) {
    // It may follow from what somebody has written to the file.
    dataset.assertUnchanged()
    throw error
  }
}

/** The ETag of an answer: a hash of everything that it follows from. */
function tagOf(
  { version, quotes }: Source,
  { meta }: Dataset,
  request: FastifyRequest,
  { path, canonical, format, also = [] }: Plan,
): string {
  const { url } = request.server.base
  const about = [meta.edition, version, quotes.present, url, format, path, canonical, also]
  return `"${sha256(JSON.stringify(about)).slice(0, 32)}"`
}

async function makeAnswer(
  dataset: Dataset,
  plan: Plan,
  common: Answer['headers'],
): Promise<Answer> {
  const made = await plan.make()
  dataset.assertUnchanged()
  const headers: Answer['headers'] = {
    ...common,
    'content-type': `${formats[plan.format].type}; charset=utf-8`,
  }
  if ('stream' in made) {
    Object.assign(headers, download(dataset, plan, made.total))
    return { headers, body: () => toStream(dataset, made.stream()) }
  }
  if (made.next) headers.link = `<${made.next}>; rel="next", ${headers.link}`
  return { headers, body: Buffer.from(made.body) }
}

/**
 * A stream of parts. Each is made in a turn of its own, once the client has taken the one before, and sent only if nobody
 * has written to the file. An async generator would hold two parts more for a client that does not read.
 */
const toStream = (dataset: Dataset, parts: IteratorObject<string>): Readable =>
  new Readable({
    objectMode: true,
    highWaterMark: 0,
    async read() {
      await yieldToOthers()
      try {
        const { value = null } = parts.next()
        dataset.assertUnchanged()
        this.push(value)
      } catch (error) {
        this.destroy(error as Error)
      }
    },
  })

/** How many records follow, so that a client can tell whether it has them all, and a name for the file. */
const download = ({ meta }: Dataset, { path, format }: Plan, total: number) => ({
  'x-total-count': String(total),
  'content-disposition': `attachment; filename="${path.slice(path.lastIndexOf('/') + 1)}-${meta.release.version}.${format}"`,
})

/** Shorter bodies are not compressed. */
const LEAST_BYTES = 1_024

/** With a window of 128 kB a stream takes less memory, and hardly more bytes. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 17 }

const encoders = {
  br: () => createBrotliCompress({ params }),
  gzip: () => createGzip(),
}

/** An answer in a coding. */
async function encode(answer: Answer, coding: Coding): Promise<Answer> {
  const { headers, body } = answer
  const isWhole = Buffer.isBuffer(body)
  if (isWhole && body.length < LEAST_BYTES) return answer
  // A failure destroys both streams, which closes the connection.
  const encoded = (stream: Readable) => pipeline(stream, encoders[coding](), () => {})
  return {
    headers: { ...headers, etag: codedTag(headers.etag!, coding), 'content-encoding': coding },
    body: isWhole ? await buffer(encoded(Readable.from([body]))) : () => encoded(body()),
  }
}
