import { dayNumber } from '../model/dates.ts'
import type { Dataset } from '../store/dataset.ts'
import type { Rows } from '../store/rows.ts'
import { rowsWithin } from './dated-rows.ts'
import type { DateMatch } from './query.ts'

/** How an action stands on a day: what was planned for then, or earlier, is told from what is known to have happened. */
export type Force = 'certain' | 'possible' | 'planned'

/** Keeps the actions that have force on a day, or may have. */
export function keepInForce(dataset: Dataset, rows: Rows, day: string, match: DateMatch) {
  const [start] = dataset.ranges.actions
  const number = dayNumber(day)
  rows.andInPlace(dataset.rows('actions', 'has', 'effect'))
  rows.andInPlace(
    rowsWithin(rows, forceDays(dataset, match), start, [-Infinity, number], [number, Infinity]),
  )
}

const forceDays = (dataset: Dataset, match: DateMatch) => dataset.days('actions', `${match}-force`)

/** How an action that may have force on a day stands. */
export function forceOn(dataset: Dataset, row: number, day: string): Force {
  if (dataset.rows('actions', 'planned', 'true').has(row)) return 'planned'
  const { earliest, latest } = forceDays(dataset, 'certain')
  const index = row - dataset.ranges.actions[0]
  const number = dayNumber(day)
  const isCertain = (earliest[index] as number) <= number && number <= (latest[index] as number)
  return isCertain ? 'certain' : 'possible'
}
