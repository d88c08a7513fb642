import { isoDay } from '../model/dates.ts'
import type { Dataset } from '../store/dataset.ts'
import { type Days, OPEN_END, OPEN_START } from '../store/days.ts'
import type { Rows } from '../store/rows.ts'
import { dayRange } from './dates.ts'
import { periods, startOf } from './periods.ts'
import type { Query } from './query.ts'
import { tooMany } from './refusal.ts'
import { addTo, type Counters, lineOf, ONE_LINE, type Part, sumUp, walk } from './tally.ts'

// An action that is open at its beginning lies in every month since `from`, be it a thousand years ago.
const MOST_PERIODS = 2_400

/** Periods that follow each other: their names, the first day of each, and the first and last day of all that the query's dates allow. */
export type Periods = {
  name: string
  values: string[]
  starts: number[]
  first: number
  last: number
}

/** The periods from the first to the last day on which a selected action may lie, within the query's own dates. */
export async function periodsOf(
  dataset: Dataset,
  query: Query,
  name: string,
  selected: Rows,
): Promise<Periods> {
  const { label, months } = periods[name] as (typeof periods)[string]
  const [earliest, latest] = await extent(dataset, query, selected)
  const starts: number[] = []
  let next = earliest > latest ? 0 : startOf(earliest, months)
  while (next <= latest) {
    if (starts.length === MOST_PERIODS) throw tooMany('from', MOST_PERIODS, `${name}s`)
    starts.push(next)
    next = startOf(next, months, 1)
  }
  const [from, to] = dayRange(query.values)
  const [first, last] = [Math.max(from, starts[0] ?? 0), Math.min(to, next - 1)]
  return { name, values: starts.map(day => label(isoDay(day))), starts, first, last }
}

/** First and last day on which an action may lie, within the query's dates; an end that nothing bounds does not count. */
async function extent(dataset: Dataset, query: Query, rows: Rows): Promise<Extent> {
  const days = dataset.days('actions')
  const [start] = dataset.ranges.actions
  const [from, to] = dayRange(query.values)
  const bounds: Extent = [Math.max(from, OPEN_START), Math.min(to, OPEN_END)]
  let all: Extent = [OPEN_END, OPEN_START]
  await walk(rows, piece => {
    all = widened(all, piece, start, days, bounds)
  })
  return all
}

type Extent = [first: number, last: number]

function widened(
  [first, last]: Extent,
  rows: Uint32Array,
  start: number,
  { earliest, latest }: Days,
  [least, most]: Extent,
): Extent {
  for (let at = 0; at < rows.length; at++) {
    const index = (rows[at] as number) - start
    const begins = Math.max(earliest[index] as number, least)
    const ends = Math.min(latest[index] as number, most)
    first = Math.min(first, begins === OPEN_START ? ends : begins)
    last = Math.max(last, ends === OPEN_END ? begins : ends)
  }
  return [first, last]
}

/** Counts by periods, in lines: a vague date is possible in each that it may lie in, and certain where it must. */
export function periodCounters(dataset: Dataset, periods: Periods, { count } = ONE_LINE): Counters {
  const days = dataset.days('actions')
  const [start] = dataset.ranges.actions
  const width = periods.starts.length + 1
  const calendar = { ...periods, places: placesOf(periods), width }
  const begin = () => {
    const sums = { sure: new Int32Array(count * width), more: new Int32Array(count * width) }
    const add = (rows: Uint32Array, part: Part) => addRows(sums, rows, start, days, part, calendar)
    return { add, tally: () => ({ certain: sums.sure, possible: sumUp(sums.more) }) }
  }
  return { width, begin }
}

/** How many must lie in each period, and how many more than in the period before may: so a date that spans many costs no more than one in a single one. */
type Sums = { sure: Int32Array; more: Int32Array }

/** The place of the period of each day from the first one on, and how many numbers there are in a line. */
type Calendar = Periods & { places: Uint16Array; width: number }

/** Adds rows to sums. Its arrays are arguments, since what a closure holds is looked up anew for each row. */
function addRows(
  { sure, more }: Sums,
  rows: Uint32Array,
  start: number,
  { earliest, latest }: Days,
  part: Part,
  { first, last, places, width }: Calendar,
) {
  for (let at = 0; at < rows.length; at++) {
    const index = (rows[at] as number) - start
    const line = lineOf(part, index) * width
    const begins = earliest[index] as number
    const ends = latest[index] as number
    const from = line + (places[begins < first ? 0 : begins - first] as number)
    const to = line + (places[(ends > last ? last : ends) - first] as number)
    addTo(more, from, 1)
    addTo(more, to + 1, -1)
    if (from === to && begins >= first && ends <= last) addTo(sure, from, 1)
  }
}

/** The place among periods of each day from the first one on. */
function placesOf({ starts, first, last }: Periods): Uint16Array {
  const places = new Uint16Array(last - first + 1)
  for (const [at, day] of starts.entries()) places.fill(at, Math.max(day - first, 0))
  return places
}
