import type { Dataset } from '../../dataset/dataset.ts'
import type { Licence } from '../../model/licence.ts'
import { holdingsOn } from '../record/licence-places.ts'
import { licencesAt, licencesOf } from './licensed.ts'
import { timesWith } from './times.ts'

/** The licences that an actor presumably holds on a day, by its row, and the places where these hold. */
export function heldBy(dataset: Dataset, actor: number, day: string) {
  const rows = licencesAt(dataset, timesWith(dataset, 'licences', [], day), day, 'presumed')
  const own = licencesOf(dataset, actor).filter(row => rows.has(row))
  const licences = dataset.jsons('licences', own).map((json): Licence => JSON.parse(json))
  const places = licences.flatMap(licence =>
    holdingsOn(licence, day).flatMap(({ places }) => places),
  )
  return { licences, places: [...new Set(places)].sort() }
}
