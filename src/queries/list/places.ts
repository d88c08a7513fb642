import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import { bounds, dayNumber } from '../../model/dates.ts'
import { subdivisionOf } from '../../model/iso-regions.ts'
import { bindingIn } from '../../model/places.ts'
import type { Region } from '../../model/region.ts'

const COUNTRIES = ['country', 'territory']

/** Whether a region is a country, or a territory with laws of its own. */
export const isCountry = ({ kind }: Pick<Region, 'kind'>): boolean => COUNTRIES.includes(kind)

/** The regions whose law binds in a region on a day, by default on that of the dataset. */
export function placesFor({ regions, meta }: Dataset, code: string, day = meta.as_of): string[] {
  // A subdivision is served only if a record names it.
  const find = (code: string) => regions.get(code) ?? subdivisionOf(code)
  return bindingIn(find, code, { earliest: day, latest: day })
}

/** The regions just below each region, with the first and last day of a membership. */
const childrenOf = perDataset(({ regions }) => {
  const pairs = [...regions.values()].flatMap(({ code, parents }) =>
    parents.map(({ code: parent, from = null, until = null }) => {
      const [first, last] = bounds({ earliest: from, latest: until })
      return { parent, code, first, last }
    }),
  )
  return Map.groupBy(pairs, ({ parent }) => parent)
})

/** A region and all below it on a day, by default on that of the dataset. */
export function placesBelow(dataset: Dataset, code: string, day = dataset.meta.as_of): string[] {
  const [children, on] = [childrenOf(dataset), dayNumber(day)]
  const found = new Set([code])
  // The loop also visits the places that it adds.
  for (const one of found)
    for (const { code, first, last } of children.get(one) ?? [])
      if (first <= on && on <= last) found.add(code)
  return [...found]
}
