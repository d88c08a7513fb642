import { Readable } from 'node:stream'
import { send } from '@fastify/send'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Coding, ExportFile, fileFormats, isCoded } from '../../dataset/manifest.ts'
import { DamagedFile, type Found, type ReleasedFiles } from '../../dataset/released.ts'
import { quoted } from '../../model/issues.ts'
import { nearest } from '../../model/names.ts'
import { shown } from '../../queries/list/options.ts'
import { UnknownRecord } from '../../queries/refusal.ts'
import {
  codedTag,
  codingFor,
  heldTag,
  holdsUntagged,
  LIFETIME,
  releaseHeaders,
  sendNotModified,
} from '../answers/headers.ts'
import type { Source } from '../answers/respond.ts'
import { fileResponses } from '../openapi/responses.ts'
import { unpagedAnswer } from '../openapi/schemas.ts'
import { ProblemError } from '../problems/problems.ts'
import { route } from './route.ts'
import { toJson, unpaged } from './write-body.ts'

const LATEST = 'latest'
const Name = z.string().min(1)

const schema = {
  operationId: 'export-file',
  tags: ['exports'],
  summary: 'A file of a release',
  description:
    'A whole collection or table as a file. A released file never changes, unless a record is removed from it on legal grounds. Use Range to continue an interrupted download, and If-Range with the ETag to make sure that the file is still the same.',
  params: z.object({
    release: shown(Name, 'Version of a release, or latest for the one that is served', '2026.11.1'),
    file: shown(Name, 'Name of a file', 'records.ndjson'),
  }),
  response: fileResponses,
}

type OfFile = { Params: { release: string; file: string } }

/** The whole dataset as files, of every release that this server has. */
export async function exportRoutes(app: FastifyInstance, source: Source) {
  const path = '/v1/exports'
  route(app, source, {
    path,
    operationId: 'export-files',
    summary: 'List the files of the releases',
    description:
      'The whole dataset as SQLite, CSV (one file per table), NDJSON (one file per collection), Parquet and a Data Package, and the records of every release, with lengths and hashes, newest release first.',
    answer: ['The files', unpagedAnswer(ExportFile)],
    taken: [{}, ['json']],
    plan({ dataset, request }) {
      const { digest, files } = source.datasets.exports
      const { base } = request.server
      const items = () => files.map(file => toJson({ ...file, url: base.path + file.url }))
      return { also: [digest], make: () => unpaged(dataset, items()) }
    },
  })
  app.get<OfFile>(`${path}/:release/:file`, { schema }, (request, reply) => {
    const { release, file } = request.params
    const { dataset, exports } = source.datasets
    const version = release === LATEST ? dataset.meta.release.version : release
    const found = find(exports, version, file)
    const { base } = request.server
    const common = releaseHeaders(dataset, found.release, base.path)
    reply.headers(common)
    return release === LATEST
      ? reply.redirect(`${base.path}${path}/${version}/${encodeURIComponent(file)}`, 307)
      : sendFile(request, reply, exports, found, common['last-modified'])
  })
}

/** Throws UnknownRecord naming the nearest releases or files. */
function find(exports: ReleasedFiles, version: string, name: string): Found {
  const found = exports.find(version, name)
  if (found) return found
  const names = exports.names(version)
  if (names.length > 0)
    throw new UnknownRecord(
      `this server does not have the file ${quoted(name)} of that release`,
      nearest(name, names),
      'file',
    )
  const message = `there are no files of a release ${quoted(version)} here`
  throw new UnknownRecord(message, nearest(version, exports.versions), 'release')
}

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
 * The coding in which a file is sent: only a whole file of text has one. Lengths and ranges always speak of the plain
 * bytes: browsers offer codings when they ask for a length, but not when they ask for a range.
 */
function codingOf(request: FastifyRequest, { file: { format } }: Found): Coding | undefined {
  const isWhole = request.method === 'GET' && request.headers.range === undefined
  return isWhole && isCoded(format) ? codingFor(request) : undefined
}

/**
 * Sends a file, or the part of it that Range asks for. Its strong ETag is the hash of the file and the coding; If-Range
 * with another tag gets the whole file, so that a resumed download never mixes two files. @fastify/static cannot do
 * this: it compares If-Range with its own weak tag only.
 */
async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  exports: ReleasedFiles,
  found: Found,
  released: string | undefined,
) {
  const { file, release } = found
  const { name, format } = file
  const isReleased = release.date !== null
  const coding = codingOf(request, found)
  const whole = `"${file.sha256}"`
  const etag = codedTag(whole, coding)
  reply.headers({
    'cache-control': isReleased ? 'public, max-age=31536000, immutable' : LIFETIME,
    vary: 'accept-encoding',
    etag,
    'accept-ranges': 'bytes',
  })
  const held = holdsUntagged(request, released) ? etag : heldTag(request, whole)
  if (held !== undefined) return sendNotModified(request, reply, held)

  const { path, assertUnchanged } = await exports.checked(found, coding)
  const { type, statusCode, headers, stream } = await send(asked(request, etag), path, options)
  if (statusCode === 416)
    throw new ProblemError('range-not-satisfiable', 'The file does not have that many bytes.', {
      'content-range': String(headers['Content-Range']),
    })
  if (type !== 'file') throw new DamagedFile(`${path} is gone`)

  const { sha256 } = (coding && file.encodings?.[coding]) ?? file
  const digest = Buffer.from(sha256, 'hex').toString('base64')
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
    .send(
      request.method === 'HEAD' ? stream : Readable.from(bytesOf(stream, headers, assertUnchanged)),
    )
}

/** The bytes of a file. Breaks off if somebody writes to it meanwhile, or it ends too soon. */
async function* bytesOf(
  stream: AsyncIterable<Buffer>,
  headers: Record<string, unknown>,
  assertUnchanged: () => void,
) {
  let missing = Number(headers['Content-Length'])
  for await (const chunk of stream) {
    assertUnchanged()
    missing -= chunk.length
    yield chunk
  }
  if (missing > 0) throw new DamagedFile(`${missing} bytes of a file are missing`)
}

/** The ranges that RFC 9110 allows; any other text in a Range header has no effect. */
const ranges = /^bytes=(?:\d+-\d*|-\d+)(?:[ \t]*,[ \t]*(?:\d+-\d*|-\d+))*$/
const isBackwards = ([, first, last]: RegExpExecArray) => Number(first) > Number(last)
const isValid = (range: string) =>
  ranges.test(range) && !range.matchAll(/(\d+)-(\d+)/g).some(isBackwards)

/** The request for @fastify/send: with a Range only if that is valid, and for this version of the file. */
function asked({ raw, method, headers }: FastifyRequest, etag: string): FastifyRequest['raw'] {
  const { range = '', 'if-range': condition = etag } = headers
  const isHeeded = method === 'GET' && condition === etag && isValid(range)
  const seen = isHeeded ? { range } : {}
  return Object.create(raw, { headers: { value: seen } })
}
