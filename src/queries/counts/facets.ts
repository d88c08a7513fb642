import type { Dataset } from '../../dataset/dataset.ts'
import type { Matches } from '../../dataset/search.ts'
import type { Query } from '../list/query.ts'
import { filterRows, keepMatches, selectDated } from '../list/select.ts'
import { countIn } from './counts.ts'

/** How many records a query would select with each value of a filter in place of those that it has. */
export type Facet = { value: string; count: number }[]

/** The values of a filter that some record has with which a query's other conditions hold, in their order. */
export function facetOf(
  dataset: Dataset,
  query: Query,
  name: string,
  matches: Matches | undefined,
): Facet {
  const { of } = query.view
  const parameters = [name, `not_${name}`]
  const others: Query = {
    ...query,
    conditions: query.conditions.filter(({ parameter }) => !parameters.includes(parameter)),
  }
  const rows = filterRows(dataset, others)
  if (matches) keepMatches(rows, matches)
  const selected = selectDated(dataset, others, { rows, matches })
  const counted = dataset.values(of, name).map(value => ({
    value,
    count: countIn(dataset.storedRows(of, name, value), selected),
  }))
  return counted.filter(({ count }) => count > 0)
}
