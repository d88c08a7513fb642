import type { Dataset } from '../../dataset/dataset.ts'
import { type Rows, sliceRows } from '../../dataset/rows.ts'
import { inBatches, mapInBatches, yieldToOthers } from '../../model/batches.ts'
import { recordPath } from '../../model/collections.ts'
import { claimsOn, type Quotes } from '../record/claims.ts'
import { countForce, countUnstatedLicences } from './count-force.ts'
import { expectPlace, readCursor, writeCursor } from './cursor.ts'
import { orderBy } from './dates.ts'
import type { Query } from './query.ts'
import { selectDated, selectUndated, type Undated } from './select.ts'
import { rowWriter, shapeOf } from './shape.ts'

/** Runs a query for one page: its rows, how many there are in all, the cursor of the next page, and what it counts beside. */
export async function runPage(dataset: Dataset, query: Query) {
  const start = readCursor(dataset, query)
  const undated = await selectUndated(dataset, query)
  const { total, slice } = orderRows(dataset, query, undated)
  expectPlace(start, total)
  const rows = slice(start, query.limit)
  const end = start + rows.length
  const next = end < total ? writeCursor(dataset, query, end) : null
  const in_force = countForce(dataset, query, undated)
  const activity_not_stated = countUnstatedLicences(dataset, query, undated)
  return { rows, total, next, in_force, activity_not_stated }
}

/** All of a list: how many items there are, and the items in batches. */
export type Whole<T> = { total: number; batches: () => IteratorObject<T[]> }

/** A query of a dataset, and the words that claims quote. */
type Asked = { dataset: Dataset; query: Query; quotes: Quotes }

/** The records that a query selects, in its order, as JSON; `size`: how many a batch has, if not as many as take about a millisecond. */
export async function wholeList({ dataset, query, quotes }: Asked, size?: number) {
  const { total, rows } = await allRows(dataset, query)
  const source = { dataset, of: query.view.of, quotes }
  const writer = rowWriter(source, shapeOf(dataset, query))
  return { total, batches: () => inBatches(rows(), size ?? writer.size).map(writer.toJsons) }
}

const RECORDS_AT_ONCE = 250
const CLAIMED_AT_ONCE = 10

/** The claims on the records that a query selects, in its order, with the titles of the records. */
export async function wholeClaims({ dataset, query, quotes }: Asked) {
  const { of } = query.view
  const { rows } = await allRows(dataset, query)
  const counts = await mapInBatches(rows(), RECORDS_AT_ONCE, row => {
    const path = recordPath(of, dataset.record(of, row).id)
    return dataset.list('claims', 'record', path).length
  })
  const total = counts.reduce((sum, count) => sum + count, 0)
  const claims = (row: number) => {
    const { id, title } = dataset.record(of, row)
    return claimsOn(dataset, recordPath(of, id), quotes).map(claim => ({ title, claim }))
  }
  return {
    total,
    batches: () => inBatches(rows(), CLAIMED_AT_ONCE).map(rows => rows.flatMap(claims)),
  }
}

/** All rows that a query selects, in its order. */
export async function wholeRows(dataset: Dataset, query: Query): Promise<number[]> {
  const { total, slice } = orderRows(dataset, query, await selectUndated(dataset, query))
  return slice(0, total)
}

const LISTED_AT_ONCE = 1_000

/** All rows of a query in its order, listed in parts: a client that does not read holds the set and one part. */
export async function allRows(dataset: Dataset, query: Query) {
  const { total, slice } = orderRows(dataset, query, await selectUndated(dataset, query))
  await yieldToOthers()
  function* rows() {
    for (let at = 0; at < total; at += LISTED_AT_ONCE) yield* slice(at, LISTED_AT_ONCE)
  }
  return { total, rows }
}

/** The rows of a query in its order: how many there are, and the ones from a place on. */
type Ordered = { total: number; slice: (skip: number, limit: number) => number[] }

/** Row numbers follow the date or the id, undated records last. */
function orderRows(dataset: Dataset, query: Query, found: Undated): Ordered {
  const { sort, view } = query
  const rows = selectDated(dataset, query, found)
  if (sort === 'relevance' && found.matches) {
    const ranked = [...found.matches.filter(row => rows.has(row))]
    return { total: ranked.length, slice: (skip, limit) => ranked.slice(skip, skip + limit) }
  }
  const total = rows.size()
  const span = sort === '-added' ? 'added' : query.date_field
  if (span !== 'date') {
    const order = orderBy(dataset)(view.of, span, sort.startsWith('-'))
    return { total, slice: (skip, limit) => sliceOrdered(rows, order, skip, limit) }
  }
  if (!sort.startsWith('-')) return { total, slice: (skip, limit) => sliceRows(rows, skip, limit) }
  const { count, undated } = dataset.meta.ranges[view.of]
  const dated = rows.clone()
  dated.removeRange(count - undated, count)
  return { total, slice: backwards(rows, dated.size()) }
}

/** The rows of a set in an order that is not theirs. */
const sliceOrdered = (rows: Rows, order: Uint32Array, skip: number, limit: number) =>
  order
    .values()
    .filter(row => rows.has(row))
    .drop(skip)
    .take(limit)
    .toArray()

/** Backwards but for the undated rows, which stay last in their order. */
const backwards =
  (rows: Rows, dated: number): Ordered['slice'] =>
  (skip, limit) => {
    const end = Math.max(dated - skip, 0)
    const start = Math.max(end - limit, 0)
    const page = sliceRows(rows, start, end - start).reverse()
    return [...page, ...sliceRows(rows, Math.max(skip, dated), limit - page.length)]
  }
