import { type CollectionName, collection, views } from '../model/collections.ts'
import type { Dataset } from '../store/dataset.ts'
import type { Hit, HitPage } from '../store/search.ts'
import { expectPlace, fromCursor, toCursor } from './cursor.ts'
import { listOf, type Query } from './query.ts'
import { toMatch } from './search-text.ts'

export type SearchHit = {
  record: string
  title: string
  highlights: string[]
  matched_name?: string
  score: number
}

/** The collections that can be searched, by the name of their path. */
export const searchable: Record<string, CollectionName> = Object.fromEntries(
  Object.entries(views).flatMap(([name, view]) => ('where' in view ? [] : [[name, view.of]])),
)

const pathOf = Object.fromEntries(Object.entries(searchable).map(([path, name]) => [name, path]))

/** A page of ranked hits over the collections that the query names. */
export async function searchPage(
  dataset: Dataset,
  query: Query,
): Promise<{ hits: SearchHit[]; total: number; next: string | null }> {
  const start = fromCursor(dataset, query, query.values.cursor as string | undefined)
  const limit = query.values.limit as number
  const { total, hits } = await dataset.search.ask<HitPage>({
    ask: 'page',
    match: toMatch('q', query.values.q as string),
    within: listOf(query.values, 'in').map(path =>
      rangeOf(dataset, searchable[path] as CollectionName),
    ),
    skip: start,
    limit,
  })
  expectPlace(start, total)
  const end = start + hits.length
  return {
    hits: hits.map(hit => toHit(dataset, hit)),
    total,
    next: hits.length > 0 && end < total ? toCursor(dataset, query, end) : null,
  }
}

function rangeOf(dataset: Dataset, name: CollectionName): [number, number] {
  const [first, count] = dataset.ranges[name]
  return [first, first + count]
}

function toHit(dataset: Dataset, { row, score, highlights, names }: Hit): SearchHit {
  const { collection: name, id, json } = dataset.record(row)
  const { title } = collection(name).text(JSON.parse(json) as never)
  const matched = name === 'actors' && names[0] !== undefined ? { matched_name: names[0] } : {}
  return {
    record: `${pathOf[name]}/${encodeURIComponent(id)}`,
    title,
    highlights,
    ...matched,
    score: Math.round(score * 10_000) / 10_000,
  }
}
