import type { Dataset, RowsName } from '../../dataset/dataset.ts'
import type { Matches } from '../../dataset/search.ts'
import { timesOf } from '../../dataset/times.ts'
import type { Filter } from '../../model/filter.ts'
import type { Query } from '../list/query.ts'
import { filterRows, keepMatches, selectDated } from '../list/select.ts'
import { isWithinTime } from '../list/times.ts'
import { type Facet, facetOf } from './facets.ts'

/** Whether people type a value: there are too many records, or firms, to choose from. */
export const isTyped = ({ takes }: Filter): boolean =>
  'record' in takes || ('actor' in takes && takes.actor === null)

/**
 * The values of a filter with the number of records that a query would select with each in place of those that it has;
 * none if people type a value.
 */
export function countChoices(
  dataset: Dataset,
  query: Query,
  filter: Filter,
  matches: Matches | undefined,
): Facet {
  if (isTyped(filter)) return []
  if (!needsRun(query, filter)) return facetOf(dataset, query, filter.name, matches)
  return dataset
    .values(sourceOf(query, filter), keyOf(filter))
    .map(value => ({ value, count: countWith(dataset, query, filter, value, matches) }))
    .filter(({ count }) => count > 0)
}

/** The sets that hold the values of a filter: those about licences are in the times of these. */
const sourceOf = ({ view }: Query, { about }: Filter): RowsName =>
  about ? timesOf(about) : view.of

const keyOf = ({ name, about, takes }: Filter): string =>
  about && 'region' in takes ? 'region' : name

/** Whether the records with a value do not follow from its set: it must hold within a time, in a role, or for the given places. */
const needsRun = (query: Query, filter: Filter): boolean =>
  filter.about !== undefined ||
  (filter.qualifiers ?? []).some(name => query.canonical.some(([given]) => given === name)) ||
  query.conditions.some(({ filter: given }) => given.qualifiers?.includes(filter.name)) ||
  (query.in_force_on !== undefined && isWithinTime(query, conditionOf(filter, '')))

const conditionOf = (filter: Filter, value: string) => ({
  ...{ filter, parameter: filter.name, isNot: false, values: [value] },
})

function countWith(
  dataset: Dataset,
  query: Query,
  filter: Filter,
  value: string,
  matches: Matches | undefined,
): number {
  const { name } = filter
  const others = query.conditions.filter(({ parameter }) => parameter !== name)
  const asked: Query = {
    ...query,
    conditions: [...others, conditionOf(filter, value)],
    canonical: [...query.canonical.filter(([given]) => given !== name), [name, value]],
    in_force_on: query.in_force_on ?? (filter.about && dataset.meta.as_of),
  }
  const rows = filterRows(dataset, asked)
  if (matches) keepMatches(rows, matches)
  return selectDated(dataset, asked, { rows, matches }).size()
}
