import type { Action } from '../../src/model/action.ts'
import { type EventDate, lagDays } from '../../src/model/dates.ts'
import type { Random } from './random.ts'
import type { Recipe } from './recipe.ts'

type Link = Action['links'][number]

/** How often an action of a kind leads to an earlier one, and by which types of links, the most common first. */
const habits: Record<string, { often: number; types: string[] }> = {
  regulation: { often: 0.25, types: ['amends', 'implements', 'part-of'] },
  enforcement: { often: 0.5, types: ['enforces', 'responds-to', 'part-of'] },
  industry: { often: 0.6, types: ['responds-to', 'part-of'] },
  market: { often: 0.3, types: ['responds-to'] },
  statement: { often: 0.4, types: ['reports', 'responds-to'] },
}

const untimed = new Set(['part-of', 'reports'])
const HUBS = 20
const TO_A_HUB = 0.1
const NEAR = 5_000

/** Of every so many actions one ends another. */
const REPEALED_EVERY = 150

/** The row that ends the force of a row's action; undefined where none does. */
export function repealOf(row: number, count: number): number | undefined {
  const by = row + (REPEALED_EVERY >> 1)
  return row % REPEALED_EVERY === 0 && by < count ? by : undefined
}

/** The row that a row's action ends. */
const repealedBy = (row: number): number | undefined => {
  const other = row - (REPEALED_EVERY >> 1)
  return other >= 0 && other % REPEALED_EVERY === 0 ? other : undefined
}

/** Whether a row's action repeals another. */
export const isRepeal = (row: number): boolean => repealedBy(row) !== undefined

/** The links of an action, all to earlier rows, so that there is no way round. */
export function linksOf(
  recipe: Recipe,
  random: Random,
  { row, kind, date }: { row: number; kind: string; date: EventDate },
): Link[] {
  const link = (type: string, to: number): Link => ({
    type,
    action: recipe.ids.idOf(to),
    basis: random.early(['stated-by-source', 'inferred', 'stated-by-actor']),
    lag_days: untimed.has(type) ? null : lagDays(date, recipe.calendar.dateOf(to)),
  })
  const repealed = repealedBy(row)
  if (repealed !== undefined) return [link('repeals', repealed)]
  const { often, types } = habits[kind] as (typeof habits)[string]
  if (row === 0 || !random.chance(often)) return []
  const first = earlierRow(recipe, random, row)
  const second = earlierRow(recipe, random, row)
  const links = [link(random.early(types), first)]
  return random.chance(0.15) && second !== first
    ? [...links, link(types[0] as string, second)]
    : links
}

/** An earlier row: a famous one, or one not long before. */
function earlierRow({ count }: Recipe, random: Random, row: number): number {
  const hub = Math.floor(((random.zipf(HUBS) + 1) * count) / (HUBS + 1))
  if (random.chance(TO_A_HUB) && hub < row) return hub
  return row - 1 - random.zipf(Math.min(row, NEAR))
}
