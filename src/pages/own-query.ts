import type { Dataset } from '../dataset/dataset.ts'
import type { View } from '../model/views.ts'
import type { ListValues } from '../queries/list/options.ts'
import { type Canonical, type Query, toQuery } from '../queries/list/query.ts'

type Extent = Partial<Pick<ListValues, 'limit' | 'sort'>>

/** A query that a page asks by itself, written as in an address; it leads to the same list. */
export function ownQuery(
  dataset: Dataset,
  view: View,
  asked: Record<string, string>,
  { limit = 0, sort = 'id' }: Extent = {},
): Query {
  const chosen: Canonical = Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))
  const values = chosen.map(([name, text]) => [name, text.includes(',') ? text.split(',') : text])
  return toQuery(dataset, view, { ...Object.fromEntries(values), limit, sort }, chosen)
}
