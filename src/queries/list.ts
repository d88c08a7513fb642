import type { Dataset } from '../store/dataset.ts'
import { freeingRows } from '../store/rows.ts'
import { expectPlace, fromCursor, toCursor } from './cursor.ts'
import { shapeRecord } from './expand.ts'
import { countForce, type ForceCounts } from './force-counts.ts'
import { forceOn } from './in-force.ts'
import { orderRows } from './order.ts'
import { listOf, type Query, textOf } from './query.ts'
import type { Quotes } from './quotes.ts'
import { refuseUnknown } from './resolve.ts'
import { type Found, findText, selectRows } from './select.ts'

/** A page of a list: its records as JSON, how many there are in all, and the cursor of the next page. */
export type Page = {
  records: string[]
  total: number
  next: string | null
  /** How the actions stand on the day that the query asks for, where it asks for one. */
  force?: ForceCounts
}

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
  const records: string[] = []
  for (let place = start; place < end; place++)
    records.push(recordAt(dataset, query, quotes, at(place)))
  const next = end < total ? toCursor(dataset, query, end) : null
  return { records, total, next, force: countForce(dataset, query, found) }
}

/** A record as the query wants it, with how it stands on the day that the query asks for. */
export function recordAt(dataset: Dataset, { values }: Query, quotes: Quotes, row: number): string {
  const shape = { fields: listOf(values, 'fields'), include: listOf(values, 'include') }
  const json = shapeRecord(dataset, dataset.record(row), shape, quotes)
  const day = textOf(values, 'in_force_on')
  if (day === undefined || shape.fields.length > 0) return json
  return `${json.slice(0, -1)},"in_force":"${forceOn(dataset, row, day)}"}`
}
