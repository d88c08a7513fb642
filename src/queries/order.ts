import { view } from '../model/collections.ts'
import type { Dataset } from '../store/dataset.ts'
import type { Rows } from '../store/rows.ts'
import { type Query, textOf } from './query.ts'
import type { Ranked } from './search-ranks.ts'
import type { Found } from './select.ts'

/** Rows in the order of a query: how many there are, and which stands at each place. */
export type Ordered = { total: number; at: (place: number) => number }

/** What gives rows by their places: a set, or a list that outlives it. */
type Places = Pick<Rows, 'at'> | Uint32Array

/**
 * Puts rows into the order that the query asks for. Row numbers follow the date or the id, undated ones last. The
 * places are looked up in `places`, for whoever needs them after the set of rows is freed.
 */
export function orderRows(
  dataset: Dataset,
  query: Query,
  rows: Rows,
  found: Found | undefined,
  places: Places = rows,
): Ordered {
  const sort = textOf(query.values, 'sort') as string
  if (found?.ranked) return byRelevance(rows, found.ranked, places)
  const total = rows.size
  const ascending: Ordered = { total, at: place => places.at(place) as number }
  return sort.startsWith('-')
    ? reversed(total, datedCount(dataset, query, rows), places)
    : ascending
}

/** Reversed but for the rows without a date, which stay last as they are. */
const reversed = (total: number, dated: number, places: Places): Ordered => ({
  total,
  at: place => places.at(place < dated ? dated - 1 - place : place) as number,
})

function datedCount(dataset: Dataset, query: Query, rows: Rows): number {
  const { of } = view(query.view)
  const undated = dataset.undated(of)
  return undated === 0 ? rows.size : rows.rank(dataset.span(of)[1] - undated - 1)
}

/** The newest matches by their rank, then the others, newest first. */
function byRelevance(rows: Rows, { from, ranking }: Ranked, places: Places): Ordered {
  const ranked = ranking.filter(row => rows.has(row))
  const others = from > 0 ? rows.rank(from - 1) : 0
  return {
    total: ranked.length + others,
    at: place => ranked[place] ?? (places.at(others - 1 - (place - ranked.length)) as number),
  }
}
