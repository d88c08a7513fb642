import { dayNumber, isoDay } from '../../../model/dates.ts'
import type { Observation } from '../read/observations.ts'

/** One value as one reading has it. */
export type Seen<V> = { observation: Observation; value: V }

/** How a value that a reading has relates to those that the licence is shown with. */
export type Judgement = 'shown' | 'former' | 'corrected' | 'copied-wrongly'

/** The days on which a change may have happened, both included; open where no update of the row limits it. */
export type Between = { first: string | null; last: string }

/** A change: the two observations that differ, the day of the later one, and when it may have happened. */
export type Since = { before: Observation; after: Observation; on: string; between: Between }

/** A value that held for a time. `since` is the change that brought it; null for the first. */
export type Version<V> = { value: V; since: Since | null }

/** The values that a licence had, one after the other, and what became of each value that a reading has. */
export type History<V> = {
  versions: Version<V>[]
  seen: (Seen<V> & { judgement: Judgement })[]
}

/**
 * The history of a value. Official files decide, and copies only where there are none: a value that a copy alone has is
 * its fault. Where two readings differ, the row's own last update tells a change from a correction: without a newer one
 * the later reading wins for the whole time.
 */
export function historyOf<V>(
  all: Seen<V>[],
  isSame: (a: V, b: V) => boolean = isEqual,
  better = (_before: V, after: V): V => after,
): History<V> {
  const base = decisive(all, ({ observation }) => observation)
  const versions: Version<V>[] = []
  for (const [i, { observation, value }] of base.entries()) {
    const current = versions.at(-1)
    if (!current) versions.push({ value, since: null })
    else if (isSame(current.value, value)) current.value = better(current.value, value)
    else {
      const before = base[i - 1]!.observation
      const between = changeBetween(before, observation)
      const { on } = observation.reading
      if (between) versions.push({ value, since: { before, after: observation, on, between } })
      else current.value = value
    }
  }
  return {
    versions,
    seen: all.map(one => ({ ...one, judgement: judge(one, versions, isSame, base) })),
  }
}

/** The history of a value that does not change: where readings differ, the later one corrects the earlier. */
export function settledOf<V>(all: Seen<V>[]): History<V> {
  const base = decisive(all, ({ observation }) => observation)
  const versions = base.slice(-1).map(({ value }) => ({ value, since: null }))
  return {
    versions,
    seen: all.map(one => ({ ...one, judgement: judge(one, versions, isEqual, base) })),
  }
}

/** The items from official files; those from copies where there are no others. */
export function decisive<T>(all: T[], observationOf: (one: T) => Observation): T[] {
  const raw = all.filter(one => observationOf(one).reading.isRaw)
  return raw.length > 0 ? raw : all
}

function judge<V>(
  seen: Seen<V>,
  versions: Version<V>[],
  isSame: (a: V, b: V) => boolean,
  base: Seen<V>[],
): Judgement {
  const at = versions.findLastIndex(({ value }) => isSame(value, seen.value))
  if (at >= 0) return at === versions.length - 1 ? 'shown' : 'former'
  return base.some(one => one.observation === seen.observation) ? 'corrected' : 'copied-wrongly'
}

/** Whether two values of a field are the same: texts, or lists of them. */
export const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The days between which a row changed; undefined if it did not change but was corrected: it has no newer update. */
export function changeBetween(before: Observation, after: Observation): Between | undefined {
  const [u, v] = [before.updated || null, after.updated || null]
  if (u !== null && v !== null && v <= u) return undefined
  const { on } = after.reading
  const last = v !== null && v < on ? v : on
  return daysAfter(u, last)
}

/** The days after the last update of a row, if it is known, up to a day. */
export const daysAfter = (updated: string | null, last: string): Between => ({
  first: updated !== null && updated < last ? nextDay(updated) : null,
  last,
})

/** The day after a day. */
const nextDay = (day: string): string => isoDay(dayNumber(day) + 1)

/** The day before a day. */
export const dayBefore = (day: string): string => isoDay(dayNumber(day) - 1)
