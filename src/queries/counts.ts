import { RoaringBitmap32 } from 'roaring-wasm'
import { dayNumber, isoDay } from '../model/dates.ts'
import type { Dataset } from '../store/dataset.ts'
import { OPEN_END, OPEN_START } from '../store/days.ts'
import type { Rows } from '../store/rows.ts'
import { freeingRows } from '../store/rows.ts'
import { countForce, type ForceCounts } from './force-counts.ts'
import { periods } from './periods.ts'
import { listOf, type Query } from './query.ts'
import { BadParameters } from './refusal.ts'
import { refuseUnknown } from './resolve.ts'
import { dayRange, findText, isWithin, mayBeWithin, selectRows } from './select.ts'

/** How many distinct actions certainly and possibly belong to a group. */
export type Count = { group: Record<string, string>; certain: number; possible: number }
export type Counts = { counts: Count[]; total: number; force?: ForceCounts }

/** A value of a grouping with the rows that certainly and possibly have it; a period with its days. */
type Group = { value: string; certain: Rows; possible: Rows; days?: [number, number] }
type Selected = { certain: Rows; possible: Rows }

// An action that is open at its beginning lies in every month since `from`, be it a thousand years ago.
const MOST_PERIODS = 2_400
const MOST_GROUPS = 50_000

const tooMany = (parameter: string, most: number, what: string) =>
  new BadParameters([{ parameter, message: `asks for more than ${most} ${what}` }])

/** Counts the selected actions by one or two groupings; months, quarters and years without any are kept between others. */
export async function countActions(dataset: Dataset, query: Query): Promise<Counts> {
  refuseUnknown(dataset, query)
  const found = await findText(dataset, query)
  return freeingRows(() => {
    const certain = selectRows(dataset, query, found, 'certain')
    const possible = selectRows(dataset, query, found, 'possible')
    const selected = { certain, possible }
    const force = countForce(dataset, query, found, selected)
    return { ...countSelected(dataset, query, selected), force }
  })
}

function countSelected(dataset: Dataset, query: Query, selected: Selected): Counts {
  const names = listOf(query.values, 'group_by')
  const [first = [], second] = names.map(name => groupsOf(dataset, query, name, selected))
  const [name = '', other = ''] = names
  if (second && first.length * second.length > MOST_GROUPS)
    throw tooMany('group_by', MOST_GROUPS, 'groups')
  const narrowed = first.map(group => ({ ...group, ...meet(group, selected) }))
  const counts = second
    ? narrowed.flatMap(a =>
        second.filter(b => !areApart(a, b)).map(b => countBoth(name, a, other, b)),
      )
    : narrowed.map(({ value, certain, possible }) => ({
        group: { [name]: value },
        certain: certain.size,
        possible: possible.size,
      }))
  const keepEmpty = names.some(grouping => grouping in periods)
  return {
    counts: counts.filter(({ possible }) => keepEmpty || possible > 0),
    total: selected.possible.size,
  }
}

const countBoth = (name: string, a: Group, other: string, b: Group): Count => ({
  group: { [name]: a.value, [other]: b.value },
  certain: a.certain.andCardinality(b.certain),
  possible: a.possible.andCardinality(b.possible),
})

/** Whether two groups are periods without a common day, so that nothing can be in both. */
const areApart = ({ days: a }: Group, { days: b }: Group): boolean =>
  a !== undefined && b !== undefined && (a[1] < b[0] || b[1] < a[0])

const meet = (a: Selected, b: Selected): Selected => ({
  certain: RoaringBitmap32.and(a.certain, b.certain),
  possible: RoaringBitmap32.and(a.possible, b.possible),
})

/** The groupings that are filters of the actions. */
const attributes = ['kind', 'type', 'region', 'actor', 'activity', 'document']

/** Everything that actions can be counted by. */
export const groupings = [...Object.keys(periods), ...attributes]

function groupsOf(dataset: Dataset, query: Query, name: string, { possible }: Selected): Group[] {
  if (name in periods) return periodGroups(dataset, query, name, possible)
  return attributeGroups(dataset, name).filter(group => group.possible.intersects(possible))
}

const attributeGroups = (dataset: Dataset, name: string): Group[] =>
  dataset.values('actions', name).map(value => {
    const rows = dataset.rows('actions', name, value)
    return { value, certain: rows, possible: rows }
  })

type Dated = { row: number; earliest: number; latest: number }

/** The periods from the first to the last day on which a selected action may lie, within the query's own dates. */
function periodGroups(dataset: Dataset, query: Query, name: string, selected: Rows): Group[] {
  const { label, start, end } = periods[name] as (typeof periods)[string]
  const actions = datedRows(dataset, selected)
  const [from, to] = dayRange(query.values)
  const [earliest, latest] = extent(actions, from, to)
  const groups: Group[] = []
  if (earliest > latest) return groups
  for (let first = dayNumber(start(isoDay(earliest))); first <= latest; ) {
    if (groups.length === MOST_PERIODS) throw tooMany('from', MOST_PERIODS, `${name}s`)
    const last = dayNumber(end(isoDay(first)))
    const days: [number, number] = [first, last]
    groups.push({ value: label(isoDay(first)), days, ...rowsIn(actions, ...days) })
    first = last + 1
  }
  return groups
}

function datedRows(dataset: Dataset, rows: Rows): Dated[] {
  const { earliest, latest } = dataset.days('actions')
  const [first] = dataset.ranges.actions
  return rows.toArray().map(row => ({
    row,
    earliest: earliest[row - first] as number,
    latest: latest[row - first] as number,
  }))
}

/** First and last day on which an action may lie, within the query's dates; an end that nothing bounds does not count. */
function extent(actions: Dated[], from: number, to: number): [number, number] {
  let [first, last] = [Infinity, -Infinity]
  for (const { earliest, latest } of actions)
    for (const day of [Math.max(earliest, from), Math.min(latest, to)]) {
      if (day === OPEN_START || day === OPEN_END) continue
      first = Math.min(first, day)
      last = Math.max(last, day)
    }
  return [first, last]
}

function rowsIn(actions: Dated[], first: number, last: number): Selected {
  const certain = actions.filter(({ earliest, latest }) => isWithin(earliest, latest, first, last))
  const possible = actions.filter(({ earliest, latest }) =>
    mayBeWithin(earliest, latest, first, last),
  )
  return { certain: toRows(certain), possible: toRows(possible) }
}

const toRows = (actions: Dated[]): Rows => RoaringBitmap32.from(actions.map(({ row }) => row))
