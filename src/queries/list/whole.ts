import type { Dataset } from '../../dataset/dataset.ts'
import { inBatches, mapInBatches } from '../../model/batches.ts'
import { recordPath } from '../../model/collections.ts'
import { claimsOn } from '../record/claims.ts'
import type { Quotes } from '../record/quotes.ts'
import { runWhole } from './page.ts'
import type { Query } from './query.ts'
import { shaperOf } from './shape.ts'

/** All of a list: how many items there are, and the items in batches. */
export type Whole<T> = { total: number; batches: () => Iterable<T[]> }

const RECORDS_AT_ONCE = 250
const SHAPED_AT_ONCE = 10

/** The records that a query selects, in its order, as JSON. */
export async function wholeList(dataset: Dataset, query: Query, quotes: Quotes) {
  const { of } = query.view
  const rows = await runWhole(dataset, query)
  const shape = shaperOf(dataset, of, query, quotes)
  const size = shape ? SHAPED_AT_ONCE : RECORDS_AT_ONCE
  const jsons = (rows: number[]) =>
    shape ? rows.map(row => shape(dataset.record(of, row))) : dataset.jsons(of, rows)
  return { total: rows.length, batches: () => inBatches(rows, size).map(jsons) }
}

/** The claims on the records that a query selects, in its order, with the titles of the records. */
export async function wholeClaims(dataset: Dataset, query: Query, quotes: Quotes) {
  const { of } = query.view
  const rows = await runWhole(dataset, query)
  const counts = await mapInBatches(rows, RECORDS_AT_ONCE, row => {
    const path = recordPath(of, dataset.record(of, row).id)
    return dataset.list('claims', 'record', path).length
  })
  const total = counts.reduce((sum, count) => sum + count, 0)
  const claims = (row: number) => {
    const { id, title } = dataset.record(of, row)
    return claimsOn(dataset, recordPath(of, id), quotes).map(claim => ({ title, claim }))
  }
  return { total, batches: () => inBatches(rows, SHAPED_AT_ONCE).map(rows => rows.flatMap(claims)) }
}
