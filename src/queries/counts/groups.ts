import { TypedFastBitSet } from 'typedfastbitset'
import type { Dataset } from '../../dataset/dataset.ts'
import { isList, type Rows, type StoredRows } from '../../dataset/rows.ts'
import { yieldToOthers } from '../../model/batches.ts'
import type { DateMatch } from '../list/query.ts'

/** The rows that a query selects, by each reading of their dates. */
export type Selected = Record<DateMatch, Rows>

/** How many rows certainly and possibly belong to a group. */
export type Numbers = Record<DateMatch, number>

/** Groups of actions, each named by its values, and the numbers of some rows in each. */
export type Grouping = {
  groups: Record<string, string>[]
  count: (selected: Selected) => Numbers[]
}

/** Groups by the values of a filter, with the selected rows that a group has. */
export type ByAttribute = Grouping & { within: (at: number, selected: Selected) => Selected }

/** The groupings that are filters of the actions. */
export const attributes = ['kind', 'type', 'region', 'actor', 'activity', 'document']

const VALUES_AT_ONCE = 50

/** Groups by the values of a filter that a selected action has. */
export async function byAttribute(
  dataset: Dataset,
  name: string,
  { possible }: Selected,
): Promise<ByAttribute> {
  const groups: Grouping['groups'] = []
  const members: StoredRows[] = []
  for (const [at, value] of dataset.values('actions', name).entries()) {
    const rows = dataset.storedRows('actions', name, value)
    if (countIn(rows, possible) > 0) {
      groups.push({ [name]: value })
      members.push(rows)
    }
    if (at % VALUES_AT_ONCE === 0) await yieldToOthers()
  }
  return {
    groups,
    within(at, { certain, possible }) {
      const rows = members[at]!
      return { certain: intersect(rows, certain), possible: intersect(rows, possible) }
    },
    count: ({ certain, possible }) =>
      members.map(rows => {
        return { certain: countIn(rows, certain), possible: countIn(rows, possible) }
      }),
  }
}

function intersect(rows: StoredRows, selected: Rows): Rows {
  if (!isList(rows)) return selected.new_intersection(rows)
  const both = new TypedFastBitSet()
  for (const row of rows) if (selected.has(row)) both.add(row)
  return both
}

/** Counts a list row by row, and a set 32 rows at a time. */
function countIn(rows: StoredRows, selected: Rows): number {
  if (!isList(rows)) return selected.intersection_size(rows)
  let count = 0
  for (const row of rows) if (selected.has(row)) count++
  return count
}
