import { constants, copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { fileWriter, parquetWriteRows } from 'hyparquet-writer'
import { prepareValues } from '../../dataset/database.ts'
import type { FileFormat } from '../../dataset/manifest.ts'
import { inBatches } from '../../model/batches.ts'
import { type CollectionName, collectionNames, listPath } from '../../model/collections.ts'
import { csvTable, ROWS_AT_ONCE } from '../../model/csv.ts'
import { save } from './seal.ts'
import { type Cell, type ColumnType, type ExportTable, rowsOf } from './tables.ts'

/** A file of the exports: its name, its format, which is the end of its name, and how it is written. */
type Writer = [name: string, format: FileFormat, write: (path: string) => void | Promise<void>]

/** The files with the data of an open dataset file. */
export const writers = (file: string, db: Database, tables: ExportTable[]): Writer[] => [
  ...tables.map((table): Writer => [table.name, 'csv', path => save(path, toCsv(db, table))]),
  ...collectionNames.map(
    (of): Writer => [listPath(of), 'ndjson', path => save(path, toLines(db, of))],
  ),
  ...tables.map((table): Writer => [table.name, 'parquet', path => writeParquet(db, table, path)]),
  ['events', 'sqlite', path => copyFileSync(file, path, constants.COPYFILE_FICLONE)],
]

/** SQLite has no booleans. */
const toText = (type: ColumnType, cell: Cell) => (type === 'boolean' ? String(cell === 1) : cell)

const toCsv = (db: Database, table: ExportTable) =>
  csvTable(
    table.columns.map(({ name }) => name),
    inBatches(rowsOf(db, table, toText), ROWS_AT_ONCE),
    row => row.map(([, cell]) => cell),
  )

/** Each record as it is served, in the order of the bytes of the lines, so that a client can merge changes into a copy. */
function* toLines(db: Database, name: CollectionName): Generator<string> {
  const sql = 'SELECT json FROM records WHERE collection = ? ORDER BY json'
  for (const json of prepareValues<[string], string>(db, sql).iterate(name)) yield `${json}\n`
}

const json = {
  stored: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  read: (cell: Cell) => JSON.parse(String(cell)),
} as const

/** How Parquet stores the values of a column, and a cell as the library takes it. */
const parquetTypes = {
  string: { stored: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, read: (cell: Cell) => cell },
  date: { stored: { type: 'INT32', converted_type: 'DATE' }, read: (cell: Cell) => new Date(cell) },
  integer: { stored: { type: 'INT64' }, read: (cell: Cell) => BigInt(cell) },
  number: { stored: { type: 'DOUBLE' }, read: (cell: Cell) => cell },
  boolean: { stored: { type: 'BOOLEAN' }, read: (cell: Cell) => cell === 1 },
  json,
  array: json,
} as const

const ROW_GROUP = 50_000

async function writeParquet(db: Database, table: ExportTable, path: string) {
  const { columns } = table
  await parquetWriteRows({
    writer: fileWriter(path),
    rows: rowsOf(db, table, (type, cell) => parquetTypes[type].read(cell)).map(Object.fromEntries),
    columns: columns.map(({ name }) => ({ name })),
    schema: [
      { name: table.name, num_children: columns.length },
      ...columns.map(({ name, type, required }) => ({
        name,
        ...parquetTypes[type].stored,
        // A JSON value may be null, which the library takes for a missing one.
        repetition_type:
          required && type !== 'json' ? ('REQUIRED' as const) : ('OPTIONAL' as const),
      })),
    ],
    rowGroupSize: ROW_GROUP,
  })
  const none = `SELECT NOT EXISTS (SELECT 1 FROM ${table.name})`
  const isEmpty = prepareValues<[], number>(db, none).get()
  if (isEmpty) writeFileSync(path, withTypedList(readFileSync(path)), { flush: true })
}

/** In the footer of a table without rows: the count of its rows, then the header of the empty list of row groups. */
export const UNTYPED_LIST = Buffer.from([0x16, 0x00, 0x19, 0x00])
const STRUCT = 0x0c

/**
 * The file of a table without rows, in which the list of row groups says what its items are. hyparquet-writer 0.17
 * leaves that out, and the Rust library refuses the file. A test fails once this is no longer needed.
 */
function withTypedList(bytes: Buffer): Buffer {
  bytes[bytes.lastIndexOf(UNTYPED_LIST) + UNTYPED_LIST.length - 1] = STRUCT
  return bytes
}
