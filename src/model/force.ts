import { bounds, dayNumber, type EventDate, isoDay } from './dates.ts'
import type { LicenceTime } from './licence.ts'
import { withWider } from './vocabulary.ts'

/** First and last day, numbered from 1970-01-01, an open end at infinity. */
export type Span = [first: number, last: number]

/** The span without any day. */
export const NEVER: Span = [Infinity, -Infinity]

/** The certainties of force, the highest first. */
export const certainties = ['certain', 'presumed', 'possible'] as const
export type Certainty = (typeof certainties)[number]

/** The name of the span of the days on which an action has force with a certainty or a higher one. */
export const forceSpan = (certainty: string): string => `${certainty}-force`

/** How documents support a time of force. */
export type ForceEvidence = {
  /** The days on which a document shows it in force. */
  shown: string[]
  /** The last days of force by rival accounts. */
  ends: string[]
  /** Whether an official text states its start. */
  isOfficial: boolean
}

/** A time of force; a planned one is only possible. */
type Force = { from: EventDate | null; until: EventDate | null; planned: boolean }

/** The last day of a time of force on which a document shows it; null if there is none. */
export function confirmedOn(
  { from, until }: Pick<Force, 'from' | 'until'>,
  { shown }: ForceEvidence,
): string | null {
  const [[first], [, end]] = [bounds(from), bounds(until)]
  const days = shown.map(dayNumber).filter(day => day >= first)
  return days.length === 0 ? null : isoDay(Math.min(Math.max(...days), end))
}

/**
 * The days on which something has force, with each certainty or a higher one. It is certain as long as a document of
 * that day or later shows it, presumed if an official text states the start and no document an end, and possible on
 * every other day that is not surely outside.
 */
export function forceOf(
  { from, until, planned }: Force,
  evidence: ForceEvidence,
): Partial<Record<Certainty, Span>> {
  const possible: Span = [bounds(from)[0], bounds(until)[1]]
  const isStated = from?.basis === 'stated' || from?.basis === 'relative'
  if (planned || !isStated) return { possible }
  const end = until ? bounds(until)[0] : Infinity
  const confirmed = confirmedOn({ from, until }, evidence)
  const shown = confirmed === null ? -Infinity : Math.min(dayNumber(confirmed), end)
  const start = bounds(from)[1]
  const reported = Math.min(end, ...evidence.ends.map(dayNumber))
  const presumed = evidence.isOfficial ? Math.max(shown, reported) : shown
  return { certain: [start, shown], presumed: [start, presumed], possible }
}

/** How documents support a time of force that several steps state; an official text must state the start of the first. */
export const joinEvidence = (all: ForceEvidence[]): ForceEvidence => ({
  shown: all.flatMap(({ shown }) => shown),
  ends: all.flatMap(({ ends }) => ends),
  isOfficial: all[0]!.isOfficial,
})

type Listed = Pick<LicenceTime, 'from' | 'until' | 'first_listed' | 'last_listed'>

/**
 * The days on which a licence holds: certain from the first to the last official file that lists it, presumed between
 * its grant and its end, and possible where these are vague. Without a known end it is presumed to go on.
 */
export function licenceForce(time: Listed): Record<Certainty, Span> {
  const { from, until, first_listed, last_listed } = time
  const [earliest, begun] = bounds(from)
  const [, latest] = bounds(until)
  const end = until === null ? Infinity : bounds(until)[0]
  const start = from === null ? Infinity : begun
  const possible: Span = [earliest, latest]
  const certain: Span = [
    first_listed === null ? Infinity : Math.max(dayNumber(first_listed), earliest),
    last_listed === null ? -Infinity : Math.min(dayNumber(last_listed), latest),
  ]
  if (certain[0] > certain[1]) return { certain: NEVER, presumed: [start, end], possible }
  return { certain, presumed: [Math.min(start, certain[0]), Math.max(end, certain[1])], possible }
}

/** The times of a licence that may include a day. */
export function timesOn(times: LicenceTime[], day: string): LicenceTime[] {
  const wanted = dayNumber(day)
  return times.filter(time => {
    const [first, last] = licenceForce(time).possible
    return first <= wanted && wanted <= last
  })
}

/**
 * The times of a licence, and every run of times that follow each other as one more: what holds in all of them holds on
 * the day between two of them, too, whichever day that is. No file shows that day, so that it is only presumed.
 */
export const joinedTimes = (times: LicenceTime[]) =>
  times.flatMap((_, i) => times.slice(i).map((_, n) => joined(times.slice(i, i + n + 1))))

function joined(run: LicenceTime[]) {
  const [{ first_listed, last_listed }] = run as [LicenceTime]
  return {
    ...{ from: run[0]!.from, until: run.at(-1)!.until },
    activities: sharedBy(run.map(({ activities }) => (activities ?? []).flatMap(withWider))),
    isUnstated: run.every(({ activities }) => !activities?.length),
    regions: sharedBy(run.map(({ regions }) => regions)),
    ...(run.length > 1 ? UNLISTED : { first_listed, last_listed }),
  }
}

const UNLISTED = { first_listed: null, last_listed: null }

/** The items that all lists have. */
const sharedBy = (lists: string[][]): string[] => [
  ...lists.map(list => new Set(list)).reduce((a, b) => a.intersection(b)),
]
