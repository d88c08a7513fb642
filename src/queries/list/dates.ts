import type { Dataset } from '../../dataset/dataset.ts'
import { OPEN_END, OPEN_START } from '../../dataset/days.ts'
import { keepRows, type Rows } from '../../dataset/rows.ts'
import { dayNumber } from '../../model/dates.ts'
import type { DateMatch, Query } from './query.ts'

/** Keeps the rows whose dates lie, or may lie, in the query's range, and that have, or may have, force on its day. */
export function keepDated(dataset: Dataset, query: Query, rows: Rows, match: DateMatch): Rows {
  const { from, to, in_force_on } = query
  if (from > -Infinity || to < Infinity) keepRows(rows, isBetween(dataset, query, match))
  if (in_force_on !== undefined) keepRows(rows, hasForce(dataset, in_force_on, match))
  return rows
}

function isBetween(dataset: Dataset, { view, from, to }: Query, match: DateMatch) {
  const { earliest, latest } = dataset.days(view.of)!
  return (row: number): boolean => {
    const first = earliest[row]!
    const last = latest[row]!
    if (first === OPEN_START && last === OPEN_END) return false
    return match === 'possible' ? first <= to && last >= from : first >= from && last <= to
  }
}

function hasForce(dataset: Dataset, day: string, match: DateMatch) {
  const { earliest, latest } = dataset.days('actions', `${match}-force`)!
  const number = dayNumber(day)
  return (row: number): boolean => earliest[row]! <= number && number <= latest[row]!
}

/**
 * The force on a day of actions that may have it, given by their rows: an effect that is only planned is kept apart from
 * what is known to have happened.
 */
export function forceOn(dataset: Dataset, day: string) {
  const planned = dataset.rows('actions', 'planned', 'true')
  const isCertain = hasForce(dataset, day, 'certain')
  return (row: number) => (planned.has(row) ? 'planned' : isCertain(row) ? 'certain' : 'possible')
}

/**
 * Counts by their force the actions that a query selects; undefined if it names no day. The possible ones include the
 * certain and the planned ones.
 */
export function countForce(dataset: Dataset, query: Query, undated: Rows) {
  const { in_force_on: on } = query
  if (on === undefined) return undefined
  const select = (match: DateMatch, part = query) =>
    keepDated(dataset, part, undated.clone(), match)
  const possible = select('possible')
  const all = select('possible', { ...query, in_force_on: undefined })
  const planned = dataset.rows('actions', 'planned', 'true')
  const withEffect = dataset.rows('actions', 'has', 'effect')
  return {
    on,
    certain: select('certain').size(),
    possible: possible.size(),
    planned: possible.intersection_size(planned),
    no_known_effect: all.difference_size(withEffect),
  }
}
