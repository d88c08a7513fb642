import { pipeline, type Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'
import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyRequest } from 'fastify'
import { type Coding, codings } from '../../dataset/manifest.ts'
import type { Finished } from './cache.ts'

const isCoding = (name: string | null): name is Coding => name !== null && name in codings
const offered = [...Object.keys(codings), 'identity']

/** The coding of ours that the client prefers; undefined if it prefers none. */
export function codingFor({ headers }: FastifyRequest): Coding | undefined {
  const accepted = headers['accept-encoding']
  if (accepted === undefined) return undefined
  const best = negotiate(String(accepted).toLowerCase(), offered)
  return isCoding(best) ? best : undefined
}

const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

const encoders = {
  br: {
    whole: (body: Buffer) => promisify(brotliCompress)(body, brotli),
    stream: () => createBrotliCompress(brotli),
  },
  gzip: { whole: promisify<Buffer, Buffer>(gzip), stream: () => createGzip() },
}

type Headers = Finished['headers']

/** The ETag of an answer in a coding. */
export const codedTag = (etag: string, coding: Coding) => `${etag.slice(0, -1)}-${coding}"`

/** The headers of an answer in a coding. */
const codedHeaders = (headers: Headers, coding: Coding): Headers => ({
  ...headers,
  etag: codedTag(headers.etag!, coding),
  'content-encoding': coding,
})

/** A finished answer in a coding. */
export const encode = async ({ headers, body }: Finished, coding: Coding): Promise<Finished> => ({
  headers: codedHeaders(headers, coding),
  body: await encoders[coding].whole(body),
})

/** A streamed answer in a coding. */
export const encodeStream = (headers: Headers, stream: Readable, coding: Coding) => ({
  headers: codedHeaders(headers, coding),
  // A failure destroys both streams, which closes the connection.
  stream: pipeline(stream, encoders[coding].stream(), () => {}),
})
