import { type CollectionName, recordPath, searchedCollections } from '../model/collections.ts'
import type { Dataset } from '../store/dataset.ts'
import type { Hit, Range } from '../store/search.ts'
import { cursorsOf, expectPlace } from './cursor.ts'
import { nearNames } from './near-names.ts'
import { listOf, type Query } from './query.ts'
import { newestOf } from './search-ranks.ts'
import { findRows } from './search-rows.ts'
import { readSearch, toMatch } from './search-text.ts'

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
  const cursors = cursorsOf(dataset, query)
  const start = cursors.read()
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
    next: hits.length > 0 && end < total ? cursors.write(end) : null,
    ...(near.length > 0 ? { note: NEAR } : {}),
  }
}

async function rankedHits(dataset: Dataset, { values }: Query, skip: number, limit: number) {
  const search = readSearch('q', values.q as string)
  const spans = listOf(values, 'in')
    .map(path => dataset.span(searchedCollections[path] as CollectionName))
    .sort(([a], [b]) => a - b)
  const whole: Range = [(spans[0] as Range)[0], (spans.at(-1) as Range)[1]]
  const rows = await findRows(dataset, search, whole)
  const { total, ranges } = newestOf(rows, spans)
  if (total === 0) return { total, hits: [] }
  const question = { match: toMatch(search), ranges, skip, limit }
  return { total, hits: await dataset.search.ask<Hit[]>({ ask: 'page', ...question }) }
}

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
