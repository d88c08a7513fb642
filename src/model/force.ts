import type { Action } from './action.ts'
import { bounds, dayNumber } from './dates.ts'

/** First and last day, numbered from 1970-01-01, an open end at infinity. */
export type Span = [first: number, last: number]

type Effective = Pick<Action, 'effect' | 'planned'>

/** The days on which an action may have force: from the first on which that may begin to the last that may be its last. */
export function possibleForce({ effect }: Effective): Span | undefined {
  if (!effect) return undefined
  return [bounds(effect.from)[0], bounds(effect.until)[1]]
}

/**
 * The days on which an action has force beyond doubt. Without an end it is certain as long as a document surely states
 * it, which is up to `lastStated`: silence is not force. A planned effect is never certain.
 */
export function certainForce(
  { effect, planned }: Effective,
  lastStated: string | null,
): Span | undefined {
  if (!effect || planned) return undefined
  const stated = lastStated === null ? -Infinity : dayNumber(lastStated)
  return [bounds(effect.from)[1], effect.until ? bounds(effect.until)[0] : stated]
}
