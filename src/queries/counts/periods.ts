import type { Dataset } from '../../dataset/dataset.ts'
import { type Days, OPEN_END, OPEN_START } from '../../dataset/days.ts'
import type { Rows } from '../../dataset/rows.ts'
import { DAY, isoDay } from '../../model/dates.ts'
import type { Query } from '../list/query.ts'
import { expectAtMost } from '../refusal.ts'
import {
  type AmountsOf,
  addAmount,
  type Measure,
  NOTHING,
  type StepGroup,
  type Sum,
} from './measure.ts'

/** The rows that a query certainly and possibly selects, and the steps of a group around them. */
export type Selected = Record<'certain' | 'possible', Rows> & { step?: StepGroup }

/** How many rows or matters certainly and possibly belong to a group, and the sum of the amounts of the certain rows. */
export type Numbers = { certain: number; possible: number; sum?: Sum }

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
export function byPeriod(
  dataset: Dataset,
  query: Query,
  names: string[],
  rows: Rows,
  measure: Measure,
): Grouping {
  const shortest = Object.keys(periods).findLast(name => names.includes(name))!
  const { months } = periods[shortest]!
  const days = dataset.days('actions', query.date_field)
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
  const counting = { days, places, first, size: groups.length }
  return { groups, count: selected => count(selected, measure, counting) }
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

type Counting = {
  days: Days
  /** The place of the period of each day from the first one on. */
  places: Uint16Array
  first: number
  size: number
}

/** The first and last period in which a row may lie. */
type Reach = [from: number, to: number]

function reachOf({ days, places, first }: Counting, row: number): Reach {
  const from = Math.max(days.earliest[row]! - first, 0)
  const to = Math.min(days.latest[row]! - first, places.length - 1)
  return [places[from]!, places[to]!]
}

/** The period in which a row must lie; undefined if there is none. */
function placeOf({ days, places, first }: Counting, row: number): number | undefined {
  const from = places[days.earliest[row]! - first]
  return from === places[days.latest[row]! - first] ? from : undefined
}

/**
 * Counts each row in the period in which it must lie, if there is one, and in every period in which it may lie: as the
 * difference to the period before, so that a vague date costs no more. A matter counts once in each period of its rows.
 */
function count(
  { certain, possible, step }: Selected,
  measure: Measure,
  counting: Counting,
): Numbers[] {
  const certainly = new Int32Array(counting.size)
  const differences = new Int32Array(counting.size + 1)
  const addPlace = (place: number | undefined) => {
    if (place !== undefined) certainly[place]!++
  }
  const addReach = ([from, to]: Reach) => {
    differences[from]!++
    differences[to + 1]!--
  }
  const { mattersOf, amountsOf } = measure
  if (mattersOf) {
    const own = (rows: Rows) => rowsByMatter(rows, row => mattersOf(row, step)).values()
    for (const rows of own(certain))
      for (const place of new Set(rows.map(row => placeOf(counting, row)))) addPlace(place)
    for (const rows of own(possible))
      for (const reach of joined(rows.map(row => reachOf(counting, row)))) addReach(reach)
  } else {
    certain.forEach(row => {
      addPlace(placeOf(counting, row))
    })
    possible.forEach(row => {
      addReach(reachOf(counting, row))
    })
  }
  const sums = amountsOf && sumsByPeriod(certain, amountsOf, counting)
  let maybe = 0
  return Array.from(certainly, (certain, at) => {
    maybe += differences[at]!
    return { certain, possible: maybe, ...(sums && { sum: sums[at]! }) }
  })
}

/** The sums of the amounts of some rows, each in the period in which it must lie. */
function sumsByPeriod(rows: Rows, amountsOf: AmountsOf, counting: Counting): Sum[] {
  const sums = Array.from({ length: counting.size }, () => NOTHING)
  rows.forEach(row => {
    const place = placeOf(counting, row)
    if (place === undefined) return
    for (const amount of amountsOf(row)) sums[place] = addAmount(sums[place]!, amount)
  })
  return sums
}

/** The rows of each matter. */
function rowsByMatter(rows: Rows, mattersOf: (row: number) => string[]): Map<string, number[]> {
  const pairs = rows.array().flatMap(row => mattersOf(row).map(matter => ({ matter, row })))
  const groups = Map.groupBy(pairs, ({ matter }) => matter)
  return new Map(groups.entries().map(([matter, own]) => [matter, own.map(({ row }) => row)]))
}

/** Reaches that do not overlap, and together cover the given ones. */
function joined(reaches: Reach[]): Reach[] {
  const found: Reach[] = []
  for (const [from, to] of reaches.toSorted((a, b) => a[0] - b[0])) {
    const last = found.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else found.push([from, to])
  }
  return found
}
