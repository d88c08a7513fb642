import { stringify } from 'csv-stringify/sync'
import { inChunks } from './chunks.ts'
import type { Column } from './columns.ts'
import type { Work } from './turns.ts'

type Cell = string | number | null

const LIST = ';'

/** A list in a cell: its items joined by `;`, a `;` or `\` within one having a `\` before it; one without a value is empty. */
const joined = (items: unknown[]): string =>
  items.map(item => String(toCell(item) ?? '').replaceAll(/[;\\]/g, '\\$&')).join(LIST)

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  return JSON.stringify(value)
}

/** What stands in a column for a record. */
export function cellOf({ list, type, read }: Column, record: unknown): Cell {
  const value = read(record)
  if (type === 'json' && !list) return value === null ? null : JSON.stringify(value)
  return list && value !== null ? joined(value as unknown[]) : toCell(value)
}

/**
 * Rows as CSV by RFC 4180, in UTF-8. A text that a spreadsheet would take for a formula gets a `'` before it; in a
 * table of one column an empty cell is `""`, since an empty line is no row.
 */
export const csvText = (rows: Cell[][]): string =>
  stringify(rows, {
    record_delimiter: 'windows',
    escape_formulas: true,
    // The library takes only the two together for the end of a row; readers take either.
    quoted_match: /[\r\n]/,
    quoted_empty: rows[0]?.length === 1,
  })

/** A table as CSV in parts: the names of its columns, then a row for each item. */
export async function* csvTable<T>(
  names: string[],
  items: Iterable<T>,
  toRow: (item: T) => Cell[],
  work?: Work,
): AsyncGenerator<string> {
  yield csvText([names])
  yield* inChunks(items, some => csvText(some.map(toRow)), work)
}
