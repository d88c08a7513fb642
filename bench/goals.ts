import type { Figures, Unit } from './figures.ts'

/** The measurement, a server, another server to divide by, the unit, and the limit. */
export type Goal = [string, string, string | undefined, Unit, '≤' | '≥', number]

const growth = (name: string): Goal => [name, '100,000 actions', '10,000 actions', 'p50', '≤', 2]

/** At 100,000 actions and for requests not asked before, if not stated otherwise. */
export const goals: Goal[] = [
  ['by id', 'ours', 'fixed bytes', 'cpu', '≤', 1.6],
  ['by id', 'ours beside it', 'Platformatic DB', 'rate', '≥', 3],
  ['page of 100', 'ours beside it', 'Platformatic DB', 'rate', '≥', 3],
  ['page asked again', 'ours', 'fixed bytes', 'rate', '≥', 0.85],
  ['page of 100', 'ours', '`.all()` + `JSON.stringify`', 'rate', '≥', 4],
  ['304', 'ours', undefined, 'sql', '≤', 0],
  ['304', 'ours', 'fixed bytes', 'rate', '≥', 0.9],
  ['everything as NDJSON, prepared', 'ours', '`sqlite3 -json`', 'row', '≤', 0.6],
  ['filtered NDJSON, streamed', 'ours', '`sqlite3 -json`', 'row', '≤', 1],
  ['counts, month × type, three filters', 'ours', undefined, 'p50', '≤', 10],
  ['by id at 1,000/s beside 8 clients', 'ours', undefined, 'p99', '≤', 10],
  ...['by id', 'page of 100', 'filtered page', 'search for a word of 100 records'].map(growth),
  ...['page of all actions', 'page of a place and a year', 'page of an action'].flatMap(
    (name): Goal[] => [
      [name, 'real dataset', undefined, 'cpu', '≤', 50_000],
      [name, '100,000 actions', undefined, 'cpu', '≤', 200_000],
    ],
  ),
  ['real dataset', 'ours', undefined, 'build', '≤', 10],
  ['real dataset', 'ours', undefined, 'ready', '≤', 500],
  ['real dataset, 10,000 mixed requests', 'ours', undefined, 'memory', '≤', 250],
]

/** The value of a goal and whether it is met; undefined if it was not measured. */
export function judge([what, server, over, unit, sense, limit]: Goal, figures: Figures) {
  const figure = figures.get(`${what}/${server}/${unit}`)
  const divisor = over === undefined ? 1 : figures.get(`${what}/${over}/${unit}`)
  if (figure === undefined || divisor === undefined) return {}
  const value = figure / divisor
  return { value, isMet: sense === '≤' ? value <= limit : value >= limit }
}
