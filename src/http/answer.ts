import accepts from '@fastify/accepts'
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  onRequestHookHandler,
  onSendHookHandler,
} from 'fastify'
import { canonicalQuery, digest, type Values } from '../queries/query.ts'
import type { Quotes } from '../queries/quotes.ts'
import type { CurrentDataset } from '../store/current.ts'
import type { Dataset } from '../store/dataset.ts'
import { AnswerMemory, type Finished } from './answer-memory.ts'
import { codingSuffix, headersOf, linksOf } from './caching.ts'
import { type Format, formats, traitsOf } from './formats.ts'
import { inTime } from './in-time.ts'
import { formatFor } from './negotiate.ts'
import { type Streamed, sendFinished, sendHeld, sendStreamed } from './send-answer.ts'

/** What every answer is made from. */
export type Source = { datasets: CurrentDataset; quotes: Quotes; version: string }

/** A body, or one that is made while it is sent; the URL of the next page; how many records there are. */
export type Made = {
  body: string | Buffer | (() => AsyncIterable<string | Buffer>)
  next?: string | null
  total?: number
}

/** What an answer is about and how it is made; `origin` is there for formats that need it. */
type Plan = (
  dataset: Dataset,
  origin: string,
) => { path: string; values: Values; make: () => Made | Promise<Made> }

/** An answer that is made: what it is about decides its headers. */
type Subject = { dataset: Dataset; tag: string; path: string; format: Format }

declare module 'fastify' {
  interface FastifyInstance {
    /** The finished answers about a dataset. */
    memoryOf: (dataset: Dataset) => AnswerMemory
  }
}

/**
 * Sends a cacheable answer about the dataset: its strong ETag follows from the request alone, so that one that the
 * client has already is a 304 before `make` runs, one that is in memory is sent from there, and one that several ask
 * for at once is made once.
 */
export async function answer(
  { datasets: { dataset, exports }, quotes, version }: Source,
  request: FastifyRequest,
  reply: FastifyReply,
  plan: Plan,
) {
  const asked = request.query as Values
  const format = formatFor(request, asked)
  // Filled in like any default, so that equal requests give equal bytes down to `next_url`.
  asked.format = format
  const origin = traitsOf(format).absolute ? request.origin : ''
  const { path, values, make } = plan(dataset, origin)
  const about = [dataset.edition, version, String(quotes.present), origin]
  const tag = digest(...about, path, canonicalQuery(values))
  const memory = request.server.memoryOf(dataset)
  if (sendHeld(request, reply, dataset, tag, false)) {
    memory.remember(request, exports.digest, tag)
    return reply
  }
  const finish = (made: Made) => finishing(memory, { dataset, tag, path, format }, made)
  const finished = await inTime(
    reply,
    memory.once(tag, () => after(make(), finish)),
  )
  if (sendHeld(request, reply, dataset, tag, true)) return reply
  if (typeof finished.body === 'function') return sendStreamed(request, reply, finished as Streamed)
  if (memory.get(tag)) memory.remember(request, exports.digest, tag)
  return sendFinished(request, reply, memory, tag, finished as Finished)
}

/** What comes of something that is there or will be. */
const after = <T, R>(given: T | Promise<T>, use: (given: T) => R): R | Promise<R> =>
  given instanceof Promise ? given.then(use) : use(given)

/** Puts what is made into the memory, unless it is made while it is sent. */
function finishing(memory: AnswerMemory, subject: Subject, made: Made): Finished | Streamed {
  const headers = headersFor(subject, made)
  const { body } = made
  if (typeof body === 'function') return { headers, body }
  return memory.keep(subject.tag, {
    headers,
    body: Buffer.isBuffer(body) ? body : Buffer.from(body),
  })
}

const headersFor = (subject: Subject, made: Made): Record<string, string> => ({
  ...headersOf(subject.dataset),
  etag: `"${subject.tag}"`,
  'content-type': `${formats[subject.format].type}; charset=utf-8`,
  ...(made.next ? { link: `<${made.next}>; rel="next", ${linksOf(subject.dataset)}` } : {}),
  ...(traitsOf(subject.format).whole ? download(subject, made) : {}),
})

/** How many records come, so that a client can tell whether it has all of them, and a name for the file. */
function download({ dataset, path, format }: Subject, { total }: Made): Record<string, string> {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return {
    'x-total-count': String(total),
    'content-disposition': `attachment; filename="${name}-${dataset.release.version}.${format}"`,
  }
}

/**
 * Accept negotiation, the answers kept in memory, and the mark of a coding in the ETag where the coding happens. Comes
 * after the guards and compression: a request in the words of an earlier one is answered from memory at once.
 */
export function registerAnswers(app: FastifyInstance, datasets: CurrentDataset) {
  app.register(accepts)
  const memories = new WeakMap<Dataset, AnswerMemory>()
  const memoryOf = (dataset: Dataset): AnswerMemory => {
    const memory = memories.get(dataset) ?? new AnswerMemory()
    memories.set(dataset, memory)
    return memory
  }
  app.decorate('memoryOf', memoryOf)
  const recall: onRequestHookHandler = (request, reply, done) => {
    const { dataset, exports } = datasets
    const memory = memoryOf(dataset)
    const tag = memory.tagFor(request, exports.digest)
    if (tag === undefined) return done()
    const finished = memory.get(tag)
    if (sendHeld(request, reply, dataset, tag, finished !== undefined)) return
    if (finished === undefined) return done()
    sendFinished(request, reply, memory, tag, finished).catch(done)
  }
  app.addHook('onRoute', route => {
    // An answer to POST follows from its body as well.
    if (route.method !== 'POST')
      route.onRequest = [(route.onRequest ?? []) as onRequestHookHandler[], recall].flat()
    route.onSend = [(route.onSend ?? []) as onSendHookHandler[], markCoding].flat()
  })
}

const markCoding: onSendHookHandler<unknown> = (_request, reply, payload, done) => {
  const coding = reply.getHeader('content-encoding')
  const etag = coding && reply.getHeader('etag')
  if (etag && !codingSuffix.test(String(etag)))
    reply.header('etag', String(etag).replace(/"$/, `-${coding}"`))
  done(null, payload)
}
