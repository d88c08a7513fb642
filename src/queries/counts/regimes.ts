import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import type { Rows } from '../../dataset/rows.ts'
import { keepRows } from '../../dataset/rows.ts'
import { dayNumber } from '../../model/dates.ts'
import { forceSpan } from '../../model/force.ts'
import { placesFor } from '../list/places.ts'

/** What is in force for exchanges, the strictest first: the types of action that show it; none for whatever else there is. */
export const regimes = {
  ban: ['ban'],
  licensing: ['licensing-regime'],
  registration: ['registration-regime', 'aml-rule'],
  other: [],
} satisfies Record<string, string[]>
export type Regime = keyof typeof regimes

const MAKING_LAW = ['country', 'territory']

/** The strictest regime for exchanges that has or may have force in each country and territory on the day of the dataset; none where no document shows one. */
export const exchangeRegimes = perDataset((dataset: Dataset): ReadonlyMap<string, Regime> => {
  const inForce = rowsInForce(dataset)
  const found = new Map<string, Regime>()
  for (const { code, kind } of dataset.regions.values()) {
    const regime = MAKING_LAW.includes(kind) && regimeIn(dataset, code, inForce)
    if (regime) found.set(code, regime)
  }
  return found
})

/** The acts on exchanges that have or may have force, without those that are only planned. */
function rowsInForce(dataset: Dataset): Rows {
  const rows = dataset.rowsOfAny('actions', 'activity', ['exchange-service', 'trading'])
  rows.intersection(dataset.rows('actions', 'kind', 'regulation'))
  rows.difference(dataset.rows('actions', 'planned', 'true'))
  const { earliest, latest } = dataset.days('actions', forceSpan('possible'))
  const on = dayNumber(dataset.meta.as_of)
  keepRows(rows, row => earliest[row]! <= on && on <= latest[row]!)
  return rows
}

function regimeIn(dataset: Dataset, code: string, inForce: Rows): Regime | undefined {
  const own = dataset.rowsOfAny('actions', 'applies_in', placesFor(dataset, code))
  own.intersection(inForce)
  const names = Object.keys(regimes) as Regime[]
  const isOfType = (name: Regime) =>
    own.intersection_size(dataset.rowsOfAny('actions', 'type', regimes[name])) > 0
  return names.find(isOfType) ?? (own.size() > 0 ? 'other' : undefined)
}
