import { TypedFastBitSet } from 'typedfastbitset'
import type { Dataset } from '../../dataset/dataset.ts'
import type { Rows } from '../../dataset/rows.ts'
import type { Matches } from '../../dataset/search.ts'
import type { CollectionName } from '../../model/collections.ts'
import { type Filter, qualifiedKey } from '../../model/filter.ts'
import { BadParameters, type Fault } from '../refusal.ts'
import { toMatch } from '../search/text.ts'
import { keepAmounts } from './amounts.ts'
import { keepBetween } from './dates.ts'
import { countPlanned, countUnstated, isOfMatters, keepInForce } from './force.ts'
import { placesFor } from './places.ts'
import type { Condition, DateMatch, Query } from './query.ts'
import { explainMissing } from './resolve.ts'

/** The rows that a query selects before its dates are considered, and the matches of its search. */
export type Undated = { rows: Rows; matches: Matches | undefined }

/** The rows that a query selects but for its dates. Throws BadParameters for unknown values. */
export async function selectUndated(dataset: Dataset, query: Query): Promise<Undated> {
  const rows = filterRows(dataset, query)
  const { view, search, sort } = query
  if (!search) return { rows, matches: undefined }
  const [match, range, ranked] = [toMatch(search), dataset.range(view.of), sort === 'relevance']
  const matches = await dataset.search.rows({ match, range, ranked })
  keepMatches(rows, matches)
  return { rows, matches }
}

const keepMatches = (rows: Rows, matches: Matches) =>
  rows.intersection(new TypedFastBitSet(matches, new Uint32Array(rows.words.length)))

/** The rows of an undated selection whose dates and force are as the query wants them, as a new set. */
export function selectDated(
  dataset: Dataset,
  query: Query,
  undated: Undated,
  match: DateMatch = query.date_match,
): Rows {
  const rows = undated.rows.clone()
  if (query.view.collection.date) keepBetween(dataset, query, rows, match)
  keepInForce(dataset, query, rows, match)
  return rows
}

/**
 * Counts by their force the records that a query selects; undefined if it names no day. Those with a lower certainty
 * include those with a higher one.
 */
export function countForce(dataset: Dataset, query: Query, undated: Undated) {
  const { view, in_force_on: on } = query
  if (on === undefined) return undefined
  const select = (match: DateMatch, part = query) => selectDated(dataset, part, undated, match)
  const possible = select('possible')
  const all = select('possible', { ...query, in_force_on: undefined })
  const withEffect =
    view.of === 'actions'
      ? dataset.rows('actions', 'has', 'effect')
      : new TypedFastBitSet(dataset.entries(view.of).keys())
  return {
    on,
    certain: select('certain').size(),
    presumed: select('presumed').size(),
    possible: possible.size(),
    planned: countPlanned(dataset, query, possible),
    no_known_effect: all.difference_size(withEffect),
    ...activityNotStated(dataset, query, undated, possible),
  }
}

/** How many other rules or cases the answer would have if their times of force stated the activity that a query asks for. */
function activityNotStated(dataset: Dataset, query: Query, undated: Undated, found: Rows) {
  const conditions = query.conditions.filter(({ parameter }) => parameter !== 'activity')
  if (!isOfMatters(query) || conditions.length === query.conditions.length) return {}
  const others = { ...query, conditions }
  const rows = filterRows(dataset, others)
  if (undated.matches) keepMatches(rows, undated.matches)
  rows.difference(found)
  return { activity_not_stated: countUnstated(dataset, others, rows) }
}

function filterRows(dataset: Dataset, query: Query): Rows {
  const { of, where } = query.view
  const faults: Fault[] = []
  const found = query.conditions.map(one => rowsWith(dataset, query, one, faults))
  if (faults.length > 0) throw new BadParameters(faults)
  const rows = dataset.all(of)
  if (where) rows.intersection(dataset.rows(of, where.filter, where.value))
  for (const [at, { isNot }] of query.conditions.entries())
    if (isNot) rows.difference(found[at]!)
    else rows.intersection(found[at]!)
  keepAmounts(dataset, query, rows)
  return rows
}

/** The rows that have one of a condition's values; the first that is not known is added to the faults. */
function rowsWith(dataset: Dataset, query: Query, condition: Condition, faults: Fault[]): Rows {
  const { filter, parameter, values } = condition
  const { of } = query.view
  const qualifiers = qualifiersOf(query, condition)
  const union = new TypedFastBitSet()
  for (const value of values) {
    const asked =
      'region' in filter.takes && filter.takes.binding
        ? placesFor(dataset, value, query.in_force_on)
        : [value]
    const keys = asked.flatMap(one => keysOf(one, qualifiers))
    const sets = keys.map(key => setOf(dataset, of, filter, key))
    for (const rows of sets) union.union(rows)
    const isMissing = sets.every(rows => rows.isEmpty())
    const reason = isMissing ? explainMissing(dataset, of, filter, value) : undefined
    if (!reason) continue
    faults.push({ parameter, ...reason })
    break
  }
  return union
}

/** The rows with a key of a filter. Without keys, the value is the id of a record. */
function setOf(dataset: Dataset, of: CollectionName, { name, keys }: Filter, key: string) {
  if (keys) return dataset.rows(of, name, key)
  const record = dataset.find(of, key)
  return new TypedFastBitSet(record && [record.row])
}

type Qualifier = { name: string; values: string[] }

/** The qualifiers of a condition that the query has. A `not_` filter is tied to no role, only to what a region stands for. */
export function qualifiersOf(
  { canonical }: Query,
  { filter, isNot }: Pick<Condition, 'filter' | 'isNot'>,
): Qualifier[] {
  const { qualifiers = [] } = filter
  const tied = isNot ? qualifiers.filter(name => name === 'region_exact') : qualifiers
  const given = new Map(canonical)
  return tied
    .filter(name => given.has(name))
    .map(name => ({ name, values: given.get(name)!.split(',') }))
}

/** The keys of a value for each choice of one value of every qualifier. */
export const keysOf = (value: string, qualifiers: Qualifier[]): string[] =>
  qualifiers.reduce(
    (keys, { name, values }) =>
      keys.flatMap(key => values.map(one => qualifiedKey(key, name, one))),
    [value],
  )
