import type { Dataset } from '../../dataset/dataset.ts'
import { type Rows, sliceRows } from '../../dataset/rows.ts'
import { expectPlace, readCursor, writeCursor } from './cursor.ts'
import { countForce } from './dates.ts'
import type { Query } from './query.ts'
import { selectDated, selectUndated, type Undated } from './select.ts'

/** The rows of a query in its order: how many there are, and the ones from a place on. */
type Ordered = { total: number; slice: (skip: number, limit: number) => number[] }

/** Runs a query for one page; the page is a promise if the query has a search. */
export function runPage(dataset: Dataset, query: Query): Page | Promise<Page> {
  const start = readCursor(dataset, query)
  const undated = selectUndated(dataset, query)
  return undated instanceof Promise
    ? undated.then(found => pageOf(dataset, query, start, found))
    : pageOf(dataset, query, start, undated)
}

/** A page of a list: its rows, how many there are in all, the cursor of the next page, and the force of the actions. */
export type Page = ReturnType<typeof pageOf>

function pageOf(dataset: Dataset, query: Query, start: number, undated: Undated) {
  const { total, slice } = orderRows(dataset, query, undated)
  expectPlace(start, total)
  const rows = slice(start, query.limit)
  const end = start + rows.length
  const next = end < total ? writeCursor(dataset, query, end) : null
  return { rows, total, next, force: countForce(dataset, query, undated.rows) }
}

/** All rows of a query, in its order. */
export async function runWhole(dataset: Dataset, query: Query): Promise<number[]> {
  const { total, slice } = orderRows(dataset, query, await selectUndated(dataset, query))
  return slice(0, total)
}

/** Row numbers follow the date or the id, undated records last. */
function orderRows(dataset: Dataset, query: Query, found: Undated): Ordered {
  const { sort, view } = query
  const rows = selectDated(dataset, query, found)
  if (sort === 'relevance' && found.matches) {
    const ranked = [...found.matches.filter(row => rows.has(row))]
    return { total: ranked.length, slice: (skip, limit) => ranked.slice(skip, skip + limit) }
  }
  const total = rows.size()
  if (!sort.startsWith('-')) return { total, slice: (skip, limit) => sliceRows(rows, skip, limit) }
  const { count, undated } = dataset.meta.ranges[view.of]
  if (undated === 0) return backwards(rows, total, total)
  const dated = rows.clone()
  dated.removeRange(count - undated, count)
  return backwards(rows, total, dated.size())
}

/** Backwards but for the undated rows, which stay last in their order. */
const backwards = (rows: Rows, total: number, dated: number): Ordered => ({
  total,
  slice(skip, limit) {
    const end = Math.max(dated - skip, 0)
    const start = Math.max(end - limit, 0)
    const page = sliceRows(rows, start, end - start).reverse()
    const after = Math.max(skip, dated)
    return page.length < limit ? [...page, ...sliceRows(rows, after, limit - page.length)] : page
  },
})
