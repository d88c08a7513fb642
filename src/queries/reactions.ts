import type { Action } from '../model/action.ts'
import { lagDays } from '../model/dates.ts'

type Lag = [number | null, number | null]

/** How many reactions fall within some days of what they answer: surely, and possibly because of vague dates. */
export type LagCount = { days: Lag; certain: number; possible: number }

/** What followed an action, counted: each reaction once. */
export type Reactions = {
  total: number
  planned: number
  by_type: { type: string; actions: number }[]
  by_lag: LagCount[]
}

/** An action, and how many steps it stands behind the one asked for. */
type Step = Pick<Action, 'type' | 'date' | 'planned'> & { step: number }

// From the day itself over a week, a month, a quarter and a year; null is open.
const CLASSES: Lag[] = [
  [null, -1],
  [0, 0],
  [1, 7],
  [8, 31],
  [32, 92],
  [93, 366],
  [367, null],
]

/** Sums up the actions behind the one with step 0; lags are from that one. */
export function summarize(nodes: Step[]): Reactions {
  const reactions = nodes.filter(({ step }) => step > 0)
  const [start] = nodes as [Step]
  const lags = reactions.map(({ date }) => ends(lagDays(date, start.date)))
  return {
    total: reactions.length,
    planned: reactions.filter(({ planned }) => planned).length,
    by_type: [...Map.groupBy(reactions, ({ type }) => type)]
      .map(([type, { length }]) => ({ type, actions: length }))
      .sort((a, b) => b.actions - a.actions || (a.type < b.type ? -1 : 1)),
    by_lag: CLASSES.map(days => countLag(days, lags)).filter(({ possible }) => possible > 0),
  }
}

const ends = ([least, most]: Lag): [number, number] => [least ?? -Infinity, most ?? Infinity]

function countLag(days: Lag, lags: [number, number][]): LagCount {
  const [first, last] = ends(days)
  return {
    days,
    certain: lags.filter(([least, most]) => first <= least && most <= last).length,
    possible: lags.filter(([least, most]) => least <= last && first <= most).length,
  }
}
