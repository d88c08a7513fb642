import { TypedFastBitSet } from 'typedfastbitset'
import type { Dataset } from '../../dataset/dataset.ts'
import { isList, type Rows, type StoredRows, toSet } from '../../dataset/rows.ts'
import { yieldToOthers } from '../../model/batches.ts'
import { withWider } from '../../model/vocabulary.ts'
import { countForce } from '../list/count-force.ts'
import { askedFor, type Query } from '../list/query.ts'
import { keysOf, qualifiersOf, selectDated, selectUndated } from '../list/select.ts'
import { expectAtMost } from '../refusal.ts'
import { type Measure, type StepGroup, sumOf } from './measure.ts'
import { byPeriod, type Grouping, type Numbers, periods, type Selected } from './periods.ts'

/** How many distinct actions or matters certainly and possibly belong to a group. */
type Count = { group: Record<string, string> } & Numbers

export type Counts = Awaited<ReturnType<typeof countActions>>

/** The groupings that are filters of the actions. */
const attributes = ['kind', 'type', 'stage', 'region', 'actor', 'activity', 'document', 'matter']

/** Everything that actions can be counted by. */
export const groupings = [...Object.keys(periods), ...attributes]

const isPeriod = (name: string): boolean => name in periods

/**
 * Counts the actions that a query selects, or their matters, by one or two groupings. Groups without any are left out,
 * except among periods alone, where they fill the time.
 */
export async function countActions(
  dataset: Dataset,
  query: Query,
  groupBy: string[],
  measure: Measure,
) {
  const undated = await selectUndated(dataset, query)
  const certain = selectDated(dataset, query, undated, 'certain')
  await yieldToOthers()
  const selected = { certain, possible: selectDated(dataset, query, undated, 'possible') }
  await yieldToOthers()
  const times = groupBy.filter(isPeriod)
  const period =
    times.length > 0 ? byPeriod(dataset, query, times, selected.possible, measure) : undefined
  const values: ByAttribute[] = []
  for (const name of groupBy.filter(name => !isPeriod(name)))
    values.push(await byAttribute(dataset, query, name, selected, measure))
  const [outer, inner = period] = values
  const counts =
    outer && inner
      ? await countWithin(outer, inner, selected, isPeriod(groupBy[0]!))
      : countBy(outer ?? period!, selected)
  return {
    counts: outer ? counts.filter(({ possible }) => possible > 0) : counts,
    total: measure.count(selected.possible),
    in_force: countForce(dataset, query, undated),
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
async function byAttribute(
  dataset: Dataset,
  query: Query,
  name: string,
  { possible }: Selected,
  measure: Measure,
) {
  const groups: Grouping['groups'] = []
  const members: StoredRows[] = []
  const keys = keysFor(query, name)
  for (const [at, value] of dataset.values('actions', name).entries()) {
    const sets = keys(value).map(key => dataset.storedRows('actions', name, key))
    const rows = sets.length === 1 ? sets[0]! : unionOf(sets)
    if (countIn(rows, possible) > 0) {
      groups.push({ [name]: value })
      members.push(rows)
    }
    if (at % VALUES_AT_ONCE === 0) await yieldToOthers()
  }
  const isOfSteps = name === 'matter' || name === 'stage'
  const stepOf = (at: number, step?: StepGroup) => (isOfSteps ? { ...step, ...groups[at] } : step)
  return {
    groups,
    within(at: number, { certain, possible, step }: Selected): Selected {
      const rows = members[at]!
      return {
        ...{ certain: intersect(rows, certain), possible: intersect(rows, possible) },
        step: stepOf(at, step),
      }
    },
    count: ({ certain, possible, step }: Selected): Numbers[] =>
      members.map((rows, at) => {
        const sum = measure.amountsOf && sumOf(measure.amountsOf, intersect(rows, certain))
        const number = (selected: Rows) =>
          measure.mattersOf
            ? measure.count(intersect(rows, selected), stepOf(at, step))
            : countIn(rows, selected)
        return { certain: number(certain), possible: number(possible), ...(sum && { sum }) }
      }),
  }
}

/**
 * The keys by which an action belongs to a value's group: what lies below a region does not count for it, and filters
 * that qualify the value, such as the role of an actor, or ask for activities hold of the groups too.
 */
function keysFor(query: Query, name: string): (value: string) => string[] {
  const filter = query.view.filters.find(filter => filter.name === name)!
  const given = qualifiersOf(query, { filter, isNot: false })
  const exact = { name: 'region_exact', values: ['true'] }
  const others = given.filter(({ name }) => name !== exact.name)
  const qualifiers = name === 'region' ? [exact, ...others] : given
  const wanted = askedFor(query, name)
  const isWanted = (value: string) =>
    name !== 'activity' || !wanted || withWider(value).some(one => wanted.includes(one))
  return value => (isWanted(value) ? keysOf(value, qualifiers) : [])
}

function unionOf(sets: StoredRows[]): Rows {
  const union = new TypedFastBitSet()
  for (const rows of sets) union.union(isList(rows) ? toSet(rows) : rows)
  return union
}

function intersect(rows: StoredRows, selected: Rows): Rows {
  if (!isList(rows)) return selected.new_intersection(rows)
  const both = new TypedFastBitSet()
  for (const row of rows) if (selected.has(row)) both.add(row)
  return both
}

/** Counts a list row by row, and a set 32 rows at a time. */
export function countIn(rows: StoredRows, selected: Rows): number {
  if (!isList(rows)) return selected.intersection_size(rows)
  let count = 0
  for (const row of rows) if (selected.has(row)) count++
  return count
}
