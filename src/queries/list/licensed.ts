import { TypedFastBitSet } from 'typedfastbitset'
import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import { keepRows, type Rows } from '../../dataset/rows.ts'
import { dayNumber } from '../../model/dates.ts'
import { certainties } from '../../model/force.ts'
import { APPROVAL } from '../../model/register.ts'
import type { Condition, DateMatch, Query } from './query.ts'
import { type Force, forceWithin, keepOnDay, recordsOf, timesWith } from './times.ts'

/** The conditions of a query for actors that ask about their licences; none for other queries. */
export const conditionsOnLicences = ({ conditions }: Pick<Query, 'conditions'>): Condition[] =>
  conditions.filter(({ filter }) => filter.about === 'licences')

/** Whether a query is for the firms that are licensed in a place. */
export const asksForFirms = (query: Pick<Query, 'conditions'>): boolean =>
  conditionsOnLicences(query).length > 0

/** The licences by which a query's actors are licensed, as surely as `match` asks for. */
export function licencesFor(
  dataset: Dataset,
  query: Query,
  match: DateMatch,
  keepTimes?: (times: Rows) => void,
): Rows {
  const day = query.in_force_on!
  const times = timesWith(dataset, 'licences', conditionsOnLicences(query), day)
  keepTimes?.(times)
  return licencesAt(dataset, times, day, match)
}

/** The licences that hold on a day by one of some times of force, which it narrows; no approvals in principle. */
export function licencesAt(dataset: Dataset, times: Rows, day: string, match: DateMatch): Rows {
  keepOnDay(dataset, 'licences', times, day, match)
  const licences = recordsOf(dataset, 'licences', times)
  licences.difference(dataset.rows('licences', 'kind', APPROVAL))
  keepUnsuspended(dataset, licences, day, match)
  return licences
}

/** Keeps the licences that may not be suspended on a day; those that surely are not, if the match is to be surer than possible. */
function keepUnsuspended(dataset: Dataset, licences: Rows, day: string, match: DateMatch) {
  const { earliest, latest } = dataset.days('licences', 'suspension')
  const [starts, on] = [match === 'possible' ? latest : earliest, dayNumber(day)]
  keepRows(licences, licence => on < starts[licence]!)
}

/** The actors that hold one of some licences. */
export function holdersOf(dataset: Dataset, licences: Rows): Rows {
  const holders = dataset.holders()
  const actors = new TypedFastBitSet()
  licences.forEach(licence => {
    actors.add(holders[licence]!)
  })
  return actors
}

/** The licences of each actor, by rows. */
const licencesByHolder = perDataset(dataset =>
  Map.groupBy(dataset.holders().keys(), licence => dataset.holders()[licence]!),
)

/** The licences of an actor, by its row. */
export const licencesOf = (dataset: Dataset, actor: number): number[] =>
  licencesByHolder(dataset).get(actor) ?? []

/** A function that gives the best force of the licences of an actor that a query selects, by the row of the actor. */
export function forceOfFirms(dataset: Dataset, query: Query): (row: number) => Force {
  const found = certainties.map(match => licencesFor(dataset, query, match))
  const conditions = conditionsOnLicences(query)
  const forceOf = forceWithin(dataset, 'licences', conditions, query.in_force_on!)
  return row => {
    const own = licencesOf(dataset, row).filter(licence => found.at(-1)!.has(licence))
    const best = found.findIndex(licences => own.some(licence => licences.has(licence)))
    const days = own.flatMap(licence => forceOf(licence).confirmed_on ?? []).sort()
    return { certainty: certainties[best]!, confirmed_on: days.at(-1) ?? null }
  }
}
