import type { Dataset } from '../../dataset/dataset.ts'
import type { Filter } from '../../model/filter.ts'
import { placesFor } from '../list/places.ts'
import type { Query } from '../list/query.ts'
import { filterRows, keepMatches, selectDated, type Undated } from '../list/select.ts'
import type { Facet } from './facets.ts'

/** The kinds of regions for which law is made. */
const LAWMAKING = ['country', 'territory', 'union', 'subdivision']

/** How many records a query would select with each place for `applies_in`: the law of a place and of those above it. */
export function placeFacet(
  dataset: Dataset,
  query: Query,
  { matches }: Pick<Undated, 'matches'>,
): Facet {
  const filter = query.view.filters.find(({ name }) => name === 'applies_in')!
  const others = query.conditions.filter(one => one.filter !== filter || one.isNot)
  const named = new Set(dataset.values(query.view.of, 'applies_in'))
  const counts = new Map<string, number>()
  return [...dataset.regions.values()].flatMap(({ code, kind }) => {
    if (!LAWMAKING.includes(kind)) return []
    const places = placesFor(dataset, code, query.in_force_on).filter(one => named.has(one))
    const count = counts.get(places.join()) ?? countFor(code)
    counts.set(places.join(), count)
    return count > 0 ? { value: code, count } : []
  })

  // Places under the same law have the same count.
  function countFor(code: string): number {
    const conditions = [...others, conditionFor(filter, code)]
    const asked = { ...query, conditions }
    const rows = filterRows(dataset, asked)
    if (matches) keepMatches(rows, matches)
    return selectDated(dataset, asked, { rows, matches }).size()
  }
}

const conditionFor = (filter: Filter, code: string): Query['conditions'][number] => {
  return { filter, parameter: filter.name, isNot: false, values: [code] }
}
