import { isoDay } from '../model/dates.ts'
import { mapInTurns, turn } from '../model/turns.ts'
import type { Dataset } from '../store/dataset.ts'
import { freeingRows, keepRows } from '../store/rows.ts'
import {
  type Attribute,
  attributeGroups,
  attributeOf,
  attributes,
  tallyAttribute,
} from './count-attributes.ts'
import { type Periods, periodGroups, periodsOf } from './count-periods.ts'
import { countForce, type ForceCounts } from './force-counts.ts'
import { periods } from './periods.ts'
import { type DateMatch, listOf, type Query } from './query.ts'
import { tooMany } from './refusal.ts'
import { refuseUnknown } from './resolve.ts'
import { findText, selectRows } from './select.ts'
import { type Selected, type Tally, tallyOf } from './tally.ts'

/** How many distinct actions certainly and possibly belong to a group. */
export type Count = { group: Record<string, string>; certain: number; possible: number }
export type Counts = { counts: Count[]; total: number; force?: ForceCounts }

const MOST_GROUPS = 50_000

/** Everything that actions can be counted by. */
export const groupings = [...Object.keys(periods), ...attributes]

/** Counts the selected actions by one or two groupings; months, quarters and years without any are kept between others. */
export async function countActions(dataset: Dataset, query: Query): Promise<Counts> {
  refuseUnknown(dataset, query)
  const found = await findText(dataset, query)
  const select = async (match: DateMatch) => {
    await turn()
    return freeingRows(() => keepRows(selectRows(dataset, query, found, match)))
  }
  const selected = { certain: await select('certain'), possible: await select('possible') }
  try {
    const force = await countForce(dataset, query, found, selected)
    const counts = await countSelected(dataset, query, selected)
    return { counts, total: selected.possible.size, force }
  } finally {
    selected.certain.dispose()
    selected.possible.dispose()
  }
}

async function countSelected(dataset: Dataset, query: Query, selected: Selected): Promise<Count[]> {
  const groups: Grouping[] = []
  for (const name of listOf(query.values, 'group_by'))
    groups.push(
      name in periods
        ? await periodsOf(dataset, query, name, selected.possible)
        : await attributeOf(dataset, name, selected),
    )
  const [first, second] = groups as [Grouping, Grouping?]
  if (groups.some(({ values }) => values.length === 0)) return []
  if (!second) return countOne(dataset, first, selected)
  if (first.values.length * second.values.length > MOST_GROUPS)
    throw tooMany('group_by', MOST_GROUPS, 'groups')
  return countTwo(dataset, first, second, selected)
}

type Grouping = Attribute | Periods

const isPeriods = (grouping: Grouping): grouping is Periods => 'starts' in grouping

async function countOne(dataset: Dataset, grouping: Grouping, selected: Selected) {
  const tally = isPeriods(grouping)
    ? await tallyOf(periodGroups(dataset, grouping), selected)
    : await tallyAttribute(dataset, grouping, selected)
  const { name, values } = grouping
  return mapInTurns(values.entries(), ([at, value]) => toCount({ [name]: value }, tally, at))
}

const toCount = (group: Count['group'], { certain, possible }: Tally, at: number): Count => ({
  group,
  certain: certain[at] as number,
  possible: possible[at] as number,
})

/** Counts by two groupings: for each value of one that is a filter, by the other; of two sorts of periods, the longer hold the shorter. */
async function countTwo(
  dataset: Dataset,
  first: Grouping,
  second: Grouping,
  selected: Selected,
): Promise<Count[]> {
  if (isPeriods(first) && isPeriods(second)) return countNested(dataset, first, second, selected)
  const [outer, inner] = isPeriods(first) ? [second, first] : [first, second]
  const groups = isPeriods(inner)
    ? periodGroups(dataset, inner)
    : await attributeGroups(dataset, inner, selected)
  const tallies: Tally[] = []
  for (const value of outer.values)
    tallies.push(await tallyOf(groups, selected, () => dataset.rows('actions', outer.name, value)))
  const counts = await mapInTurns(pairs(first, second), ([a, b]) => {
    const [place, at] = outer === first ? [a, b] : [b, a]
    const group = {
      [first.name]: first.values[a] as string,
      [second.name]: second.values[b] as string,
    }
    return toCount(group, tallies[place] as Tally, at)
  })
  return isPeriods(inner) ? counts : counts.filter(({ possible }) => possible > 0)
}

function* pairs(first: Grouping, second: Grouping): Generator<[number, number]> {
  for (const a of first.values.keys()) for (const b of second.values.keys()) yield [a, b]
}

/** Who is in a period is in the longer one that holds it: so the shorter ones are counted, and the longer ones named. */
async function countNested(dataset: Dataset, first: Periods, second: Periods, selected: Selected) {
  const [longer, shorter] =
    lengths.indexOf(first.name) < lengths.indexOf(second.name) ? [first, second] : [second, first]
  const tally = await tallyOf(periodGroups(dataset, shorter), selected)
  const { label } = periods[longer.name] as (typeof periods)[string]
  return shorter.values.map((value, at) => {
    const whole = label(isoDay(shorter.starts[at] as number))
    const group = { [longer.name]: whole, [shorter.name]: value }
    const ordered = { [first.name]: group[first.name] as string, ...group }
    return toCount(ordered, tally, at)
  })
}

const lengths = Object.keys(periods)
