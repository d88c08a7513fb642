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

/** Whether a vague date must, or only may, fulfil a condition. */
export type DateMatch = NonNullable<ListValues['date_match']>

/** Records that have one of some values of a filter or, if `isNot`, none of them; and the parameter that asks for it. */
export type Condition = { filter: Filter; parameter: string; isNot: boolean; values: string[] }

/** A request for records of a view, checked and resolved. */
export type Query = Paged &
  Pick<ListValues, 'in_force_on' | 'sort' | 'limit' | 'fields' | 'include'> & {
    view: View
    conditions: Condition[]
    date_match: DateMatch
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
  for (const filter of view.filters)
    for (const parameter of [filter.name, `not_${filter.name}`]) {
      if (!canonical.has(parameter)) continue
      const resolved = resolveAll(dataset, view.of, filter, [values[parameter]].flat().map(String))
      if (Array.isArray(resolved)) {
        const isNot = parameter !== filter.name
        conditions.push({ filter, parameter, isNot, values: resolved })
        canonical.set(parameter, resolved.join(','))
      } else faults.push({ parameter, ...resolved })
    }
  if (faults.length > 0) throw new BadParameters(faults)
  const { from, to, q, date_match = 'possible', sort = '', limit = 0 } = values
  const { in_force_on, cursor, fields = [], include = [] } = values
  return {
    ...{ in_force_on, date_match, sort, limit, cursor, fields, include },
    name: view.name,
    view,
    conditions,
    from: from === undefined ? -Infinity : dayNumber(daysOf(from)![0]),
    to: to === undefined ? Infinity : dayNumber(daysOf(to)![1]),
    search: q === undefined ? undefined : readSearch('q', q),
    canonical: [...canonical],
  }
}

/** The sorted ids and codes that a filter's values stand for, or the reason why the first wrong one is refused: to explain more takes time. */
function resolveAll(
  dataset: Dataset,
  of: CollectionName,
  filter: Filter,
  items: string[],
): string[] | Reason {
  const resolved = new Set<string>()
  for (const value of joinItems(dataset, of, filter, items)) {
    const result = resolveValue(dataset, filter, value)
    if (typeof result !== 'string') return result
    resolved.add(result)
  }
  return [...resolved].sort()
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
