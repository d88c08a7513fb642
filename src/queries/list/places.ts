import type { Dataset } from '../../dataset/dataset.ts'
import { subdivisionOf } from '../../model/iso-regions.ts'
import { bindingIn } from '../../model/places.ts'

/** The regions whose law binds in a region on a day, by default on that of the dataset. */
export function placesFor({ regions, meta }: Dataset, code: string, day = meta.as_of): string[] {
  // A subdivision is served only if a record names it.
  const find = (code: string) => regions.get(code) ?? subdivisionOf(code)
  return bindingIn(find, code, { earliest: day, latest: day })
}
