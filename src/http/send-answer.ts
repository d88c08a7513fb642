import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Coding } from '../store/exports/manifest.ts'
import { type AnswerMemory, type Finished, hasOwnMemory } from './answer-memory.ts'
import { type About, headersOf, heldTag, notModified } from './caching.ts'
import { inTime } from './in-time.ts'
import { codingFor } from './negotiate.ts'

/** An answer that is made while it is sent. */
export type Streamed = {
  headers: Record<string, string>
  body: () => AsyncIterable<string | Buffer>
}

/** Answers 304 where the client has the answer of a tag; `*` means any that there is, which must be known by then. */
export function sendHeld(
  request: FastifyRequest,
  reply: FastifyReply,
  about: About,
  tag: string,
  isThere: boolean,
): boolean {
  const condition = request.headers['if-none-match']?.trim()
  if (condition === undefined) return false
  const etag = `"${tag}"`
  const held = condition === '*' && isThere ? etag : heldTag(condition, etag)
  if (held === undefined) return false
  notModified(request, reply.headers(headersOf(about)).header('etag', held))
  return true
}

/** Sends an answer in the coding that the client likes best, which is made once. */
export async function sendFinished(
  request: FastifyRequest,
  reply: FastifyReply,
  memory: AnswerMemory,
  tag: string,
  finished: Finished,
) {
  const coding = codingOf(request, finished)
  // What it is sent in is decided: the plugin is for what is streamed.
  request.headers['x-no-compression'] = 'true'
  const { headers, body } = coding
    ? await inTime(reply, encoded(memory, tag, finished, coding))
    : finished
  if (!coding && memory.isLone(finished)) giveBack(reply, body)
  return reply.headers(headers).send(body)
}

const LARGE_BYTES = 16_384

/**
 * Gives the memory of a large body back as soon as it is sent. The collector would go through all that there is for
 * every few hundred pages, since it counts bytes that it does not know to be free.
 */
function giveBack(reply: FastifyReply, body: Buffer) {
  if (body.length >= LARGE_BYTES && hasOwnMemory(body))
    reply.raw.once('finish', () => (body.buffer as ArrayBuffer).transfer(0))
}

/** Sends an answer while it is made; for HEAD it is not begun. */
export const sendStreamed = (
  { method }: FastifyRequest,
  reply: FastifyReply,
  { headers, body }: Streamed,
) =>
  reply.headers(headers).send(Readable.from(method === 'HEAD' ? [] : body(), { objectMode: false }))

const LEAST_BYTES = 1_024

/** HEAD tells of the answer without a coding, and what is short is sent without one. */
const codingOf = (request: FastifyRequest, { body }: Finished): Coding | undefined =>
  request.method === 'HEAD' || body.length < LEAST_BYTES ? undefined : codingFor(request)

const encoders: Record<Coding, (body: Buffer) => Promise<Buffer>> = {
  br: body => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: promisify<Buffer, Buffer>(gzip),
}

async function encoded(
  memory: AnswerMemory,
  tag: string,
  { headers, body }: Finished,
  coding: Coding,
): Promise<Finished> {
  const codedTag = `${tag}-${coding}`
  const make = async () =>
    memory.keep(codedTag, {
      headers: { ...headers, etag: `"${codedTag}"`, 'content-encoding': coding },
      body: await encoders[coding](body),
    })
  return memory.once(codedTag, make)
}
