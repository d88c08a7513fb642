import type { Dataset } from '../../dataset/dataset.ts'
import type { CollectionName } from '../../model/collections.ts'
import { dayNumber, daysOf } from '../../model/dates.ts'
import type { Filter } from '../../model/filter.ts'
import type { Reason } from '../../model/issues.ts'
import type { View } from '../../model/views.ts'
import { BadParameters, type Fault } from '../refusal.ts'
import { readSearch, type Search } from '../search/text.ts'
import type { ListValues } from './options.ts'
import { isKnown, resolveValue } from './resolve.ts'

/** The names and texts of parameters, sorted by name. */
export type Canonical = [name: string, text: string][]

/** A request that has pages. */
export type Paged = {
  /** The name of its list. */
  name: string
  /** The request in its one form: names resolved, lists sorted, defaults left out, parameters sorted. */
  canonical: Canonical
  cursor: string | undefined
}

/** How sure it must be that a condition holds: of dates, possible and presumed are the same. */
export type DateMatch = 'possible' | 'presumed' | 'certain'

/** Records that have one of some values of a filter or, if `isNot`, none of them; and the parameter that asks for it. */
export type Condition = { filter: Filter; parameter: string; isNot: boolean; values: string[] }

/** A name in a request, and the id that it stands for. */
export type Resolved = { parameter: string; name: string; id: string }

/** A request for records of a view, checked and resolved. */
export type Query = Paged &
  Pick<ListValues, 'in_force_on' | 'sort' | 'limit' | 'fields' | 'include' | 'amount_min'> & {
    view: View
    conditions: Condition[]
    date_match: DateMatch
    /** The date that `from`, `to` and the order refer to. */
    date_field: string
    /** The names in the request, with the ids that they stand for; undefined if there are none. */
    resolved: Resolved[] | undefined
    /** First and last day that the dates of the records may have, as numbers; infinite if open. */
    from: number
    to: number
    search: Search | undefined
  }

/** Resolves the values of a request for a list; `chosen` are those that are not the default. Throws BadParameters for each wrong filter. */
export function toQuery(
  dataset: Dataset,
  view: View,
  values: Partial<ListValues> & Record<string, unknown>,
  chosen: Canonical,
): Query {
  const canonical = new Map(chosen)
  const faults: Fault[] = []
  const conditions: Condition[] = []
  const names: Resolved[] = []
  for (const filter of view.filters)
    for (const parameter of [filter.name, `not_${filter.name}`]) {
      if (!canonical.has(parameter)) continue
      const resolved = resolveAll(dataset, view.of, filter, [values[parameter]].flat().map(String))
      if (resolved instanceof Map) {
        const isNot = parameter !== filter.name
        const ids = [...new Set(resolved.values())].sort()
        conditions.push({ filter, parameter, isNot, values: ids })
        canonical.set(parameter, ids.join(','))
        for (const [name, id] of resolved)
          if (name !== id && 'actor' in filter.takes) names.push({ parameter, name, id })
      } else faults.push({ parameter, ...resolved })
    }
  if (faults.length > 0) throw new BadParameters(faults)
  const { from, to, q, date_match = 'possible', date_field = 'date' } = values
  const { amount_min, sort = '', limit = 0, cursor } = values
  const { in_force_on = defaultDay(dataset, conditions) } = values
  const { fields = [], include = [] } = values
  return {
    ...{ in_force_on, amount_min, date_match, date_field, sort, limit, cursor, fields, include },
    resolved: names.length > 0 ? names : undefined,
    name: view.name,
    view,
    conditions,
    from: from === undefined ? -Infinity : dayNumber(daysOf(from)![0]),
    to: to === undefined ? Infinity : dayNumber(daysOf(to)![1]),
    search: q === undefined ? undefined : readSearch('q', q),
    canonical: [...canonical],
  }
}

/** The day of a query that names none: who is licensed changes from day to day. */
const defaultDay = ({ meta }: Dataset, conditions: Condition[]): string | undefined =>
  conditions.some(({ filter }) => filter.about === 'licences') ? meta.as_of : undefined

/** The values of which a query wants one in a filter; undefined if it takes any. */
export const askedFor = ({ conditions }: Pick<Query, 'conditions'>, name: string) =>
  conditions.find(({ parameter }) => parameter === name)?.values

/** The ids and codes that a filter's values stand for, or the reason why the first wrong one is refused: to explain more takes time. */
function resolveAll(
  dataset: Dataset,
  of: CollectionName,
  filter: Filter,
  items: string[],
): Map<string, string> | Reason {
  const resolved = new Map<string, string>()
  for (const value of joinItems(dataset, of, filter, items)) {
    const result = resolveValue(dataset, filter, value)
    if (typeof result !== 'string') return result
    resolved.set(value, result)
  }
  return resolved
}

/** The values of a list that was split at its commas: the longest run of items that is a known value is one. */
function* joinItems(dataset: Dataset, of: CollectionName, filter: Filter, items: string[]) {
  for (let at = 0; at < items.length; ) {
    let end = items.length
    while (end > at + 1 && !isKnown(dataset, of, filter, items.slice(at, end).join(','))) end--
    yield items.slice(at, end).join(',')
    at = end
  }
}
