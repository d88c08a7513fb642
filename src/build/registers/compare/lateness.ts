import { dayNumber, daysOf } from '../../../model/dates.ts'
import type { Register } from '../../../model/register.ts'
import type { Reading } from '../read/reading.ts'
import { shown, type Track } from './track.ts'

/**
 * How late a register lists its licences: of those that a later complete reading was the first to list, how many had
 * been granted by the day of the reading before. Null where no two complete readings can be compared.
 */
export function latenessOf(readings: Reading[], tracks: Track[]): Register['lateness'] {
  const complete = readings.filter(({ isRaw, covers }) => isRaw && covers.length > 0)
  if (complete.length < 2) return null
  const later = tracks.flatMap(track => firstListing(track, complete) ?? [])
  const late = later.filter(({ granted, before }) => granted <= before)
  const days = late
    .map(({ granted, listed }) => dayNumber(listed) - dayNumber(granted))
    .sort(byNumber)
  return { first_listed: later.length, late: late.length, days: days[days.length >> 1] ?? null }
}

const byNumber = (a: number, b: number): number => a - b

/** The last day of the grant of a licence, the first complete reading that lists it, and the one before. */
function firstListing({ observations, granted }: Track, complete: Reading[]) {
  const listing = new Set(observations.map(({ reading }) => reading))
  const at = complete.findIndex(reading => listing.has(reading))
  const edtf = shown(granted)
  if (at < 1 || edtf === undefined) return undefined
  return { granted: daysOf(edtf)![1], listed: complete[at]!.on, before: complete[at - 1]!.on }
}
