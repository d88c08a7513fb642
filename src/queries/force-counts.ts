import type { Dataset } from '../store/dataset.ts'
import type { Rows } from '../store/rows.ts'
import type { Query } from './query.ts'
import { type Found, selectRows } from './select.ts'

/** How many actions have force on a day; the certain and the planned ones are among the possible ones. */
export type ForceCounts = {
  on: string
  certain: number
  possible: number
  planned: number
  no_known_effect: number
}

/** What a query selects by both readings of its dates. */
type Readings = { certain: Rows; possible: Rows }

/** How the actions that a query selects stand on the day it asks for, by both readings of its dates, which `selected` has where they are at hand; undefined where it asks for none. */
export function countForce(
  dataset: Dataset,
  query: Query,
  found: Found | undefined,
  selected?: Readings,
): ForceCounts | undefined {
  const { in_force_on, ...values } = query.values
  if (in_force_on === undefined) return undefined
  const { certain, possible } = selected ?? {
    certain: selectRows(dataset, query, found, 'certain'),
    possible: selectRows(dataset, query, found, 'possible'),
  }
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
