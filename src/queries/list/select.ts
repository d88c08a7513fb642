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
import { keepInForce } from './force.ts'
import { placesFor } from './places.ts'
import type { Condition, DateMatch, Query } from './query.ts'
import { explainMissing } from './resolve.ts'
import { isWithinTime } from './times.ts'

/** The rows that a query selects before its dates are considered, and the matches of its search. */
export type Undated = { rows: Rows; matches: Matches | undefined }

const selections = new WeakMap<Query, Promise<Undated>>()

/**
 * The rows that a query selects but for its dates. Throws BadParameters for unknown values. A page asks for them several
 * times, for its list, its counts and its drawing: they are selected once, so do not change them.
 */
export function selectUndated(dataset: Dataset, query: Query): Promise<Undated> {
  const selection = selections.get(query) ?? select(dataset, query)
  selections.set(query, selection)
  return selection
}

async function select(dataset: Dataset, query: Query): Promise<Undated> {
  const rows = filterRows(dataset, query)
  const { view, search, sort } = query
  if (!search) return { rows, matches: undefined }
  const [match, range, ranked] = [toMatch(search), dataset.range(view.of), sort === 'relevance']
  const matches = await dataset.search.rows({ match, range, ranked })
  keepMatches(rows, matches)
  return { rows, matches }
}

/** Keeps the matches of a search. */
export const keepMatches = (rows: Rows, matches: Matches) =>
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

/** The rows that a query selects but for its search, its dates and its force. Throws BadParameters for unknown values. */
export function filterRows(dataset: Dataset, query: Query): Rows {
  const { of, where } = query.view
  const faults: Fault[] = []
  const conditions = query.conditions.filter(one => !isLeftToTimes(query, one))
  const found = conditions.map(one => rowsWith(dataset, query, one, faults))
  if (faults.length > 0) throw new BadParameters(faults)
  const rows = dataset.all(of)
  if (where) rows.intersection(dataset.rows(of, where.filter, where.value))
  for (const [at, { isNot }] of conditions.entries())
    if (isNot) rows.difference(found[at]!)
    else rows.intersection(found[at]!)
  keepAmounts(dataset, query, rows)
  return rows
}

/** Whether only times of force decide on a condition: one on the licences of actors, or on what a licence was on a day. */
const isLeftToTimes = (query: Query, condition: Condition): boolean =>
  condition.filter.about !== undefined ||
  (query.view.of === 'licences' &&
    query.in_force_on !== undefined &&
    isWithinTime(query, condition))

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
