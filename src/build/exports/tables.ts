import type { Database } from 'better-sqlite3'
import type { Column } from '../../model/columns.ts'
import type { RecordTable } from '../file/tables.ts'

export type ColumnType = Column['type'] | 'array'

/** A table for people who take the whole dataset. */
export type ExportTable = ReturnType<typeof exportTable>

/** The columns of a table as they are stored, its key, and its references to other tables; undefined if it has none. */
export function exportTable(db: Database, { name: table, columns }: RecordTable) {
  const stored = db
    .prepare<[string], { name: string; filled: number; pk: number }>(
      'SELECT name, "notnull" + pk > 0 AS filled, pk FROM pragma_table_xinfo(?) WHERE hidden = 0',
    )
    .all(table)
  const key = stored.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  const references = referencesOf(db, table)
  return {
    name: table,
    columns: stored.map(({ name, filled }) => {
      const { type, list, description } = columns.find(column => column.name === name)!
      const as: ColumnType = list ? 'array' : type
      return { name, type: as, description, required: filled === 1 }
    }),
    key: key.length > 0 ? key.map(({ name }) => name) : undefined,
    references: references.length > 0 ? references : undefined,
  }
}

/** The columns with keys of other records. A code has no such column: its scheme is in none. */
const referencesOf = (db: Database, table: string) =>
  db
    .prepare<[string], { column: string; table: string; foreign: string }>(
      `SELECT "from" AS "column", "table", coalesce("to", pk.name) AS "foreign"
        FROM pragma_foreign_key_list(?) AS reference
        JOIN pragma_table_info(reference."table") AS pk ON pk.pk = 1
        WHERE "table" <> 'terms' AND seq = 0
        ORDER BY "from"`,
    )
    .all(table)

export type Cell = string | number

/** The rows of a table in the order of its records, oldest first; each cell with the name of its column, and read by its type. */
export function* rowsOf<T>(
  db: Database,
  { name, columns }: ExportTable,
  read: (type: ColumnType, cell: Cell) => T,
): Generator<[column: string, T | null][]> {
  const names = columns.map(column => `"${column.name}"`).join(', ')
  const find = db.prepare<[], (Cell | null)[]>(`SELECT ${names} FROM ${name} ORDER BY rowid`)
  for (const row of find.raw().iterate())
    yield columns.map(({ name, type }, i) => {
      const cell = row[i]!
      return [name, cell === null ? null : read(type, cell)]
    })
}
