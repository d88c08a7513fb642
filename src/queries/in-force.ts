import { dayNumber } from '../model/dates.ts'
import type { Dataset } from '../store/dataset.ts'
import { type Rows, rowsWhere } from '../store/rows.ts'
import type { DateMatch } from './query.ts'

/** How an action stands on a day: what was planned for then, or earlier, is told from what is known to have happened. */
export type Force = 'certain' | 'possible' | 'planned'

/** Keeps the actions that have force on a day, or may have. */
export function keepInForce(dataset: Dataset, rows: Rows, day: string, match: DateMatch) {
  rows.andInPlace(dataset.rows('actions', 'has', 'effect'))
  rows.overwrite(rowsWhere(rows, forceTest(dataset, day, match)))
}

function forceTest(dataset: Dataset, day: string, match: DateMatch): (row: number) => boolean {
  const { earliest, latest } = dataset.days('actions', `${match}-force`)
  const [first] = dataset.ranges.actions
  const number = dayNumber(day)
  return row =>
    (earliest[row - first] as number) <= number && number <= (latest[row - first] as number)
}

/** How an action that may have force on a day stands. */
export function forceOn(dataset: Dataset, row: number, day: string): Force {
  if (dataset.rows('actions', 'planned', 'true').has(row)) return 'planned'
  return forceTest(dataset, day, 'certain')(row) ? 'certain' : 'possible'
}
