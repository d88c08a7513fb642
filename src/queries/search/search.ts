import type { Dataset } from '../../dataset/dataset.ts'
import type { Hit } from '../../dataset/search.ts'
import type { Actor } from '../../model/actor.ts'
import { mapInBatches } from '../../model/batches.ts'
import { type CollectionName, collectionNames, recordPath } from '../../model/collections.ts'
import { prepareName, similarity } from '../../model/names.ts'
import { encodePath } from '../../model/paths.ts'
import { expectPlace, readCursor, writeCursor } from '../list/cursor.ts'
import type { Paged } from '../list/query.ts'
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
  const ranges = collections.map(name => dataset.range(name))
  const found = await dataset.search.page({ match: toMatch(search), ranges, skip, limit })
  const similar = found.total === 0 ? await similarActors(dataset, query) : []
  const total = found.total + similar.length
  expectPlace(skip, total)
  const hits = [...found.hits.map(hit => toHit(dataset, hit)), ...similar.slice(skip, skip + limit)]
  const end = skip + hits.length
  return {
    hits,
    total,
    next: end < total ? writeCursor(dataset, query, end) : null,
    ...(similar.length > 0 && { note: SIMILAR }),
  }
}

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

const SHORTEST = 4
const LEAST = 0.6
const MOST_SIMILAR = 5
const NAMES_AT_ONCE = 250
const plain = /^[\p{L}\p{N}\p{M}\s.'&]+$/u

/** The actors with a name similar to the text, the most similar first; none for a text that asks for more than a name. */
async function similarActors(dataset: Dataset, { q, collections }: SearchQuery) {
  if (!collections.includes('actors') || !plain.test(q) || q.length < SHORTEST) return []
  const wanted = prepareName(q)
  const scored = await mapInBatches(dataset.names, NAMES_AT_ONCE, ({ id, name }) => {
    return { id, name, score: similarity(wanted, prepareName(name)) }
  })
  const similar = scored.filter(({ score }) => score >= LEAST).sort((a, b) => b.score - a.score)
  return [...Map.groupBy(similar, ({ id }) => id)].slice(0, MOST_SIMILAR).map(([id, [best]]) => ({
    record: recordPath('actors', id),
    title: dataset.find('actors', id)!.title,
    highlights: [],
    matched_name: best!.name,
    score: rounded(best!.score),
  }))
}
