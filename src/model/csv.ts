import { stringify } from 'csv-stringify/sync'
import type { Column } from './columns.ts'

export type Cell = string | number | null

const LIST = ';'
/** How many rows take about a millisecond. */
export const ROWS_AT_ONCE = 25

/** A list in a cell: its items joined by `;`, with `\` before each `;` or `\` in an item; a missing item is empty. */
const joined = (items: unknown[]): string =>
  items.map(item => String(toCell(item) ?? '').replaceAll(/[;\\]/g, '\\$&')).join(LIST)

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  return JSON.stringify(value)
}

/** The cell of a column for a record. */
export function cellOf({ list, type, read }: Column, record: unknown): Cell {
  const value = read(record)
  if (type === 'json' && !list) return value === null ? null : JSON.stringify(value)
  return list && Array.isArray(value) ? joined(value) : toCell(value)
}

/** The cells of a record under some columns. */
export const cellsOf = (columns: Column[], record: unknown): Cell[] =>
  columns.map(column => cellOf(column, record))

/**
 * Rows as CSV by RFC 4180, in UTF-8. A text that a spreadsheet would run as a formula gets a `'` in front; in a table
 * of one column an empty cell is `""`, since an empty line is no row.
 */
export const csvText = (rows: Cell[][]): string =>
  stringify(rows, {
    record_delimiter: 'windows',
    escape_formulas: true,
    // The library quotes only CR and LF together; readers end a row at either.
    quoted_match: /[\r\n]/,
    quoted_empty: rows[0]?.length === 1,
  })

/** A table as CSV in parts: the column names, then a row for each item of the batches. */
export function csvTable<T>(
  names: string[],
  batches: IteratorObject<T[]>,
  toRow: (item: T) => Cell[],
): IteratorObject<string> {
  const head = [[names]].values()
  const rows = batches.map(batch => batch.map(toRow))
  return [head, rows].values().flatMap(parts => parts.map(csvText))
}
