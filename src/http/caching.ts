import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Dataset } from '../store/dataset.ts'

/** For how long an answer that a later release may change can be kept. */
export const LIFETIME = 'public, max-age=60, stale-while-revalidate=600'

/** The mark of a coding at the end of an ETag. */
export const codingSuffix = /-(?:gzip|br|deflate|zstd)"$/

/** The release that an answer is of, and how the dataset is cited. */
export type About = Pick<Dataset, 'release' | 'cited'>

/** Where the dataset is described, under which licence it is, and what to cite. */
export function linksOf({ release, cited }: About): string {
  const citable = release.date === null ? '/v1' : `/v1/releases/${release.version}`
  return `</v1>; rel="describedby", </openapi.json>; rel="service-desc", <${cited.licence.url}>; rel="license", <${citable}>; rel="cite-as"`
}

const known = new WeakMap<About, Record<string, string>>()

/** The headers of every answer about a dataset, made once for each. */
export function headersOf(about: About): Record<string, string> {
  const headers = known.get(about) ?? makeHeaders(about)
  known.set(about, headers)
  return headers
}

const makeHeaders = (about: About): Record<string, string> => ({
  'cache-control': LIFETIME,
  ...modified(about),
  vary: 'accept, accept-encoding',
  'x-dataset-release': about.release.version,
  link: linksOf(about),
})

const modified = ({ release: { date } }: About): Record<string, string> =>
  date === null ? {} : { 'last-modified': new Date(`${date}T00:00:00Z`).toUTCString() }

/** Answers that the client has what it asked for, by the tag that it holds; says nothing of a length. */
export const notModified = ({ method }: FastifyRequest, reply: FastifyReply) =>
  reply.code(304).send(method === 'HEAD' ? Readable.from([]) : undefined)

/** The client's tag for what it would get, its coding left aside; undefined where it has none. */
export function heldTag(header = '', etag: string): string | undefined {
  const tags = header.split(',').map(tag => tag.trim().replace(/^W\//, ''))
  return tags.find(tag => tag.replace(codingSuffix, '"') === etag)
}
