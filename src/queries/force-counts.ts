import { turn } from '../model/turns.ts'
import type { Dataset } from '../store/dataset.ts'
import { freeingRows } from '../store/rows.ts'
import type { DateMatch, Query } from './query.ts'
import { type Found, selectRows } from './select.ts'
import type { Selected } from './tally.ts'

/** How many actions have force on a day; the certain and the planned ones are among the possible ones. */
export type ForceCounts = {
  on: string
  certain: number
  possible: number
  planned: number
  no_known_effect: number
}

/** How the actions that a query selects stand on the day it asks for; undefined where it asks for none. `selected`: what is at hand of what it selects by each reading of its dates. */
export async function countForce(
  dataset: Dataset,
  query: Query,
  found: Found | undefined,
  selected: Partial<Selected> = {},
): Promise<ForceCounts | undefined> {
  const { in_force_on, ...values } = query.values
  if (in_force_on === undefined) return undefined
  const rows = (match: DateMatch) => selected[match] ?? selectRows(dataset, query, found, match)
  const certain = await inTurn(() => rows('certain').size)
  const [possible, planned] = await inTurn((): [number, number] => {
    const set = rows('possible')
    return [set.size, set.andCardinality(dataset.rows('actions', 'planned', 'true'))]
  })
  const no_known_effect = await inTurn(() =>
    selectRows(dataset, { ...query, values }, found, 'possible').andNotCardinality(
      dataset.rows('actions', 'has', 'effect'),
    ),
  )
  return { on: in_force_on as string, certain, possible, planned, no_known_effect }
}

async function inTurn<T>(work: () => T): Promise<T> {
  await turn()
  return freeingRows(work)
}
