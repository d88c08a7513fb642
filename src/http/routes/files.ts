import { join } from 'node:path'
import { send } from '@fastify/send'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { codings, fileFormats } from '../../dataset/manifest.ts'
import type { Found } from '../../dataset/released.ts'
import {
  codedTag,
  codingFor,
  heldTag,
  holdsAny,
  LIFETIME,
  sendNotModified,
} from '../answers/headers.ts'
import { overloaded, ProblemError } from '../problems/problems.ts'

/** CSV on the Web: a table links to its description. */
const TABLE_LINK = '<csv-metadata.json>; rel="describedby"; type="application/csvm+json"'

const options = {
  etag: false,
  lastModified: false,
  cacheControl: false,
  contentType: false,
  dotfiles: 'allow',
  // With Node's default of 64 kB a download takes 50 % longer.
  highWaterMark: 256 * 1_024,
} as const

/**
 * Sends a file, or the part of it that Range asks for. Its strong ETag is the hash of the file and the coding; If-Range
 * with another tag gets the whole file, so that a resumed download never mixes two files. @fastify/static cannot do
 * this: it compares If-Range with its own weak tag only.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { folder, file, release }: Found,
) {
  const { name, format, sha256 } = file
  const isReleased = release.date !== null
  const coding = codingFor(request)
  const whole = `"${sha256}"`
  const etag = codedTag(whole, coding)
  reply.headers({
    'cache-control': isReleased ? 'public, max-age=31536000, immutable' : LIFETIME,
    vary: 'accept-encoding',
    etag,
    'accept-ranges': 'bytes',
  })
  const held = holdsAny(request) ? etag : heldTag(request, whole)
  if (held !== undefined) return sendNotModified(request, reply, held)

  const path = join(folder, name + (coding ? codings[coding] : ''))
  const { type, statusCode, headers, stream } = await send(asked(request, etag), path, options)
  if (statusCode === 416)
    throw new ProblemError('range-not-satisfiable', 'The file does not have that many bytes.', {
      'content-range': String(headers['Content-Range']),
    })
  if (type !== 'file' && !isReleased)
    throw overloaded('These files are just being replaced; try again.')
  if (type !== 'file') throw new Error(`${path} cannot be sent: ${statusCode}`)

  const stored = coding ? file.encodings[coding] : file
  const digest = Buffer.from(stored.sha256, 'hex').toString('base64')
  if (coding) reply.header('content-encoding', coding)
  if (format === 'csv') reply.header('link', `${reply.getHeader('link')}, ${TABLE_LINK}`)
  return reply
    .code(statusCode)
    .headers({
      ...headers,
      'content-type': fileFormats[format],
      'content-disposition': `attachment; filename="${name}"`,
      'repr-digest': `sha-256=:${digest}:`,
    })
    .send(stream)
}

/** The request for @fastify/send: with a Range only if that is for this version of the file. */
function asked({ raw, method, headers }: FastifyRequest, etag: string): FastifyRequest['raw'] {
  const { range, 'if-range': condition = etag } = headers
  const seen = method === 'GET' && condition === etag ? { range } : {}
  return Object.create(raw, { headers: { value: seen } })
}
