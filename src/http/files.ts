import { join } from 'node:path'
import { send } from '@fastify/send'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { codings, fileFormats, type Sealed } from '../store/exports/manifest.ts'
import type { Found } from '../store/exports/released.ts'
import { heldTag, LIFETIME, notModified } from './caching.ts'
import { codingFor } from './negotiate.ts'
import { overloaded, ProblemError } from './problems.ts'

/** Read at a time: with the 64 kB of Node a download takes half as long again. */
const READ_BYTES = 256 * 1_024

const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * Sends a file that lies ready, or the part of it that Range asks for. Its strong ETag is the hash of the file and the
 * coding; If-Range with another tag gets the whole, so that a broken download never mixes two files.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { folder, file, release }: Found,
) {
  const released = release.date !== null
  const coding = codingFor(request)
  const sealed = coding ? file.encodings[coding] : file
  const etag = `"${file.sha256}${coding ? `-${coding}` : ''}"`
  reply.headers({
    'cache-control': released ? FOR_EVER : LIFETIME,
    vary: 'accept-encoding',
    etag,
    'accept-ranges': 'bytes',
  })
  const condition = request.headers['if-none-match']?.trim()
  const held = condition === '*' ? etag : heldTag(condition, `"${file.sha256}"`)
  if (held !== undefined) return notModified(request, reply.header('etag', held))
  const path = join(folder, file.name + (coding ? codings[coding] : ''))
  const { statusCode, headers, stream } = await part(request, path, etag, released)
  if (coding) reply.header('content-encoding', coding)
  reply.headers({ ...headers, ...describe(file, sealed) })
  if (file.format === 'csv') reply.header('link', `${reply.getHeader('link')}, ${TABLE_LINK}`)
  return reply.code(statusCode).send(stream)
}

/** By CSV on the Web a table leads to what describes it. */
const TABLE_LINK = '<csv-metadata.json>; rel="describedby"; type="application/csvm+json"'

const describe = ({ name, format }: Found['file'], { sha256 }: Sealed) => ({
  'content-type': fileFormats[format],
  'content-disposition': `attachment; filename="${name}"`,
  'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
})

/** What of a file is asked for. Throws where it lies behind its end, or the file has just been replaced. */
async function part(
  { method, headers }: FastifyRequest,
  path: string,
  etag: string,
  released: boolean,
) {
  const { range, 'if-range': condition = etag } = headers
  const isPart = method === 'GET' && condition === etag
  const asked = { method, headers: isPart ? { range } : {} }
  const found = await send(asked as never, path, {
    etag: false,
    lastModified: false,
    cacheControl: false,
    contentType: false,
    dotfiles: 'allow',
    highWaterMark: READ_BYTES,
  })
  if (found.type === 'file') return found
  if (found.statusCode === 416)
    throw new ProblemError('range-not-satisfiable', 'The file has not that many bytes.', {
      'content-range': String(found.headers['Content-Range']),
    })
  if (!released) throw overloaded('These files are just being replaced; try again.')
  throw new Error(`${path} cannot be sent: ${found.statusCode}`)
}
