import type { Dataset } from '../../dataset/dataset.ts'
import type { Licence } from '../../model/licence.ts'
import { views } from '../../model/views.ts'
import { type Holding, holdingsOn } from '../record/licence-places.ts'
import { licencesAt, licencesOf } from './licensed.ts'
import { placesBelow, placesFor } from './places.ts'
import { askedFor, type Condition, type Query } from './query.ts'
import { filterRows } from './select.ts'
import { type Force, forceAt, timesWith } from './times.ts'

/** A licence by which a firm may do business in a place on a day. */
export type Held = { licence: Licence; force: Force; holding: Holding }

/** Whether a firm is licensed in a place on a day, and by which licences. */
export type LicenceAnswer = { actor: string; region: string; day: string; held: Held[] }

/** The filters that the answer reads by its own rules: a licence from above, such as of a whole country, binds, too. */
const OF_PLACE = ['region', 'region_role', 'activity']

/** The answer to a query for the licences of one firm in one place; undefined for other queries. */
export function answerOf(dataset: Dataset, query: Query): LicenceAnswer | undefined {
  const [actors, regions] = [askedFor(query, 'actor'), askedFor(query, 'region')]
  if (actors?.length !== 1 || regions?.length !== 1) return undefined
  const [[actor], [region]] = [actors, regions] as [[string], [string]]
  const day = query.in_force_on ?? dataset.meta.as_of
  return { actor, region, day, held: heldIn(dataset, query, { actor, region, day }) }
}

function heldIn(
  dataset: Dataset,
  query: Query,
  { actor, region, day }: Omit<LicenceAnswer, 'held'>,
): Held[] {
  const activity = query.conditions.filter(({ parameter }) => parameter === 'activity')
  const times = timesWith(dataset, 'licences', [...activity, here(query, region)], day)
  times.union(timesWith(dataset, 'licences', [...activity, binding(region)], day))
  const forceOf = forceAt(dataset, 'licences', times.clone(), day)
  const rows = licencesAt(dataset, times, day, 'possible')
  const conditions = query.conditions.filter(({ parameter }) => !OF_PLACE.includes(parameter))
  rows.intersection(filterRows(dataset, { ...query, conditions }))
  const places = new Set([...placesBelow(dataset, region, day), ...placesFor(dataset, region, day)])
  return licencesOf(dataset, dataset.find('actors', actor)!.row)
    .filter(row => rows.has(row))
    .map(row => {
      const licence: Licence = JSON.parse(dataset.record('licences', row).json)
      return { licence, force: forceOf(row), holding: holdingsOn(licence, day, places)[0]! }
    })
}

/** The condition of the query on its place: there or below. */
const here = ({ conditions }: Query, region: string): Condition => ({
  ...conditions.find(({ parameter }) => parameter === 'region')!,
  values: [region],
})

const licensedIn = views.actors.filters.find(({ name }) => name === 'licensed_in')!

/** The condition that the law of the place, or one from above, allows it. */
const binding = (region: string): Condition => ({
  ...{ filter: licensedIn, parameter: licensedIn.name, isNot: false, values: [region] },
})
