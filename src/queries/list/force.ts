import type { Dataset } from '../../dataset/dataset.ts'
import { keepRows, type Rows } from '../../dataset/rows.ts'
import { timesOf } from '../../dataset/times.ts'
import { dayNumber } from '../../model/dates.ts'
import { certainties, forceSpan } from '../../model/force.ts'
import { asksForFirms, forceOfFirms, holdersOf, licencesFor } from './licensed.ts'
import { askedFor, type DateMatch, type Query } from './query.ts'
import {
  dayAt,
  type Force,
  forceWithin,
  isWithinTime,
  keepOnDay,
  recordsOf,
  timesWith,
} from './times.ts'

/** Whether a query is for records with several times of force: rules, cases or licences. */
export const hasTimes = ({ view }: Query): boolean => view.collection.times !== undefined

/** A function that gives the force on a query's day of the records that it selects, by their rows. */
export function forceReader(dataset: Dataset, query: Query): (row: number) => Force {
  const day = query.in_force_on!
  if (hasTimes(query)) return forceWithin(dataset, query.view.of, conditionsWithin(query), day)
  return asksForFirms(query) ? forceOfFirms(dataset, query) : forceOfActions(dataset, day)
}

const conditionsWithin = (query: Query) => query.conditions.filter(one => isWithinTime(query, one))

/** The times of force with the query's activities and places. */
const timesOfQuery = (dataset: Dataset, query: Query): Rows =>
  timesWith(dataset, query.view.of, conditionsWithin(query), query.in_force_on)

function forceOfActions(dataset: Dataset, day: string) {
  const spans = certainties.map(name => dataset.days('actions', forceSpan(name)))
  const confirmed = dataset.days('actions', 'confirmed').latest
  const on = dayNumber(day)
  return (row: number): Force => {
    const at = spans.findIndex(it => it.earliest[row]! <= on && on <= it.latest[row]!)
    return { certainty: certainties[at]!, confirmed_on: dayAt(confirmed[row]!) }
  }
}

/** How many of some rows only plan to have force on the query's day. */
export function countPlanned(dataset: Dataset, query: Query, rows: Rows): number {
  const { of } = query.view
  if (of === 'actions') return rows.intersection_size(dataset.rows(of, 'planned', 'true'))
  if (!hasTimes(query)) return 0
  const times = timesOfQuery(dataset, query)
  times.difference(dataset.rows(timesOf(of), 'planned', 'true'))
  keepOnDay(dataset, of, times, query.in_force_on!, 'possible')
  return rows.difference_size(recordsOf(dataset, of, times))
}

/** How many of some rows have no time of force that is known. */
export function countWithoutTimes(dataset: Dataset, query: Query, rows: Rows): number {
  const { of } = query.view
  if (of === 'actions') return rows.difference_size(dataset.rows(of, 'has', 'effect'))
  return hasTimes(query) ? rows.difference_size(withTimes(dataset, query)) : 0
}

const withTimes = (dataset: Dataset, { view: { of } }: Query): Rows =>
  recordsOf(dataset, of, timesWith(dataset, of, [], undefined))

/** The records that may have force on the query's day by times that state no activity, all else within a time being as asked. */
export function rowsUnstated(dataset: Dataset, query: Query): Rows {
  const { of } = query.view
  const keepUnstated = (name: 'rules' | 'cases' | 'licences') => (times: Rows) =>
    times.intersection(dataset.rows(timesOf(name), 'unstated', 'true'))
  if (!hasTimes(query)) {
    const licences = licencesFor(dataset, query, 'possible', keepUnstated('licences'))
    return holdersOf(dataset, licences)
  }
  const times = timesOfQuery(dataset, query)
  keepUnstated(of as 'rules')(times)
  keepOnDay(dataset, of, times, query.in_force_on!, 'possible')
  return recordsOf(dataset, of, times)
}

/**
 * Keeps the rows that have, or may have, force on the query's day; those of rules, cases and licences for its activities
 * and in its places. Without a day, rules and cases whose times of force are not known stay, in the places whose law
 * they are.
 */
export function keepInForce(dataset: Dataset, query: Query, rows: Rows, match: DateMatch) {
  if (query.in_force_on !== undefined) keepOnQueryDay(dataset, query, rows, match)
  else if (hasTimes(query) && askedFor(query, 'applies_in')) {
    const without = rows.new_difference(withTimes(dataset, query))
    rows.intersection(recordsOf(dataset, query.view.of, timesOfQuery(dataset, query)))
    rows.union(without)
  }
}

function keepOnQueryDay(dataset: Dataset, query: Query, rows: Rows, match: DateMatch) {
  const { view, in_force_on } = query
  if (asksForFirms(query)) {
    rows.intersection(holdersOf(dataset, licencesFor(dataset, query, match)))
  } else if (hasTimes(query)) {
    const times = timesOfQuery(dataset, query)
    keepOnDay(dataset, view.of, times, in_force_on!, match)
    rows.intersection(recordsOf(dataset, view.of, times))
  } else {
    const { earliest, latest } = dataset.days('actions', forceSpan(match))
    const on = dayNumber(in_force_on!)
    keepRows(rows, row => earliest[row]! <= on && on <= latest[row]!)
  }
}
