import type { Dataset } from '../../dataset/dataset.ts'
import type { Licence } from '../../model/licence.ts'
import { holdersOf, licencesFor, licencesOf } from '../list/licensed.ts'
import type { Query } from '../list/query.ts'
import { grantedIn } from './region-detail.ts'

/** The licences by which a query's firms are licensed in a place. */
export function licensedHere(dataset: Dataset, query: Query, code: string) {
  const licences = licencesFor(dataset, query, query.date_match)
  const own = licences.new_intersection(grantedIn(dataset, code))
  return {
    /** How many of the firms hold one that was granted in the place itself. */
    firmsOfOwn: holdersOf(dataset, own).size(),
    /** The licences of a firm, by its row. */
    licencesOf: (firm: number): Licence[] => {
      const held = licencesOf(dataset, firm).filter(licence => licences.has(licence))
      return dataset.jsons('licences', held).map(json => JSON.parse(json))
    },
  }
}
