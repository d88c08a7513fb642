import { constants, copyFileSync, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Database } from 'better-sqlite3'
import { fileWriter, parquetWriteRows } from 'hyparquet-writer'
import { type CollectionName, viewNames } from '../../model/collections.ts'
import { csvTable } from '../../model/csv.ts'
import { type ExportTable, rowsOf, type TableColumn } from './tables.ts'

/** What is exported: an open dataset file and its tables. */
export type Exported = { db: Database; file: string; tables: ExportTable[] }

const save = (path: string, texts: AsyncIterable<string> | Iterable<string>) =>
  pipeline(Readable.from(texts), createWriteStream(path, { flush: true }))

/** Writes the files of each format into a folder. Returns their names. */
export const writers: Record<
  'csv' | 'ndjson' | 'parquet' | 'sqlite',
  (exported: Exported, folder: string) => Promise<string[]>
> = {
  csv: async ({ db, tables }, folder) => {
    for (const table of tables) await save(join(folder, csvName(table)), toCsv(db, table))
    return tables.map(csvName)
  },
  ndjson: async ({ db }, folder) => {
    const entries = Object.entries(viewNames) as [CollectionName, string][]
    for (const [of, name] of entries) await save(join(folder, linesName(name)), toLines(db, of))
    return entries.map(([, name]) => linesName(name))
  },
  parquet: async ({ db, tables }, folder) => {
    for (const table of tables) await writeParquet(db, table, join(folder, parquetName(table)))
    return tables.map(parquetName)
  },
  sqlite: async ({ file }, folder) => {
    copyFileSync(file, join(folder, SQLITE_FILE), constants.COPYFILE_FICLONE)
    return [SQLITE_FILE]
  },
}

const SQLITE_FILE = 'events.sqlite'
const csvName = ({ name }: ExportTable) => `${name}.csv`
const parquetName = ({ name }: ExportTable) => `${name}.parquet`
const linesName = (name: string) => `${name}.ndjson`

const toCsv = (db: Database, table: ExportTable) =>
  csvTable(
    table.columns.map(({ name }) => name),
    rowsOf(db, table),
    row => row.map((cell, i) => csvCell(table.columns[i] as TableColumn, cell)),
  )

/** A boolean is stored as a number. */
const csvCell = ({ type }: TableColumn, cell: unknown) =>
  (type === 'boolean' && cell !== null ? String(cell === 1) : cell) as string | number | null

/** Each record as it is served, in the order of the bytes of the lines: whoever changes some can put them in their places. */
function* toLines(db: Database, name: CollectionName): Generator<string> {
  const find = db.prepare('SELECT json FROM records WHERE collection = ? ORDER BY json').pluck()
  for (const json of find.iterate(name) as Iterable<string>) yield `${json}\n`
}

const DAY = 86_400_000

type ParquetType = {
  element: {
    type: 'BYTE_ARRAY' | 'INT64' | 'DOUBLE' | 'BOOLEAN' | 'INT32'
    converted_type?: 'UTF8' | 'JSON' | 'DATE'
  }
  toValue: (cell: never) => unknown
}

const json: ParquetType = {
  element: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  toValue: (cell: string) => JSON.parse(cell),
}

const parquetTypes: Record<TableColumn['type'], ParquetType> = {
  string: { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, toValue: cell => cell },
  date: {
    element: { type: 'INT32', converted_type: 'DATE' },
    toValue: (cell: string) => new Date(Math.floor(Date.parse(cell) / DAY) * DAY),
  },
  integer: { element: { type: 'INT64' }, toValue: (cell: number) => BigInt(cell) },
  number: { element: { type: 'DOUBLE' }, toValue: cell => cell },
  boolean: { element: { type: 'BOOLEAN' }, toValue: (cell: number) => cell === 1 },
  json,
  array: json,
}

const ROW_GROUP = 50_000

async function writeParquet(db: Database, table: ExportTable, path: string) {
  const { columns } = table
  await parquetWriteRows({
    writer: fileWriter(path),
    rows: parquetRows(db, table),
    columns: columns.map(({ name }) => ({ name })),
    schema: [
      { name: table.name, num_children: columns.length },
      ...columns.map(({ name, type, required }) => ({
        name,
        ...parquetTypes[type].element,
        // A JSON value that is null is none here.
        repetition_type:
          required && type !== 'json' ? ('REQUIRED' as const) : ('OPTIONAL' as const),
      })),
    ],
    rowGroupSize: ROW_GROUP,
  })
}

function* parquetRows(db: Database, table: ExportTable) {
  for (const row of rowsOf(db, table))
    yield Object.fromEntries(
      table.columns.map(({ name, type }, i) => [
        name,
        row[i] === null ? null : parquetTypes[type].toValue(row[i] as never),
      ]),
    )
}
