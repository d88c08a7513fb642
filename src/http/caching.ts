import type { Dataset } from '../store/dataset.ts'

/** For how long an answer that a later release may change can be kept. */
export const LIFETIME = 'public, max-age=60, stale-while-revalidate=600'

/** The mark of a coding at the end of an ETag. */
export const codingSuffix = /-(?:gzip|br|deflate|zstd)"$/

/** Where the dataset is described, under which licence it is, and what to cite. */
export function linksOf({ release, cited }: Dataset): string {
  const citable = release.date === null ? '/v1' : `/v1/releases/${release.version}`
  return `</v1>; rel="describedby", </openapi.json>; rel="service-desc", <${cited.licence.url}>; rel="license", <${citable}>; rel="cite-as"`
}

/** The headers of every answer about a dataset. */
export const headersOf = (dataset: Dataset) => ({
  'cache-control': LIFETIME,
  ...modified(dataset),
  vary: 'accept, accept-encoding',
  'x-dataset-release': dataset.release.version,
  link: linksOf(dataset),
})

const modified = ({ release: { date } }: Dataset) =>
  date === null ? {} : { 'last-modified': new Date(`${date}T00:00:00Z`).toUTCString() }

/** The client's tag for what it would get, its coding left aside; undefined where it has none. */
export function heldTag(header = '', etag: string): string | undefined {
  const tags = header.split(',').map(tag => tag.trim().replace(/^W\//, ''))
  return tags.find(tag => tag.replace(codingSuffix, '"') === etag)
}
