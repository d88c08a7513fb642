import type { Dataset } from '../../dataset/dataset.ts'
import { type Days, OPEN_END, OPEN_START } from '../../dataset/days.ts'
import type { Rows } from '../../dataset/rows.ts'
import { DAY, isoDay } from '../../model/dates.ts'
import type { DateMatch, Query } from '../list/query.ts'
import { expectAtMost } from '../refusal.ts'

/** The rows that a query selects, by each reading of their dates. */
export type Selected = Record<DateMatch, Rows>

/** How many rows certainly and possibly belong to a group. */
export type Numbers = Record<DateMatch, number>

/** Groups of actions, each named by its values, and the numbers of some rows in each. */
export type Grouping = {
  groups: Record<string, string>[]
  count: (selected: Selected) => Numbers[]
}

type Period = { months: number; label: (day: string) => string }

/** The groupings by time, the longest first: the months of a period, and the name of the one with a day in it. */
export const periods: Record<string, Period> = {
  year: { months: 12, label: day => day.slice(0, 4) },
  quarter: {
    months: 3,
    label: day => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  },
  month: { months: 1, label: day => day.slice(0, 7) },
}

/** The first day of the period of so many months around a day, or of one so many periods later. */
function startOf(day: number, months: number, later = 0): number {
  const date = new Date(day * DAY)
  const month = date.getUTCMonth()
  return date.setUTCMonth(month - (month % months) + later * months, 1) / DAY
}

// An action with an open start counts in every month since `from`, which may be a thousand years ago.
const MOST_PERIODS = 2_400

/**
 * Groups by the periods from the first to the last day on which a selected action may lie, within the query's dates.
 * With several lengths, a group is the shortest period, named with the longer ones around it too.
 */
export function byPeriod(dataset: Dataset, query: Query, names: string[], rows: Rows): Grouping {
  const shortest = Object.keys(periods).findLast(name => names.includes(name))!
  const { months } = periods[shortest]!
  const days = dataset.days('actions')!
  const [first, last] = extentOf(days, query, rows)
  const starts: number[] = []
  for (let day = startOf(first, months); first <= last && day <= last; ) {
    expectAtMost(MOST_PERIODS, starts.push(day), 'from', `${shortest}s`)
    day = startOf(day, months, 1)
  }
  const groups = starts.map(isoDay).map(day => {
    return Object.fromEntries(names.map(name => [name, periods[name]!.label(day)]))
  })
  const places = placesOf(starts, first, last)
  return { groups, count: selected => count(selected, days, places, first, groups.length) }
}

/** First and last day on which an action may lie, within the query's dates; an open end does not count. */
function extentOf({ earliest, latest }: Days, { from, to }: Query, rows: Rows): [number, number] {
  const [least, most] = [Math.max(from, OPEN_START), Math.min(to, OPEN_END)]
  let [first, last] = [OPEN_END, OPEN_START]
  rows.forEach(row => {
    const begins = Math.max(earliest[row]!, least)
    const ends = Math.min(latest[row]!, most)
    first = Math.min(first, begins === OPEN_START ? ends : begins)
    last = Math.max(last, ends === OPEN_END ? begins : ends)
  })
  return [first, last]
}

/** The place of the period of each day from the first to the last. */
function placesOf(starts: number[], first: number, last: number): Uint16Array {
  const places = new Uint16Array(Math.max(last - first + 1, 0))
  for (const [at, day] of starts.entries()) places.fill(at, Math.max(day - first, 0))
  return places
}

/**
 * Counts each row in the period in which it must lie, if there is one, and in every period in which it may lie: as the
 * difference to the period before, so that a vague date costs no more.
 */
function count(
  selected: Selected,
  { earliest, latest }: Days,
  places: Uint16Array,
  first: number,
  size: number,
): Numbers[] {
  const certainly = new Int32Array(size)
  selected.certain.forEach(row => {
    const from = places[earliest[row]! - first]
    if (from !== undefined && from === places[latest[row]! - first]) certainly[from]!++
  })
  const differences = new Int32Array(size + 1)
  selected.possible.forEach(row => {
    const from = Math.max(earliest[row]! - first, 0)
    const to = Math.min(latest[row]! - first, places.length - 1)
    differences[places[from]!]!++
    differences[places[to]! + 1]!--
  })
  let possible = 0
  return Array.from(certainly, (certain, at) => {
    possible += differences[at]!
    return { certain, possible }
  })
}
