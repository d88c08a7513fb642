import { view } from '../model/collections.ts'
import type { Dataset } from '../store/dataset.ts'
import type { Rows } from '../store/rows.ts'
import { type Query, textOf } from './query.ts'
import type { Ranked } from './search-ranks.ts'
import type { Found } from './select.ts'

/** Rows in the order of a query: how many there are, and which stand from one place to before another. */
export type Ordered = { total: number; rows: (start: number, end: number) => number[] }

/** What gives ascending rows by their places. */
type Slice = (start: number, end: number) => Uint32Array

/**
 * Puts rows into the order that the query asks for. Row numbers follow the date or the id, undated ones last. They are
 * looked up in `list`, for whoever needs them after the set of rows is freed.
 */
export function orderRows(
  dataset: Dataset,
  query: Query,
  rows: Rows,
  found: Found | undefined,
  list?: Uint32Array,
): Ordered {
  const slice: Slice = (start, end) =>
    list ? list.subarray(start, end) : rows.sliceUint32Array(start, end)
  if (found?.ranked) return byRelevance(rows, found.ranked, slice)
  const total = rows.size
  return textOf(query.values, 'sort')?.startsWith('-')
    ? reversed(total, datedCount(dataset, query, rows), slice)
    : { total, rows: (start, end) => [...slice(start, end)] }
}

/** Rows from one place to before another, counted from the end of the first `count`. */
const backwards = (slice: Slice, count: number, start: number, end: number): number[] =>
  end > start ? [...slice(count - end, count - start)].reverse() : []

/** Reversed but for the rows without a date, which stay last as they are. */
const reversed = (total: number, dated: number, slice: Slice): Ordered => ({
  total,
  rows: (start, end) => [
    ...backwards(slice, dated, start, Math.min(end, dated)),
    ...slice(Math.max(start, dated), Math.max(end, dated)),
  ],
})

function datedCount(dataset: Dataset, query: Query, rows: Rows): number {
  const { of } = view(query.view)
  const undated = dataset.undated(of)
  return undated === 0 ? rows.size : rows.rank(dataset.span(of)[1] - undated - 1)
}

/** The newest matches by their rank, then the others, newest first. */
function byRelevance(rows: Rows, { from, ranking }: Ranked, slice: Slice): Ordered {
  const ranked = ranking.filter(row => rows.has(row))
  const others = from > 0 ? rows.rank(from - 1) : 0
  const behind = (place: number) => Math.max(place - ranked.length, 0)
  return {
    total: ranked.length + others,
    rows: (start, end) => [
      ...ranked.slice(start, end),
      ...backwards(slice, others, behind(start), behind(end)),
    ],
  }
}
