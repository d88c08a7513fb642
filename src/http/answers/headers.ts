import { Readable } from 'node:stream'
import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Dataset } from '../../dataset/dataset.ts'
import type { Coding } from '../../dataset/manifest.ts'
import type { Release } from '../../model/release.ts'

/** The cache lifetime of an answer that a later release may change. */
export const LIFETIME = 'public, max-age=60, stale-while-revalidate=600'

/**
 * The headers of every answer from a release; the links lead to descriptions, the licence, and the release to cite.
 * `path`: that of the base.
 */
export function releaseHeaders(dataset: Dataset, { date, version }: Release, path: string) {
  const time = dataset.releaseTimes.get(version)
  const citable = date === null ? '/v1' : `/v1/releases/${version}`
  const links = [
    [`${path}/v1`, 'describedby'],
    [`${path}/openapi.json`, 'service-desc'],
    [dataset.meta.page.licence.url, 'license'],
    [path + citable, 'cite-as'],
  ]
  return {
    'cache-control': LIFETIME,
    ...(time !== undefined && { 'last-modified': new Date(time).toUTCString() }),
    vary: 'accept, accept-encoding',
    'x-dataset-release': version,
    link: links.map(([address, rel]) => `<${address}>; rel="${rel}"`).join(', '),
  }
}

const ours = ['br', 'gzip'] as const satisfies Coding[]

/** The coding of ours that the client prefers; undefined if it prefers none. */
export function codingFor({ headers }: FastifyRequest): Coding | undefined {
  const accepted = String(headers['accept-encoding'] ?? 'identity').toLowerCase()
  const best = negotiate(accepted, [...ours, 'identity'])
  return ours.find(coding => coding === best)
}

/** The ETag of an answer in a coding. */
export const codedTag = (etag: string, coding: Coding | undefined) =>
  coding ? `${etag.slice(0, -1)}-${coding}"` : etag

/** The suffix of a coding in an ETag. */
const codingSuffix = /-(?:gzip|br|deflate|zstd)"$/

/** The tag in If-None-Match that is `etag`, whatever its coding; undefined if the client has another version. */
export function heldTag({ headers }: FastifyRequest, etag: string): string | undefined {
  const tags = headers['if-none-match']?.split(',').map(tag => tag.trim().replace(/^W\//, ''))
  return tags?.find(tag => tag.replace(codingSuffix, '"') === etag)
}

/**
 * Whether the client has an answer by a condition that names no tag: If-None-Match is `*`, which any existing answer
 * fulfils, or is missing, and If-Modified-Since is the time of the release. A later time does not count: the client may
 * have got its answer while the release before was still served.
 */
export function holdsUntagged({ headers }: FastifyRequest, lastModified: string | undefined) {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers
  if (tags !== undefined) return tags.trim() === '*'
  return since !== undefined && Date.parse(since) === Date.parse(String(lastModified))
}

/** Sends 304, with neither body nor length. */
export const sendNotModified = ({ method }: FastifyRequest, reply: FastifyReply, etag: string) =>
  reply
    .code(304)
    .header('etag', etag)
    .send(method === 'HEAD' ? Readable.from([]) : undefined)
