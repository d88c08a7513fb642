import type { Dataset } from '../store/dataset.ts'
import { freeingRows } from '../store/rows.ts'
import { expectPlace, fromCursor, toCursor } from './cursor.ts'
import { shapeRecord } from './expand.ts'
import { orderRows } from './order.ts'
import { listOf, type Query } from './query.ts'
import type { Quotes } from './quotes.ts'
import { refuseUnknown } from './resolve.ts'
import { type Found, findText, selectRows } from './select.ts'

/** A page of a list: its records as JSON, how many there are in all, and the cursor of the next page. */
export type Page = { records: string[]; total: number; next: string | null }

/** Runs a query for one page. */
export async function listPage(dataset: Dataset, query: Query, quotes: Quotes): Promise<Page> {
  refuseUnknown(dataset, query)
  const start = fromCursor(dataset, query, query.values.cursor as string | undefined)
  const found = await findText(dataset, query)
  return freeingRows(() => pageFrom(dataset, query, quotes, start, found))
}

function pageFrom(
  dataset: Dataset,
  query: Query,
  quotes: Quotes,
  start: number,
  found: Found | undefined,
): Page {
  const rows = selectRows(dataset, query, found)
  const { total, at } = orderRows(dataset, query, rows, found)
  expectPlace(start, total)
  const end = Math.min(total, start + (query.values.limit as number))
  const shape = { fields: listOf(query.values, 'fields'), include: listOf(query.values, 'include') }
  const records: string[] = []
  for (let place = start; place < end; place++)
    records.push(shapeRecord(dataset, at(place), shape, quotes))
  return { records, total, next: end < total ? toCursor(dataset, query, end) : null }
}
