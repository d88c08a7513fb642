import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import { keepRows, type Rows } from '../../dataset/rows.ts'
import type { Action } from '../../model/action.ts'
import { dayNumber } from '../../model/dates.ts'
import { forceSpan } from '../../model/force.ts'
import { isOfTopic, topics } from '../../model/vocabulary.ts'
import { isCountry, placesBelow, placesFor } from '../list/places.ts'

/** The ways to govern exchanges that types of action show, the first that is found in a place counts: where there are licences, a ban is only a part. */
const shownBy = {
  licensing: ['licensing-regime'],
  ban: ['ban'],
  registration: ['registration-regime', 'aml-rule'],
}
const ways = Object.keys(shownBy) as (keyof typeof shownBy)[]

/** How a place governs exchanges: by acts in force there, in parts of it, or by acts or licences alone, of which nobody says that they are in force. */
export const regimes = [...ways, 'other', 'parts', 'unclear'] as const
export type Regime = (typeof regimes)[number]

/** How each country and territory governs exchanges on the day of the dataset; those of which nothing is on record are left out. */
export const exchangeRegimes = perDataset((dataset: Dataset): ReadonlyMap<string, Regime> => {
  const [inForce, known] = [actsInForce(dataset), acts(dataset)]
  known.intersection(dataset.rowsOfAny('actions', 'type', Object.values(shownBy).flat()))
  const found = new Map<string, Regime>()
  for (const { code } of dataset.regions.values().filter(isCountry)) {
    const binding = dataset.rowsOfAny('actions', 'applies_in', placesFor(dataset, code))
    const regime = regimeOf(dataset, code, binding, inForce)
    const isKnown = binding.intersection_size(known) > 0 || dataset.has('licences', 'region', code)
    if (regime ?? isKnown) found.set(code, regime ?? 'unclear')
  }
  return found
})

const TRADING = 'trading'
const exchanges = topics.find(({ code }) => code === 'exchanges')!

/** What public bodies did about exchanges, without plans. */
function acts(dataset: Dataset): Rows {
  const named = dataset.rowsOfAny('actions', 'activity', [...exchanges.activities, TRADING])
  const general = dataset.rowsOfAny('actions', 'type', exchanges.generalTypes)
  keepRows(general, row => {
    const { activities, type }: Action = JSON.parse(dataset.record('actions', row).json)
    return isOfTopic(exchanges, activities, [type])
  })
  named.union(general)
  named.intersection(dataset.rows('actions', 'kind', 'regulation'))
  named.difference(dataset.rows('actions', 'planned', 'true'))
  return named
}

/** Those that have or may have force. */
function actsInForce(dataset: Dataset): Rows {
  const rows = acts(dataset)
  const { earliest, latest } = dataset.days('actions', forceSpan('possible'))
  const on = dayNumber(dataset.meta.as_of)
  keepRows(rows, row => earliest[row]! <= on && on <= latest[row]!)
  return rows
}

function regimeOf(
  dataset: Dataset,
  code: string,
  binding: Rows,
  inForce: Rows,
): Regime | undefined {
  const own = binding.new_intersection(inForce)
  const way = ways.find(
    name => own.intersection_size(dataset.rowsOfAny('actions', 'type', shownBy[name])) > 0,
  )
  if (way) return way
  if (own.size() > 0) return 'other'
  const below = dataset.rowsOfAny('actions', 'applies_in', placesBelow(dataset, code))
  return below.intersection_size(inForce) > 0 ? 'parts' : undefined
}
