import type { Dataset } from '../../dataset/dataset.ts'
import { yieldToOthers } from '../../model/batches.ts'
import { countForce } from '../list/dates.ts'
import type { Query } from '../list/query.ts'
import { selectDated, selectUndated } from '../list/select.ts'
import { expectAtMost } from '../refusal.ts'
import {
  attributes,
  type ByAttribute,
  byAttribute,
  type Grouping,
  type Numbers,
  type Selected,
} from './groups.ts'
import { byPeriod, periods } from './periods.ts'

/** How many distinct actions certainly and possibly belong to a group. */
type Count = { group: Record<string, string> } & Numbers

export type Counts = Awaited<ReturnType<typeof countActions>>

/** Everything that actions can be counted by. */
export const groupings = [...Object.keys(periods), ...attributes]

const isPeriod = (name: string): boolean => name in periods

/** Counts the actions that a query selects by one or two groupings. */
export async function countActions(dataset: Dataset, query: Query, groupBy: string[]) {
  const undated = await selectUndated(dataset, query)
  const selected: Selected = {
    certain: selectDated(dataset, query, undated, 'certain'),
    possible: selectDated(dataset, query, undated, 'possible'),
  }
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
