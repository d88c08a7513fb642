import type { Dataset } from '../../dataset/dataset.ts'
import type { Hit } from '../../dataset/search.ts'
import type { Actor } from '../../model/actor.ts'
import { type CollectionName, collectionNames, idOf, recordPath } from '../../model/collections.ts'
import { encodePath } from '../../model/paths.ts'
import { expectPlace, readCursor, writeCursor } from '../list/cursor.ts'
import type { Paged } from '../list/query.ts'
import { actorNames, similarNames } from './similar.ts'
import { type Search, toMatch } from './text.ts'

/** A search: its terms, the collections to look in, and the page of the hits. */
type SearchQuery = Paged & {
  q: string
  search: Search
  collections: CollectionName[]
  limit: number
}

const SIMILAR = 'No record has these words; these actors have a similar name.'

/** A page of ranked hits; if there are none at all, the actors with a similar name. */
export async function searchPage(dataset: Dataset, query: SearchQuery) {
  const { search, collections, limit } = query
  const skip = readCursor(dataset, query)
  const found = await findHits(dataset, { search, collections, skip, limit })
  const similar = found.total === 0 ? await similarActors(dataset, query) : []
  const total = found.total + similar.length
  expectPlace(skip, total)
  const hits = [...found.hits, ...similar.slice(skip, skip + limit)]
  const end = skip + hits.length
  return {
    hits,
    total,
    next: end < total ? writeCursor(dataset, query, end) : null,
    ...(similar.length > 0 && { note: SIMILAR }),
  }
}

type Wanted = Pick<SearchQuery, 'search' | 'collections' | 'limit'> & { skip: number }

/** Ranked hits in some collections, and how many there are in all. */
export async function findHits(dataset: Dataset, { search, collections, skip, limit }: Wanted) {
  const ranges = collections.map(name => dataset.range(name))
  const found = await dataset.search.page({ match: toMatch(search), ranges, skip, limit })
  return { total: found.total, hits: found.hits.map(hit => toHit(dataset, hit)) }
}

export type SearchHit = Awaited<ReturnType<typeof findHits>>['hits'][number]

const rounded = (score: number) => Math.round(score * 10_000) / 10_000

function toHit(dataset: Dataset, { row, score, highlights, names }: Hit) {
  const name = collectionNames.findLast(name => dataset.range(name)[0] <= row)!
  const { id, title, json } = dataset.record(name, row - dataset.range(name)[0])
  return {
    record: encodePath(recordPath(name, id)),
    title,
    highlights,
    matched_name: name === 'actors' ? nameAt(json, names[0]!) : undefined,
    score: rounded(score),
  }
}

/** The name of an actor at a place among its names. */
function nameAt(json: string, place: number): string {
  const { names }: Actor = JSON.parse(json)
  return names[place]!.name
}

const MOST_SIMILAR = 5

/** The actors with a name similar to the text. */
async function similarActors(dataset: Dataset, { q, collections }: SearchQuery) {
  if (!collections.includes('actors')) return []
  const similar = await similarNames(actorNames(dataset), q, MOST_SIMILAR)
  return similar.map(({ path, name, score }) => ({
    record: path,
    title: dataset.find('actors', idOf(path))!.title,
    highlights: [],
    matched_name: name,
    score: rounded(score),
  }))
}
