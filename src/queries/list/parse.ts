import type { Dataset } from '../../dataset/dataset.ts'
import { dayNumber, daysOf } from '../../model/dates.ts'
import type { View } from '../../model/views.ts'
import { BadParameters, type Fault } from '../refusal.ts'
import { readSearch } from '../search/text.ts'
import type { ListValues } from './options.ts'
import type { Canonical, Condition, Query } from './query.ts'
import { resolveValue } from './resolve.ts'

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
      const resolved = resolveAll(dataset, { filter, parameter }, values[parameter], faults)
      const isNot = parameter !== filter.name
      conditions.push({ filter, parameter, isNot, values: resolved })
      canonical.set(parameter, resolved.join(','))
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

/** The ids and codes that the values of a filter stand for, sorted; stops at the first that is wrong, which takes time to explain. */
function resolveAll(
  dataset: Dataset,
  { filter, parameter }: Pick<Condition, 'filter' | 'parameter'>,
  given: unknown,
  faults: Fault[],
): string[] {
  const resolved = new Set<string>()
  for (const value of [given].flat().map(String)) {
    const result = resolveValue(dataset, filter, value)
    if (typeof result === 'string') resolved.add(result)
    else {
      faults.push({ parameter, ...result })
      break
    }
  }
  return [...resolved].sort()
}
