import type { Dataset } from '../../dataset/dataset.ts'
import { yieldToOthers } from '../../model/batches.ts'
import { isoDay } from '../../model/dates.ts'
import type { Query } from '../list/query.ts'
import { selectDated, selectUndated } from '../list/select.ts'

/** How many actions of a kind surely lie in a month, and how many others may. */
export type MonthCount = { month: string; kind: string; certain: number; maybe: number }

/** The most days over which an action still says something about a month. */
const LONGEST = 366

/**
 * Counts the actions that a query selects by month and kind. One that is only known to lie within more than a year would
 * be in every month of it: those are counted by themselves, as `vague`.
 */
export async function countMonths(dataset: Dataset, query: Query) {
  const selected = selectDated(dataset, query, await selectUndated(dataset, query))
  const { earliest, latest } = dataset.days('actions', query.date_field)
  const monthsOf = monthReader()
  const counts: MonthCount[] = []
  let vague = 0
  for (const kind of dataset.values('actions', 'kind')) {
    const byMonth = new Map<string, MonthCount>()
    selected.new_intersection(dataset.rows('actions', 'kind', kind)).forEach(row => {
      const [first, last] = [earliest[row]!, latest[row]!]
      if (last - first > LONGEST) vague++
      else addTo(byMonth, kind, monthsOf(first, last))
    })
    counts.push(...byMonth.values())
    await yieldToOthers()
  }
  return { counts, vague }
}

function addTo(counts: Map<string, MonthCount>, kind: string, months: string[]) {
  const name = months.length === 1 ? 'certain' : 'maybe'
  for (const month of months) {
    const count = counts.get(month) ?? { month, kind, certain: 0, maybe: 0 }
    count[name]++
    counts.set(month, count)
  }
}

/** The fewest days of a month. */
const SHORTEST = 28

/** A function that gives the months from one day to another. It reads each day once. */
function monthReader() {
  const known = new Map<number, string>()
  const monthOf = (day: number): string => {
    const month = known.get(day) ?? isoDay(day).slice(0, 7)
    known.set(day, month)
    return month
  }
  return (first: number, last: number): string[] => {
    const months = new Set<string>()
    for (let day = first; day < last; day += SHORTEST) months.add(monthOf(day))
    return [...months.add(monthOf(last))]
  }
}
