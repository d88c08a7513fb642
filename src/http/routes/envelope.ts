import { cite } from '../../model/citation.ts'
import { type CollectionName, recordPath } from '../../model/collections.ts'
import type { Counts } from '../../queries/counts.ts'
import type { ForceCounts } from '../../queries/force-counts.ts'
import { canonicalQuery, type Query, type Values } from '../../queries/query.ts'
import { toSentence } from '../../queries/sentence.ts'
import type { Dataset, StoredRecord } from '../../store/dataset.ts'
import type { Made } from '../answer.ts'

/** Parts as the bytes of a whole, each encoded by itself: one letter beyond Latin-1 makes all of a text slow. */
const bytesOf = (...parts: string[]): Buffer => Buffer.concat(parts.map(part => Buffer.from(part)))

/** The body of a single thing, from its JSON. */
export const single = (dataset: Dataset, json: string): Made => ({
  body: `{"data":${json},"meta":${JSON.stringify({ release: dataset.release.version })}}`,
})

/** What is cited where the title of a record is not that of our own work. */
const citedTitles: Partial<Record<CollectionName, (title: string, id: string) => string>> = {
  documents: title => `Record of the document ‘${title}’`,
  claims: (_, id) => `Claim ${id}`,
  terms: title => `Definition of the term ‘${title}’`,
}

/** The body of a record, of which `json` is what was asked for, with how to cite it. */
export function recordBody(dataset: Dataset, record: StoredRecord, json: string): Made {
  const version = JSON.stringify(dataset.release.version)
  const meta = `{"release":${version},"citation":${citationOf(dataset, record)}}`
  return { body: bytesOf('{"data":', json, `,"meta":${meta}}`) }
}

/** How a record is cited, as JSON: a release by itself, others as part of the one that they are served from. */
function citationOf(dataset: Dataset, { collection, id, title, json }: StoredRecord): string {
  if (collection === 'releases') return JSON.stringify(cite(dataset.cited, JSON.parse(json)))
  const titled = citedTitles[collection]?.(title, id) ?? title
  return dataset.citationOf({ path: recordPath(collection, id), title: titled })
}

/** The body of all there is of something, from the JSON of its items. */
export const whole = ({ release }: Dataset, items: string[]): Made => ({
  body: many(items, { release: release.version, total: items.length }),
})

/** The body of a list, from the JSON of its items. */
export const many = (items: string[], meta: object): string =>
  `{"data":[${items.join(',')}],"meta":${JSON.stringify(meta)}}`

const coverageIfEmpty = ({ coverage }: Dataset, count: number) => (count === 0 ? { coverage } : {})

/** The path and query of a page, in the one way in which each request is written. */
export const pageAddress = (path: string, values: Values, cursor?: string): string =>
  `${path}?${canonicalQuery(values, cursor === undefined ? {} : { cursor })}`

/** What writes the records of a page between two texts, how many there are on it and in all. */
type Page = {
  write: (before: string, after: string) => string | Buffer
  count: number
  total: number
  next: string | null
  force?: ForceCounts
  note?: string
}

/** The body of a page with its envelope, and the URL of the next page; `sentence` is the request in plain English. */
export function page(
  dataset: Dataset,
  path: string,
  values: Values,
  sentence: string,
  { write, count, total, next, force, note }: Page,
): Made {
  const next_url = next === null ? null : pageAddress(path, values, next)
  const { version } = dataset.release
  const meta = {
    release: version,
    total,
    limit: values.limit,
    next,
    next_url,
    query: sentence,
    in_force: force,
    note,
  }
  const rest = JSON.stringify({ ...meta, ...coverageIfEmpty(dataset, count) })
  return { body: write('{"data":[', `],"meta":${rest}}`), next: next_url }
}

/** The meta of counts. */
export const countsMeta = (
  dataset: Dataset,
  query: Query,
  { total, force }: Omit<Counts, 'counts'>,
  items: string[],
) => ({
  release: dataset.release.version,
  total,
  in_force: force,
  unit: 'distinct actions',
  note: 'An action stands in each group that it belongs to, one with a vague date as possible in each period that it may lie in: columns need not add up to total.',
  query: `${toSentence(query)}, counted by ${(query.values.group_by as string[]).join(' and ')}`,
  ...coverageIfEmpty(dataset, items.length),
})
