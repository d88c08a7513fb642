import type { Dataset } from '../../dataset/dataset.ts'
import type { CollectionName } from '../../model/collections.ts'
import { searchedViews } from '../../model/views.ts'
import { findHits, type SearchHit } from './search.ts'
import type { Search } from './text.ts'

/** The best hits of a collection, and how many there are in all. */
export type HitGroup = { of: CollectionName; total: number; hits: SearchHit[] }

/** Collections that many hits repeat: they stand behind the others. */
const LAST: CollectionName[] = ['documents', 'claims']

/** The best hits of each collection that has any, the collection with the best of all first. */
export async function searchGroups(
  dataset: Dataset,
  search: Search,
  limit: number,
): Promise<HitGroup[]> {
  const groups: HitGroup[] = []
  for (const { of } of searchedViews) {
    const found = await findHits(dataset, { search, collections: [of], skip: 0, limit })
    if (found.total > 0) groups.push({ of, ...found })
  }
  const best = ({ hits }: HitGroup) => hits[0]!.score
  return groups.sort((a, b) => LAST.indexOf(a.of) - LAST.indexOf(b.of) || best(b) - best(a))
}
