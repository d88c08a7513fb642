import { type CsvError, parse } from 'csv-parse/sync'
import type { Layout } from '../../model/register.ts'
import { refuse } from './decode.ts'

/** A row of a file: the line where it begins, counted from 1, its cells, and why they cannot be read. */
export type Row = { line: number; cells: string[]; broken?: string }

/** The names of the columns, and the rows below them. */
export type Table = { header: string[]; rows: Row[] }

type Form = Pick<Layout, 'delimiter' | 'comment'>

type Parsed = { record: string[]; info: { bytes: number } }

/** Reads a table of CSV. Throws a SeedError where it is none, or ends within a row. */
export function readCsv(name: string, text: string, { delimiter, comment }: Form): Table {
  const { skipped, table } = withoutComments(text, comment)
  const parsed = parseRows(name, skipped, table, delimiter)
  const [header, ...rows] = placeRows(skipped, table, parsed) as [Row, ...Row[]]
  const last = rows.at(-1)
  if (last && last.cells.length < header.cells.length)
    refuse(name, 'ends within a row: the file was cut', last.line)
  return { header: header.cells, rows: rows.map(row => checkWidth(row, header.cells.length)) }
}

/** The names of the columns alone. */
export function readHeader(text: string, { delimiter, comment }: Form): string[] {
  const { table } = withoutComments(text, comment)
  try {
    const options = { delimiter, to: 1, relax_column_count: true, skip_empty_lines: true }
    return parse(table, options)[0] ?? []
  } catch {
    return []
  }
}

function withoutComments(text: string, comment: string | undefined) {
  let [start, skipped] = [0, 0]
  while (comment !== undefined && text.startsWith(comment, start)) {
    const end = text.indexOf('\n', start)
    start = end < 0 ? text.length : end + 1
    skipped++
  }
  return { skipped, table: text.slice(start) }
}

function parseRows(name: string, skipped: number, table: string, delimiter: string): Parsed[] {
  try {
    return parse(table, {
      delimiter,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[]
  } catch (error) {
    const { code, lines } = error as CsvError
    const isCut = code === 'CSV_QUOTE_NOT_CLOSED'
    const reason = isCut ? 'a quotation mark is never closed' : 'a quotation mark within a cell'
    return refuse(name, reason, skipped + Number(lines))
  }
}

const breaks = /\r\n|\n|\r/g

/** The library counts a line break within a cell twice if it is CR and LF. */
function placeRows(skipped: number, table: string, parsed: Parsed[]): Row[] {
  const bytes = Buffer.from(table)
  let [line, from] = [skipped + 1, 0]
  return parsed.map(({ record, info }) => {
    const text = bytes.toString('utf8', from, info.bytes)
    const before = text.length - text.replace(/^[\r\n]+/, '').length
    const own = line + (text.slice(0, before).match(breaks)?.length ?? 0)
    line += text.match(breaks)?.length ?? 0
    from = info.bytes
    return { line: own, cells: record }
  })
}

const checkWidth = (row: Row, width: number): Row =>
  row.cells.length === width
    ? row
    : { ...row, broken: `has ${row.cells.length} cells in a table of ${width} columns` }
