import { TypedFastBitSet } from 'typedfastbitset'
import type { Dataset } from '../../dataset/dataset.ts'
import { isList, type Rows, type StoredRows } from '../../dataset/rows.ts'
import { yieldToOthers } from '../../model/batches.ts'
import { countForce } from '../list/dates.ts'
import type { Query } from '../list/query.ts'
import { selectDated, selectUndated } from '../list/select.ts'
import { expectAtMost } from '../refusal.ts'
import { byPeriod, type Grouping, type Numbers, periods, type Selected } from './periods.ts'

/** How many distinct actions certainly and possibly belong to a group. */
type Count = { group: Record<string, string> } & Numbers

export type Counts = Awaited<ReturnType<typeof countActions>>

/** The groupings that are filters of the actions. */
const attributes = ['kind', 'type', 'region', 'actor', 'activity', 'document']

/** Everything that actions can be counted by. */
export const groupings = [...Object.keys(periods), ...attributes]

const isPeriod = (name: string): boolean => name in periods

/** Counts the actions that a query selects by one or two groupings. */
export async function countActions(dataset: Dataset, query: Query, groupBy: string[]) {
  const undated = await selectUndated(dataset, query)
  const certain = selectDated(dataset, query, undated, 'certain')
  await yieldToOthers()
  const selected = { certain, possible: selectDated(dataset, query, undated, 'possible') }
  await yieldToOthers()
  const times = groupBy.filter(isPeriod)
  const period = times.length > 0 ? byPeriod(dataset, query, times, selected.possible) : undefined
  const values: ByAttribute[] = []
  for (const name of groupBy.filter(name => !isPeriod(name)))
    values.push(await byAttribute(dataset, name, selected))
  const [outer, inner = period] = values
  const counts =
    outer && inner
      ? await countWithin(outer, inner, selected, isPeriod(groupBy[0]!))
      : countBy(outer ?? period!, selected)
  return {
    counts: outer && inner !== period ? counts.filter(({ possible }) => possible > 0) : counts,
    total: selected.possible.size(),
    in_force: countForce(dataset, query, undated.rows),
  }
}

function countBy({ groups, count }: Grouping, selected: Selected): Count[] {
  const numbers = count(selected)
  return groups.map((group, at) => ({ group, ...numbers[at]! }))
}

const MOST_GROUPS = 50_000

/** Counts by two groupings: the inner one within each group of the outer one, which comes last if `isInnerFirst`. */
async function countWithin(
  outer: ByAttribute,
  inner: Grouping,
  selected: Selected,
  isInnerFirst: boolean,
): Promise<Count[]> {
  expectAtMost(MOST_GROUPS, outer.groups.length * inner.groups.length, 'group_by', 'groups')
  const table: Numbers[][] = []
  for (const at of outer.groups.keys()) {
    table.push(inner.count(outer.within(at, selected)))
    await yieldToOthers()
  }
  const [first, second] = isInnerFirst ? [inner, outer] : [outer, inner]
  const numbers = (i: number, j: number) => (isInnerFirst ? table[j]![i]! : table[i]![j]!)
  return first.groups.flatMap((one, i) =>
    second.groups.map((other, j) => ({ group: { ...one, ...other }, ...numbers(i, j) })),
  )
}

/** Groups by the values of a filter, with the selected rows that a group has. */
type ByAttribute = Awaited<ReturnType<typeof byAttribute>>

const VALUES_AT_ONCE = 50

/** Groups by the values of a filter that a selected action has. */
async function byAttribute(dataset: Dataset, name: string, { possible }: Selected) {
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
    within(at: number, { certain, possible }: Selected): Selected {
      const rows = members[at]!
      return { certain: intersect(rows, certain), possible: intersect(rows, possible) }
    },
    count: ({ certain, possible }: Selected): Numbers[] =>
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
