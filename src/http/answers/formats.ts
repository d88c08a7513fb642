import type { CollectionName } from '../../model/collections.ts'

/** A format: its media type, and the parameters that it refuses. */
const format = (type: string, without: string[] = []) => ({ type, without })

const paging = ['limit', 'cursor', 'include']
const content = ['fields', 'include']

/** The formats of answers by their names. */
export const formats = {
  json: format('application/json', ['shape']),
  csv: format('text/csv', paging),
  ndjson: format('application/x-ndjson', [...paging, 'shape']),
  atom: format('application/atom+xml', [...content, 'shape']),
  jsonfeed: format('application/feed+json', [...content, 'shape']),
  ics: format('text/calendar', [...paging, 'fields', 'shape']),
  html: format('text/html'),
  svg: format('image/svg+xml'),
  jsonp: format('text/javascript'),
  jsonld: format('application/ld+json'),
  bibtex: format('application/x-bibtex', content),
  csl: format('application/vnd.citationstyles.csl+json', content),
}
export type Format = keyof typeof formats

/** The formats of lists and of single records; the first is the default. */
export const listFormats = ['json', 'csv', 'ndjson'] as const satisfies Format[]
export const recordFormats = ['json', 'bibtex', 'csl'] as const satisfies Format[]

const feedFormats = [...listFormats, 'atom', 'jsonfeed'] as const satisfies Format[]

/** The formats of the lists that have more than others. */
const more = { actions: [...feedFormats, 'ics'] as const, changes: feedFormats }

const hasMore = (of: CollectionName): of is keyof typeof more => Object.hasOwn(more, of)

/** The formats of the list of a collection. */
export const formatsOf = (of: CollectionName) => (hasMore(of) ? more[of] : listFormats)
