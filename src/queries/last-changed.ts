import type { Change } from '../model/release.ts'
import type { Dataset } from '../store/dataset.ts'

/** What stands for the day of a release where there has been none. */
const NEVER = '1970-01-01'

/** The day of the newest release. */
export const lastReleased = ({ releases }: Dataset): string => releases.at(-1)?.date ?? NEVER

/** The day of the release that last changed a record or the claims on it; what is not released yet counts as of the newest. */
export function lastChanged(dataset: Dataset, path: string): string {
  const rows = dataset.rows('changes', 'record', path)
  if (rows.size === 0) return lastReleased(dataset)
  const { date } = JSON.parse(dataset.record(rows.maximum()).json) as Change
  return date ?? lastReleased(dataset)
}
