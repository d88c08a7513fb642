import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import type { Region } from '../../model/region.ts'
import { countIn } from './counts.ts'

/** How many events other than those of licensing each place has with all below it, by its code. */
export const eventsByPlace = perDataset((dataset: Dataset): ReadonlyMap<string, number> => {
  const others = dataset.all('actions')
  others.difference(dataset.rows('actions', 'kind', 'licensing'))
  const count = (code: string) => countIn(dataset.storedRows('actions', 'region', code), others)
  return new Map([...dataset.regions.keys()].map(code => [code, count(code)]))
})

/** Whether a place has an event of its own or below, or a licence that is valid there. */
export const isOnRecord = (dataset: Dataset, { code, licences }: Region): boolean =>
  eventsByPlace(dataset).get(code)! > 0 || licences.valid_here > 0
