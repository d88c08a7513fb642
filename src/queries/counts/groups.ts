import { TypedFastBitSet } from 'typedfastbitset'
import type { Dataset } from '../../dataset/dataset.ts'
import type { Rows } from '../../dataset/rows.ts'
import { yieldToOthers } from '../../model/batches.ts'
import type { DateMatch } from '../list/query.ts'

/** The rows that a query selects, by each reading of their dates. */
export type Selected = Record<DateMatch, Rows>

/** How many rows certainly and possibly belong to a group. */
export type Numbers = Record<DateMatch, number>

/** Groups of actions, each named by its values, and how many of some rows are in each. */
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
  const members: (Rows | number[])[] = []
  for (const [at, value] of dataset.values('actions', name).entries()) {
    const rows = dataset.listOrSet('actions', name, value)
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
      const set = Array.isArray(rows) ? new TypedFastBitSet(rows) : rows
      return { certain: certain.new_intersection(set), possible: possible.new_intersection(set) }
    },
    count: ({ certain, possible }) =>
      members.map(rows => ({
        certain: countIn(rows, certain),
        possible: countIn(rows, possible),
      })),
  }
}

/** Counts a list row by row, and a set 32 rows at a time. */
const countIn = (rows: Rows | number[], selected: Rows): number =>
  Array.isArray(rows)
    ? rows.filter(row => selected.has(row)).length
    : selected.intersection_size(rows)
