import { RoaringBitmap32 } from 'roaring-wasm'
import { dayNumber, isoDay } from '../model/dates.ts'
import type { Dataset, Rows } from '../store/dataset.ts'
import { OPEN_END, OPEN_START } from '../store/days.ts'
import { periods } from './periods.ts'
import { listOf, type Query } from './query.ts'
import { dayRange, isWithin, mayBeWithin, selectRows } from './select.ts'

/** How many distinct actions certainly and possibly belong to a group. */
export type Count = { group: Record<string, string>; certain: number; possible: number }
export type Counts = { counts: Count[]; total: number }

/** A value of a grouping with the rows that certainly and possibly have it; a period with its days. */
type Group = { value: string; certain: Rows; possible: Rows; days?: [number, number] }
type Selected = { certain: Rows; possible: Rows }

/** Counts the selected actions by one or two groupings; months, quarters and years without any are kept between others. */
export async function countActions(dataset: Dataset, query: Query): Promise<Counts> {
  const selected = {
    certain: await selectRows(dataset, query, 'certain'),
    possible: await selectRows(dataset, query, 'possible'),
  }
  const groupings = listOf(query.values, 'group_by')
  const [first = [], second] = groupings.map(name => groupsOf(dataset, query, name, selected))
  const [name = '', other = ''] = groupings
  const keepEmpty = groupings.some(grouping => grouping in periods)
  const counts = second
    ? first.flatMap(a =>
        second
          .filter(b => !areApart(a, b))
          .map(b => toCount({ [name]: a.value, [other]: b.value }, meet(a, b), selected)),
      )
    : first.map(a => toCount({ [name]: a.value }, a, selected))
  return {
    counts: counts.filter(({ possible }) => keepEmpty || possible > 0),
    total: selected.possible.size,
  }
}

/** Whether two groups are periods without a common day, so that nothing can be in both. */
const areApart = ({ days: a }: Group, { days: b }: Group): boolean =>
  a !== undefined && b !== undefined && (a[1] < b[0] || b[1] < a[0])

const meet = (a: Selected, b: Selected): Selected => ({
  certain: and(a.certain, b.certain),
  possible: and(a.possible, b.possible),
})

function and(a: Rows, b: Rows): Rows {
  const both = a.clone()
  both.andInPlace(b)
  return both
}

const toCount = (group: Count['group'], rows: Selected, selected: Selected): Count => ({
  group,
  certain: rows.certain.andCardinality(selected.certain),
  possible: rows.possible.andCardinality(selected.possible),
})

/** The groupings that are filters of the actions. */
export const attributes = ['kind', 'type', 'region', 'actor', 'activity', 'document']

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

/** The periods from the first to the last known day of a selected action, within the query's own dates. */
function periodGroups(dataset: Dataset, query: Query, name: string, selected: Rows): Group[] {
  const { label, start, next } = periods[name] as (typeof periods)[string]
  const actions = datedRows(dataset, selected)
  const [from, to] = dayRange(query.values)
  const [first, last] = extent(actions, from, to)
  const groups: Group[] = []
  for (
    let day = first > last ? '' : start(isoDay(first));
    day !== '' && dayNumber(day) <= last;
    day = next(day)
  ) {
    const begins = Math.max(dayNumber(day), from)
    const ends = Math.min(dayNumber(next(day)) - 1, to)
    groups.push({ value: label(day), days: [begins, ends], ...rowsIn(actions, begins, ends) })
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

/** First and last day that is known of the actions, cut to the query's dates. */
function extent(actions: Dated[], from: number, to: number): [number, number] {
  const known = actions
    .flatMap(({ earliest, latest }) => [earliest, latest])
    .filter(day => day !== OPEN_START && day !== OPEN_END)
  const cut = known.map(day => Math.min(Math.max(day, from), to))
  return [
    cut.reduce((a, b) => Math.min(a, b), Infinity),
    cut.reduce((a, b) => Math.max(a, b), -Infinity),
  ]
}

function rowsIn(actions: Dated[], first: number, last: number): Selected {
  const certain = actions.filter(({ earliest, latest }) => isWithin(earliest, latest, first, last))
  const possible = actions.filter(({ earliest, latest }) =>
    mayBeWithin(earliest, latest, first, last),
  )
  return { certain: toRows(certain), possible: toRows(possible) }
}

const toRows = (actions: Dated[]): Rows => RoaringBitmap32.from(actions.map(({ row }) => row))
