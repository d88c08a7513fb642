import type { Dataset } from '../store/dataset.ts'
import type { Query } from './query.ts'
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
export function countForce(
  dataset: Dataset,
  query: Query,
  found: Found | undefined,
  selected: Partial<Selected>,
): ForceCounts | undefined {
  const { in_force_on, ...values } = query.values
  if (in_force_on === undefined) return undefined
  const {
    certain = selectRows(dataset, query, found, 'certain'),
    possible = selectRows(dataset, query, found, 'possible'),
  } = selected
  const whenever = selectRows(dataset, { ...query, values }, found, 'possible')
  return {
    on: in_force_on as string,
    certain: certain.size,
    possible: possible.size,
    planned: possible.andCardinality(dataset.rows('actions', 'planned', 'true')),
    no_known_effect:
      whenever.size - whenever.andCardinality(dataset.rows('actions', 'has', 'effect')),
  }
}
