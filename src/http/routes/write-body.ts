import type { z } from 'zod'
import type { Dataset } from '../../dataset/dataset.ts'
import { inBatches } from '../../model/batches.ts'
import type { Citation } from '../../model/citation.ts'
import { type Cell, csvTable, ROWS_AT_ONCE } from '../../model/csv.ts'
import type { LicenceCoverage } from '../../queries/list/coverage.ts'
import type { Canonical, Query } from '../../queries/list/query.ts'
import type { Whole } from '../../queries/list/run.ts'
import type { Quotes } from '../../queries/record/claims.ts'
import type { Made } from '../answers/respond.ts'
import type { ListMeta } from '../openapi/schemas.ts'
import type { Base } from '../server/base.ts'

/** A request for a list. */
export type Listing = {
  dataset: Dataset
  query: Query
  quotes: Quotes
  path: string
  base: Base
}

/** `JSON.stringify` for `map`, which passes more arguments. */
export const toJson = (item: object): string => JSON.stringify(item)

/** The body of a single object, from its JSON. */
export const single = ({ meta: { release } }: Dataset, json: string): Made => ({
  body: `{"data":${json},"meta":${JSON.stringify({ release: release.version })}}`,
})

/** The body of a citation in each format for reference managers. */
export const citationAs = {
  bibtex: ({ bibtex }: Citation) => `${bibtex}\n`,
  csl: ({ csl_json }: Citation) => JSON.stringify([csl_json]),
}

/** The body of a list, from the JSON of its items. */
export const list = (items: string[], meta: object): string =>
  `{"data":[${items.join(',')}],"meta":${JSON.stringify(meta)}}`

/** The body of a list that is never paged, from its items. */
export const unpaged = ({ meta: { release } }: Dataset, items: string[]): Made => ({
  body: list(items, { release: release.version, total: items.length }),
})

/** The body of a whole list as lines, from batches of the JSON of its items. */
export const lines = ({ total, batches }: Whole<string>): Made => ({
  total,
  stream: () => batches().map(batch => `${batch.join('\n')}\n`),
})

const LINES_AT_ONCE = 1_000

/** The body of a list in memory as lines. */
export const linesOf = (items: object[]): Made =>
  lines({
    total: items.length,
    batches: () => inBatches(items, LINES_AT_ONCE).map(batch => batch.map(toJson)),
  })

/** The body of a whole list as a table: the column names, then a row for each item. */
export const table = <T>(
  names: string[],
  { total, batches }: Whole<T>,
  toRow: (item: T) => Cell[],
): Made => ({ total, stream: () => csvTable(names, batches(), toRow) })

/** A list in memory in batches that suit a table. */
export const whole = <T>(items: T[]): Whole<T> => ({
  total: items.length,
  batches: () => inBatches(items, ROWS_AT_ONCE),
})

/** The coverage of the dataset, if an answer is empty, and its own coverage, if it has one. */
export const coverageIfEmpty = (
  { meta: { page } }: Dataset,
  items: unknown[],
  own?: LicenceCoverage,
) =>
  items.length === 0 || own
    ? { coverage: { ...(items.length === 0 && page.coverage), ...own } }
    : {}

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%2F', '/')

/** The path and query of a request, with another cursor if one is given. */
export function addressOf(path: string, canonical: Canonical, cursor?: string): string {
  const others = canonical.filter(([name]) => name !== 'cursor')
  const all: Canonical = cursor === undefined ? others : [...others, ['cursor', cursor]]
  const pairs = all.sort(([a], [b]) => (a < b ? -1 : 1))
  const query = pairs.map(([name, text]) => `${name}=${encode(text)}`).join('&')
  return query === '' ? path : `${path}?${query}`
}

type PageMeta = Omit<z.output<typeof ListMeta>, 'release' | 'next_url' | 'coverage'> & {
  coverage?: LicenceCoverage | undefined
}

/** A page of a list, from the JSON of its items, with the address of the next page. */
export function page(
  dataset: Dataset,
  path: string,
  canonical: Canonical,
  items: string[],
  { total, limit, next, query, coverage, ...more }: PageMeta,
): Made {
  const next_url = next === null ? null : addressOf(path, canonical, next)
  const release = dataset.meta.release.version
  const { in_force, activity_not_stated, resolved, note } = more
  const counts = { in_force, activity_not_stated }
  const meta = { release, total, limit, next, next_url, query, ...counts, resolved, note }
  const covered = coverageIfEmpty(dataset, items, coverage)
  return { body: list(items, { ...meta, ...covered }), next: next_url }
}
