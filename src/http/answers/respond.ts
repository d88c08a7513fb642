import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CurrentDataset } from '../../dataset/current.ts'
import type { Dataset } from '../../dataset/dataset.ts'
import type { Coding } from '../../dataset/manifest.ts'
import { sha256 } from '../../model/hash.ts'
import type { Canonical } from '../../queries/list/query.ts'
import type { Quotes } from '../../queries/record/quotes.ts'
import { type AnswerCache, type Finished, inTime, type Streamed } from './cache.ts'
import { codedTag, codingFor, encode, encodeStream } from './coding.ts'
import { type Format, formats, traitsOf } from './formats.ts'
import { headersOf, heldTag, holdsAny, linksOf, sendNotModified } from './headers.ts'

/** What every answer is made from. */
export type Source = {
  datasets: CurrentDataset
  quotes: Quotes
  version: string
  answers: AnswerCache
}

/** A body with the address of the next page, or a body that is made while it is sent, with its number of records. */
export type Made =
  | { body: string | Buffer; next?: string | null }
  | { stream: () => AsyncIterable<string>; total: number }

/** A parsed request: everything that its answer follows from, and what makes the answer. */
export type Plan = {
  path: string
  canonical: Canonical
  format: Format
  /** Further texts that the answer follows from. */
  also?: string[]
  make: () => Made | Promise<Made>
}

/**
 * The one road of a request: parse it into a plan, send 304 by its ETag or the answer from the cache, else run and
 * write it. `parse` reads no record, so that a 304 costs no SQL.
 */
export function respond(
  source: Source,
  request: FastifyRequest,
  reply: FastifyReply,
  parse: (dataset: Dataset) => Plan,
): FastifyReply | Promise<FastifyReply> {
  const { answers, datasets } = source
  const { dataset } = datasets
  const plan = parse(dataset)
  const tag = tagOf(source, dataset, request, plan)
  const held = heldTag(request, tag)
  if (held !== undefined)
    return sendNotModified(request, reply.headers(headersOf(dataset)).header('etag', held))
  const coding = codingFor(request)
  const kept = (coding && answers.get(codedTag(tag, coding))) ?? answers.get(tag)
  const answer = kept ?? make(answers, dataset, plan, tag)
  const send = (answer: Finished | Streamed) =>
    holdsAny(request)
      ? sendNotModified(request, reply.headers({ ...headersOf(dataset), etag: tag }))
      : sendAnswer(answers, request, reply, coding, answer)
  return answer instanceof Promise ? inTime(reply, answer).then(send) : send(answer)
}

/** The ETag of an answer: a hash of everything that it follows from. */
function tagOf(
  { version, quotes }: Source,
  { meta }: Dataset,
  request: FastifyRequest,
  { path, canonical, format, also = [] }: Plan,
): string {
  const origin = traitsOf(format).absolute ? request.origin : ''
  const about = [meta.edition, version, quotes.present, origin, format, path, canonical, also]
  return `"${sha256(JSON.stringify(about)).slice(0, 32)}"`
}

function make(
  answers: AnswerCache,
  dataset: Dataset,
  plan: Plan,
  tag: string,
): Finished | Streamed | Promise<Finished | Streamed> {
  const made = plan.make()
  const finish = (made: Made) => toAnswer(dataset, plan, tag, made)
  return made instanceof Promise
    ? answers.share(tag, made.then(finish))
    : answers.set(tag, finish(made))
}

function toAnswer(dataset: Dataset, plan: Plan, tag: string, made: Made): Finished | Streamed {
  const headers: Record<string, string> = {
    ...headersOf(dataset),
    etag: tag,
    'content-type': `${formats[plan.format].type}; charset=utf-8`,
  }
  if ('stream' in made)
    return { headers: { ...headers, ...download(dataset, plan, made.total) }, stream: made.stream }
  const { release, page } = dataset.meta
  if (made.next) headers.link = `<${made.next}>; rel="next", ${linksOf(release, page)}`
  return { headers, body: Buffer.from(made.body) }
}

/** How many records follow, so that a client can tell whether it has them all, and a name for the file. */
const download = ({ meta }: Dataset, { path, format }: Plan, total: number) => ({
  'x-total-count': String(total),
  'content-disposition': `attachment; filename="${path.slice(path.lastIndexOf('/') + 1)}-${meta.release.version}.${format}"`,
})

/** Shorter bodies are not compressed. */
const LEAST_BYTES = 1_024

function sendAnswer(
  answers: AnswerCache,
  { method }: FastifyRequest,
  reply: FastifyReply,
  coding: Coding | undefined,
  answer: Finished | Streamed,
): FastifyReply | Promise<FastifyReply> {
  if ('stream' in answer) {
    // A HEAD request does not start the stream.
    const stream = Readable.from(method === 'HEAD' ? [] : answer.stream())
    const { headers } = answer
    const sent = coding ? encodeStream(headers, stream, coding) : { headers, stream }
    return reply.headers(sent.headers).send(sent.stream)
  }
  const isCoded = 'content-encoding' in answer.headers
  if (!coding || isCoded || answer.body.length < LEAST_BYTES)
    return reply.headers(answer.headers).send(answer.body)
  const coded = answers.share(codedTag(answer.headers.etag!, coding), encode(answer, coding))
  return inTime(reply, coded).then(({ headers, body }) => reply.headers(headers).send(body))
}
