import { RoaringBitmap32 } from 'roaring-wasm'
import { view } from '../model/collections.ts'
import { dayNumber, daysOf } from '../model/dates.ts'
import type { Dataset } from '../store/dataset.ts'
import { type Days, OPEN_START } from '../store/days.ts'
import type { Rows } from '../store/rows.ts'
import { rowsWithin } from './dated-rows.ts'
import { type DateMatch, type Query, textOf, type Values } from './query.ts'

/** The first and last day that the query's dates allow, at infinity where it sets none. */
export function dayRange(values: Values): [number, number] {
  const from = textOf(values, 'from')
  const to = textOf(values, 'to')
  return [
    from === undefined ? -Infinity : dayNumber((daysOf(from) as [string, string])[0]),
    to === undefined ? Infinity : dayNumber((daysOf(to) as [string, string])[1]),
  ]
}

/**
 * Removes the rows whose days do not lie, or cannot lie, in the range. Rows are in the order of the first day of each,
 * of the last where the first is open. So those that have it in the range follow each other: they all may lie in it,
 * others only where they are vague, and the certain ones are all among them.
 */
export function keepDays(dataset: Dataset, query: Query, rows: Rows, match: DateMatch) {
  const [from, to] = dayRange(query.values)
  if (from === -Infinity && to === Infinity) return
  const { of } = view(query.view)
  const days = dataset.days(of)
  const [start, end] = dataset.span(of)
  const dated = end - dataset.undated(of)
  rows.removeRange(dated, end)
  const place = (day: number) => start + placeOf(days, day, dated - start)
  const inside = RoaringBitmap32.fromRange(place(from), place(to + 1))
  if (match === 'possible') {
    const outside = RoaringBitmap32.andNot(rows, inside)
    rows.andInPlace(inside)
    rows.orInPlace(rowsWithin(outside, days, start, [-Infinity, to], [from, Infinity]))
  } else {
    rows.andInPlace(inside)
    rows.andNotInPlace(rowsWithin(rows, days, start, [from, Infinity], [-Infinity, to], false))
  }
}

/** How many of the first `count` rows come before a day in the order of rows. */
function placeOf({ earliest, latest }: Days, day: number, count: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    const begins = earliest[middle] as number
    if ((begins === OPEN_START ? (latest[middle] as number) : begins) < day) low = middle + 1
    else high = middle
  }
  return low
}
