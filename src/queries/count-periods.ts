import { dayNumber, isoDay } from '../model/dates.ts'
import type { Dataset } from '../store/dataset.ts'
import { OPEN_END, OPEN_START } from '../store/days.ts'
import type { Rows } from '../store/rows.ts'
import { dayRange } from './dates.ts'
import { periods } from './periods.ts'
import type { Query } from './query.ts'
import { tooMany } from './refusal.ts'
import { addTo, type Groups, sumUp, walk } from './tally.ts'

// An action that is open at its beginning lies in every month since `from`, be it a thousand years ago.
const MOST_PERIODS = 2_400

/** Periods that follow each other: their names, the first day of each, and the day after the last one. */
export type Periods = { name: string; values: string[]; starts: number[]; end: number }

/** The periods from the first to the last day on which a selected action may lie, within the query's own dates. */
export async function periodsOf(
  dataset: Dataset,
  query: Query,
  name: string,
  selected: Rows,
): Promise<Periods> {
  const { label, start, end } = periods[name] as (typeof periods)[string]
  const [earliest, latest] = await extent(dataset, query, selected)
  const starts: number[] = []
  let next = earliest > latest ? 0 : dayNumber(start(isoDay(earliest)))
  while (next <= latest) {
    if (starts.length === MOST_PERIODS) throw tooMany('from', MOST_PERIODS, `${name}s`)
    starts.push(next)
    next = dayNumber(end(isoDay(next))) + 1
  }
  return { name, values: starts.map(day => label(isoDay(day))), starts, end: next }
}

/** First and last day on which an action may lie, within the query's dates; an end that nothing bounds does not count. */
async function extent(dataset: Dataset, query: Query, rows: Rows): Promise<[number, number]> {
  const { earliest, latest } = dataset.days('actions')
  const [start] = dataset.ranges.actions
  const [from, to] = dayRange(query.values)
  const [least, most] = [Math.max(from, OPEN_START), Math.min(to, OPEN_END)]
  let [first, last] = [OPEN_END, OPEN_START]
  await walk(rows, piece => {
    for (const row of piece) {
      const begins = earliest[row - start] as number
      const ends = latest[row - start] as number
      for (const day of [begins < least ? least : begins, ends > most ? most : ends]) {
        if (day === OPEN_START || day === OPEN_END) continue
        if (day < first) first = day
        if (day > last) last = day
      }
    }
  })
  return [first, last]
}

/** Periods as groups: a vague date is possible in each that it may lie in, and certain where it must. */
export function periodGroups(dataset: Dataset, { starts, end }: Periods): Groups {
  const { earliest, latest } = dataset.days('actions')
  const [start] = dataset.ranges.actions
  const places = placesOf(starts, end)
  const [first] = starts as [number]
  const last = end - 1
  const place = (day: number) => places[Math.min(Math.max(day, first), last) - first] as number
  return {
    certain() {
      const counts = new Int32Array(starts.length)
      const add = (rows: Uint32Array) => {
        for (const row of rows) {
          const begins = earliest[row - start] as number
          const ends = latest[row - start] as number
          const at = place(begins)
          if (begins >= first && ends <= last && at === place(ends)) addTo(counts, at, 1)
        }
      }
      return { add, counts: () => counts }
    },
    possible() {
      // How many more than in the period before: so a date that spans many costs no more than one in a single one.
      const more = new Int32Array(starts.length + 1)
      const add = (rows: Uint32Array) => {
        for (const row of rows) {
          addTo(more, place(earliest[row - start] as number), 1)
          addTo(more, place(latest[row - start] as number) + 1, -1)
        }
      }
      return { add, counts: () => sumUp(more).subarray(0, -1) }
    },
  }
}

/** The place among periods of each day from the first one on. */
function placesOf(starts: number[], end: number): Uint16Array {
  const [first] = starts as [number]
  const places = new Uint16Array(end - first)
  for (const [at, day] of starts.entries())
    places.fill(at, day - first, (starts[at + 1] ?? end) - first)
  return places
}
