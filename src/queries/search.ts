import { type CollectionName, recordPath, searchedCollections } from '../model/collections.ts'
import type { Dataset } from '../store/dataset.ts'
import type { Hit, HitPage } from '../store/search.ts'
import { expectPlace, fromCursor, toCursor } from './cursor.ts'
import { nearNames } from './near-names.ts'
import { listOf, type Query } from './query.ts'
import { toMatch } from './search-text.ts'

export type SearchHit = {
  record: string
  title: string
  highlights: string[]
  matched_name?: string
  score: number
}

export type SearchPage = { hits: SearchHit[]; total: number; next: string | null; note?: string }

const NEAR = 'Nothing has these words; these actors have a name that is near.'

/** A page of ranked hits over the collections that the query names; where there are none, of the actors with a name that is near. */
export async function searchPage(dataset: Dataset, query: Query): Promise<SearchPage> {
  const start = fromCursor(dataset, query, query.values.cursor as string | undefined)
  const limit = query.values.limit as number
  const ranked = await rankedHits(dataset, query, start, limit)
  const near = ranked.total === 0 ? nearHits(dataset, query) : []
  const total = ranked.total + near.length
  expectPlace(start, total)
  const hits = [...ranked.hits, ...near.slice(start, start + limit)]
  const end = start + hits.length
  return {
    hits: hits.map(hit => toHit(dataset, hit)),
    total,
    next: hits.length > 0 && end < total ? toCursor(dataset, query, end) : null,
    ...(near.length > 0 ? { note: NEAR } : {}),
  }
}

const rankedHits = (dataset: Dataset, query: Query, skip: number, limit: number) =>
  dataset.search.ask<HitPage>({
    ask: 'page',
    match: toMatch('q', query.values.q as string),
    within: listOf(query.values, 'in').map(path =>
      dataset.span(searchedCollections[path] as CollectionName),
    ),
    skip,
    limit,
  })

function nearHits(dataset: Dataset, { values }: Query): Hit[] {
  if (!listOf(values, 'in').includes('actors')) return []
  return nearNames(dataset, values.q as string).map(({ id, name, score }) => ({
    row: dataset.row('actors', id) as number,
    score,
    highlights: [],
    names: [name],
  }))
}

function toHit(dataset: Dataset, { row, score, highlights, names }: Hit): SearchHit {
  const { collection: name, id, title } = dataset.record(row)
  const matched = name === 'actors' && names[0] !== undefined ? { matched_name: names[0] } : {}
  return {
    record: recordPath(name, encodeURIComponent(id)),
    title,
    highlights,
    ...matched,
    score: Math.round(score * 10_000) / 10_000,
  }
}
