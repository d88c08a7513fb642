import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { perDataset } from '../../dataset/dataset.ts'
import type { Cited } from '../../model/citation.ts'
import type { Release } from '../../model/release.ts'

/** The cache lifetime of an answer that a later release may change. */
export const LIFETIME = 'public, max-age=60, stale-while-revalidate=600'

/** The suffix of a coding in an ETag. */
const codingSuffix = /-(?:gzip|br|deflate|zstd)"$/

/** Links to the description of the dataset and of the API, to the licence, and to the release to cite. */
export function linksOf(release: Release, { licence }: Cited): string {
  const citable = release.date === null ? '/v1' : `/v1/releases/${release.version}`
  return `</v1>; rel="describedby", </openapi.json>; rel="service-desc", <${licence.url}>; rel="license", <${citable}>; rel="cite-as"`
}

/** The headers of every answer from a release. */
export const releaseHeaders = (release: Release, cited: Cited): Record<string, string> => ({
  'cache-control': LIFETIME,
  ...(release.date === null
    ? {}
    : { 'last-modified': new Date(`${release.date}T00:00:00Z`).toUTCString() }),
  vary: 'accept, accept-encoding',
  'x-dataset-release': release.version,
  link: linksOf(release, cited),
})

/** The headers of every answer from a dataset. */
export const headersOf = perDataset(({ meta }) => releaseHeaders(meta.release, meta.page))

/** Sends 304, with neither body nor length. */
export const sendNotModified = ({ method }: FastifyRequest, reply: FastifyReply) =>
  reply.code(304).send(method === 'HEAD' ? Readable.from([]) : undefined)

/** The tag in If-None-Match that is `etag`, whatever its coding; undefined if the client has another version. */
export function heldTag({ headers }: FastifyRequest, etag: string): string | undefined {
  const condition = headers['if-none-match']
  if (condition === undefined) return undefined
  const tags = condition.split(',').map(tag => tag.trim().replace(/^W\//, ''))
  return tags.find(tag => tag.replace(codingSuffix, '"') === etag)
}

/** Whether If-None-Match is `*`, which any existing answer fulfils. */
export const holdsAny = ({ headers }: FastifyRequest): boolean =>
  headers['if-none-match']?.trim() === '*'
