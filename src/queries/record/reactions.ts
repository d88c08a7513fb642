import type { Action } from '../../model/action.ts'
import { type Lag, lagDays } from '../../model/dates.ts'

/** An action, and how many steps it comes after the one asked for. */
type Step = Pick<Action, 'type' | 'date' | 'planned'> & { step: number }

// From the same day over a week, a month, a quarter and a year; null is open.
const CLASSES: Lag[] = [
  { min: null, max: -1 },
  { min: 0, max: 0 },
  { min: 1, max: 7 },
  { min: 8, max: 31 },
  { min: 32, max: 92 },
  { min: 93, max: 366 },
  { min: 367, max: null },
]

/** Sums up the actions that come after the one with step 0; lags are counted from that one. */
export function summarize(nodes: Step[]) {
  const reactions = nodes.filter(({ step }) => step > 0)
  const start = nodes.find(({ step }) => step === 0)!
  const lags = reactions.map(({ date }) => endsOf(lagDays(date, start.date)))
  return {
    total: reactions.length,
    planned: reactions.filter(({ planned }) => planned).length,
    by_type: [...Map.groupBy(reactions, ({ type }) => type)]
      .map(([type, { length }]) => ({ type, actions: length }))
      .sort((a, b) => b.actions - a.actions || (a.type < b.type ? -1 : 1)),
    by_lag: CLASSES.map(days => countLag(days, lags)).filter(({ possible }) => possible > 0),
  }
}

const endsOf = ({ min, max }: Lag): [number, number] => [min ?? -Infinity, max ?? Infinity]

/** How many reactions certainly, and because of vague dates possibly, fall within some days of what they answer. */
function countLag(days: Lag, lags: [number, number][]) {
  const [first, last] = endsOf(days)
  return {
    days,
    certain: lags.filter(([least, most]) => first <= least && most <= last).length,
    possible: lags.filter(([least, most]) => least <= last && first <= most).length,
  }
}
