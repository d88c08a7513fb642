import { isoDay } from '../model/dates.ts'
import { turn } from '../model/turns.ts'
import type { Dataset } from '../store/dataset.ts'
import { freeingRows, keepRows, type Rows } from '../store/rows.ts'
import {
  type Attribute,
  attributeCounters,
  attributeOf,
  attributes,
  tallyAttribute,
} from './count-attributes.ts'
import { type Count, countsOf, type Group, groupAt } from './count-groups.ts'
import { type Periods, periodCounters, periodsOf } from './count-periods.ts'
import { countForce, type ForceCounts } from './force-counts.ts'
import { linesOf } from './lines.ts'
import { periods } from './periods.ts'
import { type DateMatch, listOf, type Query } from './query.ts'
import { tooMany } from './refusal.ts'
import { refuseUnknown } from './resolve.ts'
import { type Found, findText, keepDated, selectUndated } from './select.ts'
import { type Selected, tallyOf } from './tally.ts'

export type Counts = { counts: Count[]; total: number; force?: ForceCounts }

const MOST_GROUPS = 50_000

/** Everything that actions can be counted by. */
export const groupings = [...Object.keys(periods), ...attributes]

/** Counts the selected actions by one or two groupings; months, quarters and years without any are kept between others. */
export async function countActions(dataset: Dataset, query: Query): Promise<Counts> {
  refuseUnknown(dataset, query)
  const found = await findText(dataset, query)
  const selected = await selectBoth(dataset, query, found)
  try {
    const force = await countForce(dataset, query, found, selected)
    const counts = await countSelected(dataset, query, selected)
    return { counts, total: selected.possible.size, force }
  } finally {
    selected.certain.dispose()
    selected.possible.dispose()
  }
}

/** The rows that a query selects, by each reading of its dates. */
async function selectBoth(dataset: Dataset, query: Query, found?: Found): Promise<Selected> {
  const inTurn = async (work: () => Rows) => {
    await turn()
    return freeingRows(() => keepRows(work()))
  }
  const undated = await inTurn(() => selectUndated(dataset, query, found))
  const select = (match: DateMatch) =>
    inTurn(() => keepDated(dataset, query, undated.clone(), match))
  try {
    const possible = await select('possible')
    return { certain: isToldByPeriods(query) ? possible : await select('certain'), possible }
  } finally {
    undated.dispose()
  }
}

/** Whether counting by periods tells by itself which rows are certain, as it does where nothing but their dates decides that. */
const isToldByPeriods = ({ values }: Query): boolean =>
  values.in_force_on === undefined && listOf(values, 'group_by').some(name => name in periods)

async function countSelected(dataset: Dataset, query: Query, selected: Selected): Promise<Count[]> {
  const both: Grouping[] = []
  for (const name of listOf(query.values, 'group_by'))
    both.push(
      name in periods
        ? await periodsOf(dataset, query, name, selected.possible)
        : await attributeOf(dataset, name, selected),
    )
  const [first, second] = both as [Grouping, Grouping?]
  if (both.some(({ values }) => values.length === 0)) return []
  if (!second) return countOne(dataset, first, selected)
  if (first.values.length * second.values.length > MOST_GROUPS)
    throw tooMany('group_by', MOST_GROUPS, 'groups')
  return countTwo(dataset, first, second, selected)
}

type Grouping = Attribute | Periods

const isPeriods = (grouping: Grouping): grouping is Periods => 'starts' in grouping

/** The values of a grouping, whose counts are so far from each other. */
const groupsOf = ({ name, values }: Grouping, step = 1): Group[] =>
  values.map((value, at) => groupAt({ [name]: value }, at * step))

async function countOne(dataset: Dataset, grouping: Grouping, selected: Selected) {
  const tally = isPeriods(grouping)
    ? await tallyOf(periodCounters(dataset, grouping), selected)
    : await tallyAttribute(dataset, grouping, selected)
  return countsOf(tally, groupsOf(grouping))
}

/** Counts by two groupings, in a line for each value of one that is a filter; of two sorts of periods, the longer hold the shorter. */
async function countTwo(
  dataset: Dataset,
  first: Grouping,
  second: Grouping,
  selected: Selected,
): Promise<Count[]> {
  if (isPeriods(first) && isPeriods(second)) return countNested(dataset, first, second, selected)
  const [outer, inner] = (isPeriods(first) ? [second, first] : [first, second]) as [
    Attribute,
    Grouping,
  ]
  const lines = await linesOf(dataset, outer)
  const counters = isPeriods(inner)
    ? periodCounters(dataset, inner, lines)
    : await attributeCounters(dataset, inner, selected, lines)
  const tally = await tallyOf(counters, selected, lines)
  const [outers, inners] = [groupsOf(outer, counters.width), groupsOf(inner)]
  const counts = await (outer === first
    ? countsOf(tally, outers, inners)
    : countsOf(tally, inners, outers))
  return isPeriods(inner) ? counts : counts.filter(({ possible }) => possible > 0)
}

/** Who is in a period is in the longer one that holds it: so the shorter ones are counted, and the longer ones named. */
async function countNested(dataset: Dataset, first: Periods, second: Periods, selected: Selected) {
  const [longer, shorter] =
    lengths.indexOf(first.name) < lengths.indexOf(second.name) ? [first, second] : [second, first]
  const tally = await tallyOf(periodCounters(dataset, shorter), selected)
  const { label } = periods[longer.name] as (typeof periods)[string]
  const groups = shorter.values.map((value, at) => {
    const whole = label(isoDay(shorter.starts[at] as number))
    const group = { [longer.name]: whole, [shorter.name]: value }
    return groupAt({ [first.name]: group[first.name] as string, ...group }, at)
  })
  return countsOf(tally, groups)
}

const lengths = Object.keys(periods)
