import { addressOf } from '../http/routes/write-body.ts'
import { encodePath } from '../model/paths.ts'
import type { Canonical } from '../queries/list/query.ts'

/** The list of all events has a query of its own: without any, its address leads to the events without licensing. */
const ofAll: Record<string, Canonical> = { '/actions': [['sort', '-date']] }

/** The path and query of a page. */
export function pageAddress(path: string, canonical: Canonical = []): string {
  const [, cursor] = canonical.find(([name]) => name === 'cursor') ?? []
  const own = canonical.length === 0 ? (ofAll[path] ?? []) : canonical
  return own.length === 0 ? path : addressOf(path, own, cursor)
}

/** A query with other values of some parameters, from its first page on; without those that are undefined. */
export function changed(
  canonical: Canonical,
  values: Record<string, string | undefined>,
): Canonical {
  const kept = canonical.filter(([name]) => name !== 'cursor' && !(name in values))
  const added = Object.entries(values).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return [...kept, ...added].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The kinds of records that have pages of their own. */
export const withPages = ['actions', 'rules', 'cases', 'licences', 'actors', 'regions', 'documents']

/** The path of the page of a record, by its own path; that of a claim is the page of the record that it speaks of. */
export function recordPage(path: string): string | undefined {
  const [list = '', ...rest] = path.split('/')
  if (list === 'claims') return recordPage(rest.join('/').replace(/\..*/, ''))
  return withPages.includes(list) ? `/${encodePath(path)}` : undefined
}
