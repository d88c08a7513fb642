import { view } from '../model/collections.ts'
import { mapInTurns, turn } from '../model/turns.ts'
import type { Dataset } from '../store/dataset.ts'
import { freeingRows } from '../store/rows.ts'
import { cursorsOf, expectPlace } from './cursor.ts'
import { expectFewLinked, type Shape, shapeRecord } from './expand.ts'
import { countForce, type ForceCounts } from './force-counts.ts'
import { forceOn } from './in-force.ts'
import { orderRows } from './order.ts'
import { listOf, type Query, textOf } from './query.ts'
import type { Quotes } from './quotes.ts'
import { refuseUnknown } from './resolve.ts'
import { type Found, findText, selectRows } from './select.ts'

/** A page of a list: what writes its records as JSON between two texts, how many there are on it and in all, and the cursor of the next page. */
export type Page = {
  write: (before: string, after: string) => Buffer
  count: number
  total: number
  next: string | null
  /** How the actions stand on the day that the query asks for, where it asks for one. */
  force?: ForceCounts
}

/** Runs a query for one page. */
export async function listPage(dataset: Dataset, query: Query, quotes: Quotes): Promise<Page> {
  refuseUnknown(dataset, query)
  const cursors = cursorsOf(dataset, query)
  const start = cursors.read()
  const found = await findText(dataset, query)
  await turn()
  const { rows, total } = freeingRows(() => pageFrom(dataset, query, start, found))
  const force = await countForce(dataset, query, found)
  expectFewLinked(dataset, rows, shapeOf(query))
  const write = await writerOf(dataset, query, quotes, rows)
  const end = start + rows.length
  return {
    write,
    count: rows.length,
    total,
    next: end < total ? cursors.write(end) : null,
    force,
  }
}

/** The records of a page as the query wants them: as they are stored, or made anew in turns. */
async function writerOf(
  dataset: Dataset,
  query: Query,
  quotes: Quotes,
  rows: number[],
): Promise<Page['write']> {
  if (isPlain(query, quotes)) return (before, after) => dataset.joined(rows, [before, ',', after])
  const jsons = dataset.jsons(rows)
  const records = await mapInTurns(rows.entries(), ([place, row]) =>
    recordOf(dataset, query, quotes, row, jsons[place] as string),
  )
  return (before, after) => Buffer.from(before + records.join(',') + after)
}

/** Whether records are wanted as they are stored. */
export const isPlain = ({ view: name, values }: Query, { present }: Quotes): boolean =>
  !SHAPING.some(parameter => parameter in values) && !(present && view(name).of === 'claims')

const SHAPING = ['fields', 'include', 'in_force_on']

/** The rows of a page, and how many there are in all. */
function pageFrom(dataset: Dataset, query: Query, start: number, found: Found | undefined) {
  const rows = selectRows(dataset, query, found)
  const ordered = orderRows(dataset, query, rows, found)
  const { total } = ordered
  expectPlace(start, total)
  const end = Math.min(total, start + (query.values.limit as number))
  return { rows: ordered.rows(start, end), total }
}

const shapeOf = ({ values }: Query): Shape => ({
  fields: listOf(values, 'fields'),
  include: listOf(values, 'include'),
})

/** A record as the query wants it, with how it stands on the day that the query asks for. */
export function recordOf(
  dataset: Dataset,
  query: Query,
  quotes: Quotes,
  row: number,
  json: string,
): string {
  const shape = shapeOf(query)
  const shaped = shapeRecord(dataset, { row, collection: view(query.view).of, json }, shape, quotes)
  const day = textOf(query.values, 'in_force_on')
  if (day === undefined || shape.fields.length > 0) return shaped
  return `${shaped.slice(0, -1)},"in_force":"${forceOn(dataset, row, day)}"}`
}
