import type { Action } from './action.ts'
import { bounds, dayNumber, type EventDate } from './dates.ts'

/** First and last day, numbered from 1970-01-01, an open end at infinity. */
export type Span = [first: number, last: number]

/** The certainties of force, the highest first. */
export const certainties = ['certain', 'presumed', 'possible'] as const
export type Certainty = (typeof certainties)[number]

/** How documents support a time of force. */
export type ForceEvidence = {
  /** The last day on which a document shows it in force; null where none has a date. */
  confirmed: string | null
  /** Whether an official text states its start. */
  isOfficial: boolean
}

type Force = { from: EventDate | null; until: EventDate | null }

/**
 * The days on which something has force, with each certainty or a higher one. It is certain as long as a document of
 * that day or later shows it, presumed if an official text states the start and no document an end, and possible on
 * every other day that is not surely outside.
 */
export function forceOf({ from, until }: Force, { confirmed, isOfficial }: ForceEvidence) {
  const possible: Span = [bounds(from)[0], bounds(until)[1]]
  const isStated = from?.basis === 'stated' || from?.basis === 'relative'
  if (!isStated) return { possible }
  const end = until ? bounds(until)[0] : Infinity
  const shown = confirmed === null ? -Infinity : dayNumber(confirmed)
  const start = bounds(from)[1]
  const certain: Span = [start, Math.min(end, shown)]
  return { certain, presumed: isOfficial ? ([start, end] as Span) : certain, possible }
}

/** The days on which an action has force, by their certainty. A planned effect is only possible. */
export function forceOfAction(
  { effect, planned }: Pick<Action, 'effect' | 'planned'>,
  evidence: ForceEvidence,
): Partial<Record<Certainty, Span>> {
  if (!effect) return {}
  const force = forceOf(effect, evidence)
  return planned ? { possible: force.possible } : force
}
