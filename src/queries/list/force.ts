import type { Dataset, StoredEntry } from '../../dataset/dataset.ts'
import { OPEN_START } from '../../dataset/days.ts'
import { keepRows, type Rows } from '../../dataset/rows.ts'
import { dayNumber, isoDay } from '../../model/dates.ts'
import { type Certainty, certainties, forceSpan } from '../../model/force.ts'
import { placesFor } from './places.ts'
import { askedFor, type Condition, type DateMatch, type Query } from './query.ts'

/** The force of a record on a day, and the last day on which a document shows it. */
export type Force = { certainty: Certainty; confirmed_on: string | null }

/** A function that gives the force of a record on a query's day by its row; undefined where it has none. */
export function forceReader(dataset: Dataset, query: Query): (row: number) => Force | undefined {
  const day = dayNumber(query.in_force_on!)
  return isOfMatters(query) ? forceOfMatters(dataset, query, day) : forceOfActions(dataset, day)
}

/** Whether a query is for records with several times of force: rules or cases. */
export const isOfMatters = ({ view }: Query): boolean => view.collection.times !== undefined

function forceOfActions(dataset: Dataset, day: number) {
  const spans = certainties.map(name => dataset.days('actions', forceSpan(name)))
  const confirmed = dataset.days('actions', 'confirmed').latest
  return (row: number): Force | undefined => {
    const at = spans.findIndex(it => it.earliest[row]! <= day && day <= it.latest[row]!)
    if (at < 0) return undefined
    return { certainty: certainties[at]!, confirmed_on: dayAt(confirmed[row]!) }
  }
}

const dayAt = (number: number) => (number === OPEN_START ? null : isoDay(number))

/** The highest certainty and the last confirmation among the times of force that have the query's activities and places. */
function forceOfMatters(dataset: Dataset, query: Query, day: number) {
  const entriesOf = entryReader(dataset, query)
  return (row: number): Force | undefined => {
    const entries = entriesOf(row).filter(entry => hasDay(entry, 'possible', day))
    const certainty = certainties.find(one => entries.some(entry => hasDay(entry, one, day)))
    const confirmed = entries.flatMap(({ confirmed }) => confirmed ?? []).sort()
    return certainty && { certainty, confirmed_on: confirmed.at(-1) ?? null }
  }
}

function hasDay({ spans }: StoredEntry, certainty: Certainty, day: number): boolean {
  const [first, last] = spans[certainty] ?? [Infinity, -Infinity]
  return first <= day && day <= last
}

/** How many of some rows only plan to have force on the query's day. */
export function countPlanned(dataset: Dataset, query: Query, rows: Rows): number {
  if (!isOfMatters(query)) return rows.intersection_size(dataset.rows('actions', 'planned', 'true'))
  const [entriesOf, day] = [entryReader(dataset, query), dayNumber(query.in_force_on!)]
  const isPlanned = (row: number) =>
    entriesOf(row).every(entry => entry.isPlanned || !hasDay(entry, 'possible', day))
  return rows.array().filter(isPlanned).length
}

/** The parameters that must hold within one time of force. */
const WITHIN = ['activity', 'applies_in']

/** A function that gives the times of force of a rule or case that have the query's activities and places. */
function entryReader(dataset: Dataset, { view, conditions, ...query }: Query) {
  const wanted = conditions.filter(({ parameter }) => WITHIN.includes(parameter))
  const sets = wanted.map(one => new Set(valuesOf(dataset, one, query.in_force_on)))
  const entries = dataset.entries(view.of)
  return (row: number): StoredEntry[] =>
    (entries.get(row) ?? []).filter(entry =>
      wanted.every(({ parameter }, at) => {
        const own = parameter === 'activity' ? entry.activities : entry.regions
        return own.some(value => sets[at]!.has(value))
      }),
    )
}

const valuesOf = (dataset: Dataset, { filter, values }: Condition, day: string | undefined) =>
  filter.name === 'applies_in' ? values.flatMap(value => placesFor(dataset, value, day)) : values

/** How many rules or cases may have force on the query's day by times of force that state no activity, all else being as asked. */
export function countUnstated(dataset: Dataset, query: Query, rows: Rows): number {
  const [entriesOf, day] = [entryReader(dataset, query), dayNumber(query.in_force_on!)]
  const isUnstated = (row: number) =>
    entriesOf(row).some(one => one.activities.length === 0 && hasDay(one, 'possible', day))
  return rows.array().filter(isUnstated).length
}

/**
 * Keeps the rows that have, or may have, force on the query's day; those of rules and cases for its activities and in
 * its places. Without a day, rules and cases whose times of force are not known stay, in the places whose law they are.
 */
export function keepInForce(dataset: Dataset, query: Query, rows: Rows, match: DateMatch) {
  if (query.in_force_on !== undefined) {
    const force = forceReader(dataset, query)
    const least = certainties.indexOf(match)
    keepRows(rows, row => {
      const found = force(row)
      return found !== undefined && certainties.indexOf(found.certainty) <= least
    })
  } else if (isOfMatters(query) && askedFor(query, 'applies_in')) {
    const [entriesOf, entries] = [entryReader(dataset, query), dataset.entries(query.view.of)]
    keepRows(rows, row => !entries.has(row) || entriesOf(row).length > 0)
  }
}
