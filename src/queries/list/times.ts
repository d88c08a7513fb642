import { TypedFastBitSet } from 'typedfastbitset'
import type { Dataset } from '../../dataset/dataset.ts'
import { OPEN_START } from '../../dataset/days.ts'
import { keepRows, type Rows, rowsBetween } from '../../dataset/rows.ts'
import { RECORD, timesOf } from '../../dataset/times.ts'
import type { CollectionName } from '../../model/collections.ts'
import { dayNumber, isoDay } from '../../model/dates.ts'
import { type Certainty, certainties } from '../../model/force.ts'
import { placesBelow, placesFor } from './places.ts'
import { askedFor, type Condition, type Query } from './query.ts'

/** The force of a record on a day, and the last day on which a document shows it. */
export type Force = { certainty: Certainty; confirmed_on: string | null }

/** The parameters that must hold within one time of force. */
const WITHIN = ['activity', 'applies_in', 'licensed_in']

/** Whether a condition must hold within one time of force: of a licence also its region, unless that is where it was granted. */
export function isWithinTime(query: Query, { parameter }: Condition): boolean {
  const roles = askedFor(query, 'region_role')
  const isOfPlace = parameter === 'region' && query.view.of === 'licences'
  return WITHIN.includes(parameter) || (isOfPlace && (!roles || roles.includes('valid')))
}

/** The times of force of a collection, as rows of their own, that fulfil some conditions. */
export function timesWith(
  dataset: Dataset,
  of: CollectionName,
  conditions: Condition[],
  day: string | undefined,
): Rows {
  const times = rowsBetween(0, recordsIn(dataset, of).length)
  for (const condition of conditions) times.intersection(timesOfValues(dataset, of, condition, day))
  return times
}

/** The row of the record of each time of force. */
const recordsIn = (dataset: Dataset, of: CollectionName): Int32Array =>
  dataset.days(timesOf(of), RECORD).earliest

function timesOfValues(
  dataset: Dataset,
  of: CollectionName,
  { filter, values }: Condition,
  day: string | undefined,
): Rows {
  if (filter.name === 'activity') return dataset.rowsOfAny(timesOf(of), 'activity', values)
  return dataset.rowsOfAny(timesOf(of), 'region', placesAsked(dataset, of, { filter, values }, day))
}

/** The places that a condition on places stands for: those whose law binds there, or those below that a time names. */
function placesAsked(
  dataset: Dataset,
  of: CollectionName,
  { filter, values }: Pick<Condition, 'filter' | 'values'>,
  day: string | undefined,
): Set<string> {
  const isBinding = 'region' in filter.takes && filter.takes.binding
  if (isBinding) return new Set(values.flatMap(value => placesFor(dataset, value, day)))
  const named = new Set(dataset.values(timesOf(of), 'region'))
  return new Set(values.flatMap(value => placesBelow(dataset, value, day))).intersection(named)
}

/** Keeps the times that include a day with a certainty or a higher one. */
export function keepOnDay(
  dataset: Dataset,
  of: CollectionName,
  times: Rows,
  day: string,
  certainty: Certainty,
) {
  const on = dayNumber(day)
  const spans = new Set([certainty, 'possible']).values().map(one => dataset.days(timesOf(of), one))
  for (const { earliest, latest } of spans)
    keepRows(times, time => earliest[time]! <= on && on <= latest[time]!)
}

/** The rows of the records that have one of some times. */
export function recordsOf(dataset: Dataset, of: CollectionName, times: Rows): Rows {
  const records = recordsIn(dataset, of)
  const rows = TypedFastBitSet.fromWords(new Uint32Array(Math.ceil(dataset.count(of) / 32)))
  times.forEach(time => {
    rows.add(records[time]!)
  })
  return rows
}

/** A function that gives, by the row of a record with such times, its force on a day by its times that fulfil some conditions. */
export function forceWithin(
  dataset: Dataset,
  of: CollectionName,
  conditions: Condition[],
  day: string,
): (row: number) => Force {
  return forceAt(dataset, of, timesWith(dataset, of, conditions, day), day)
}

/** A function that gives, by the row of a record, its force on a day by those of its times that are wanted. */
export function forceAt(
  dataset: Dataset,
  of: CollectionName,
  wanted: Rows,
  day: string,
): (row: number) => Force {
  const on = certainties.map(certainty => {
    const times = wanted.clone()
    keepOnDay(dataset, of, times, day, certainty)
    return times
  })
  const possible = on.at(-1)!
  const confirmed = dataset.days(timesOf(of), 'confirmed').latest
  return row => {
    const own = timesOfRecord(dataset, of, row).filter(time => possible.has(time))
    const best = on.findIndex(times => own.some(time => times.has(time)))
    const last = Math.max(...own.map(time => confirmed[time]!))
    return { certainty: certainties[best]!, confirmed_on: dayAt(last) }
  }
}

/** The times of force of a record, in their order, by its row. */
export function timesOfRecord(dataset: Dataset, of: CollectionName, row: number): number[] {
  const records = recordsIn(dataset, of)
  const own: number[] = []
  for (let time = firstOf(records, row); records[time] === row; time++) own.push(time)
  return own
}

/** A stored day; null where there is none. */
export const dayAt = (number: number): string | null =>
  number === OPEN_START ? null : isoDay(number)

/** The first place of a value among rising values, or where it would be. */
function firstOf(values: Int32Array, value: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
