import { sha256 } from '../../model/hash.ts'
import type { Layout, ReadingHead, RegisterSeed } from '../../model/register.ts'
import type { Tally } from '../rules.ts'
import { type Row, readCsv, readHeader, type Table } from './csv-file.ts'
import { decode, refuse } from './decode.ts'
import { parseJson, readEntries } from './json-file.ts'
import { checkDelimiter, findLayout, type NamedLayout } from './layouts.ts'

/** A row of a file with its cells by their columns. */
export type Written = Pick<Row, 'line' | 'broken'> & { cells: ReadonlyMap<string, string> }

/** The file of a register, and the head of the facts that are read from it. */
export type RegisterFile = { head: ReadingHead; layout: Layout; rows: Written[] }

/** Opens a file. Throws a SeedError of one line where it is no such register. */
export function openFile(
  register: RegisterSeed,
  name: string,
  bytes: Buffer,
  tally: Tally,
): RegisterFile {
  const { text, marked } = decode(name, bytes)
  if (marked) tally.touch('byte-order-mark', 1)
  const open = /^\s*[[{]/.test(text) ? openJson : openCsv
  const { id, layout, table } = open(register, name, text)
  const rows = readRows(name, table, tally)
  // Node counts code points by the character; the mark is one.
  const length = [...text].length + (marked ? 1 : 0)
  return { head: { layout: id, sha256: sha256(bytes), length }, layout, rows }
}

type Opened = NamedLayout & { table: Table }

function openJson(register: RegisterSeed, name: string, text: string): Opened {
  const root = parseJson(name, text)
  const tableOf = ({ entries }: Layout) => readEntries(root, entries)
  const named = findLayout(name, register, 'json', layout => tableOf(layout)?.header ?? [])
  return { ...named, table: tableOf(named.layout)! }
}

function openCsv(register: RegisterSeed, name: string, text: string): Opened {
  checkDelimiter(name, register, text)
  const named = findLayout(name, register, 'csv', layout => readHeader(text, layout))
  return { ...named, table: readCsv(name, text, named.layout) }
}

function readRows(name: string, { header, rows }: Table, tally: Tally): Written[] {
  const repeated = header.find((column, at) => column !== '' && header.indexOf(column) < at)
  if (repeated !== undefined) refuse(name, `has the column '${repeated}' twice`)
  const again = rows.find(({ cells }) => cells.join('\n') === header.join('\n'))
  if (again) refuse(name, 'has the names of the columns again', again.line)
  const filled = rows.filter(({ line, cells }) => {
    const isFilled = cells.some(cell => cell.trim() !== '')
    if (!isFilled) tally.touch('empty-row', line)
    return isFilled
  })
  if (filled.length === 0) refuse(name, 'has no rows')
  return filled.map(row => nameCells(header, row, tally))
}

function nameCells(header: string[], row: Row, tally: Tally): Written {
  const { line, cells } = row
  const named = header.map((column, at): [string, string] => [column, cells[at] ?? ''])
  const unnamed = named.filter(([column]) => column.trim() === '').map(([, cell]) => cell.trim())
  if (unnamed.length > 0) tally.touch('empty-column', line)
  const stray = unnamed.find(cell => cell !== '')
  const broken = row.broken ?? (stray && `'${stray}' is in a column without a name`)
  return { line, cells: new Map(named), ...(broken !== undefined && { broken }) }
}
