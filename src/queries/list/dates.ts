import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import { type Days, OPEN_END, OPEN_START } from '../../dataset/days.ts'
import { keepRows, type Rows } from '../../dataset/rows.ts'
import type { CollectionName } from '../../model/collections.ts'
import { dayNumber, FIRST_BLOCK } from '../../model/dates.ts'
import type { DateMatch, Query } from './query.ts'

/** Keeps the rows whose dates lie, or may lie, in the query's range; a record without the date that the query speaks of has none. */
export function keepBetween(dataset: Dataset, query: Query, rows: Rows, match: DateMatch) {
  const { view, date_field, from, to } = query
  const days = dataset.days(view.of, date_field)
  if (date_field !== 'date') keepRows(rows, row => hasDate(days, row))
  if (from > -Infinity || to < Infinity) keepRows(rows, isBetween(days, query, match))
}

const hasDate = ({ earliest, latest }: Days, row: number): boolean => earliest[row]! <= latest[row]!

function isBetween({ earliest, latest }: Days, { from, to }: Query, match: DateMatch) {
  return (row: number): boolean => {
    const first = earliest[row]!
    const last = latest[row]!
    if (first === OPEN_START && last === OPEN_END) return false
    return match === 'certain' ? first >= from && last <= to : first <= to && last >= from
  }
}

/** The rows of a collection in the order in which its records have been added or have a date, or backwards. */
export const orderBy = perDataset((dataset: Dataset) => {
  const orders = new Map<string, Uint32Array>()
  return (of: CollectionName, span: string, isBackwards: boolean): Uint32Array => {
    const key = `${of} ${span} ${isBackwards}`
    const known = orders.get(key)
    if (known) return known
    const order = sortRows(dataset.days(of, span))
    if (isBackwards) order.reverse()
    orders.set(key, order)
    return order
  }
})

const FLOOR = dayNumber(FIRST_BLOCK)

/** All rows by their earliest day (at the floor, their latest), then by their latest one, then in their own order. */
function sortRows({ earliest, latest }: Days): Uint32Array {
  const keys = earliest.map((day, row) => (day === FLOOR ? latest[row]! : day))
  return Uint32Array.from(earliest.keys()).sort(
    (a, b) => keys[a]! - keys[b]! || latest[a]! - latest[b]! || a - b,
  )
}
