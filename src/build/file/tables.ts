import type { Database } from 'better-sqlite3'
import { type CollectionName, collection, collectionNames } from '../../model/collections.ts'
import { type Column, columnsOf } from '../../model/columns.ts'
import { RetiredRecord } from '../../model/release.ts'

/**
 * The lists inside records that have tables of their own: `action_actors` has a row for each actor of an action, which
 * `action_id` names. Other lists are stored as JSON text.
 */
export const lists: Partial<Record<CollectionName, string[]>> = {
  actors: ['names', 'affiliations', 'identifiers'],
  actions: ['matters', 'actors', 'regions', 'activities', 'amounts', 'details', 'links'],
  rules: ['numbers', 'regions', 'in_force', 'next', 'steps'],
  cases: ['numbers', 'regions', 'in_force', 'next', 'steps'],
  licences: ['numbers', 'regions', 'in_force', 'next', 'steps'],
  regions: ['parents'],
  documents: ['passages'],
}
/** The column for the items of a list that are not objects. */
const itemColumns: Record<string, string> = { activities: 'activity' }
/** A column that is served but never stored: the words of documents. */
const UNSTORED = 'passage_quote'

type TableColumn = Omit<Column, 'field'>

/** A table of records, or of the items of a list inside them: its first column then names the record. */
export type RecordTable = { name: string; columns: TableColumn[]; isChild?: boolean }

/** The table of a collection, and those of its lists. */
export function tablesOf(name: CollectionName): RecordTable[] {
  const { schema, key } = collection(name)
  const columns = columnsOf(schema).filter(({ name }) => name !== UNSTORED)
  const [singular, own = []] = [name.slice(0, -1), lists[name]]
  const owner: TableColumn = {
    name: `${singular}_id`,
    type: 'string',
    list: false,
    description: `The record of ${name} that it belongs to`,
    read: key,
  }
  return [
    { name, columns: columns.filter(({ field }) => !own.includes(field)) },
    ...own.map(list => ({
      name: `${singular}_${list}`,
      columns: [owner, ...columns.filter(({ field }) => field === list).map(toItemColumn)],
      isChild: true,
    })),
  ]
}

const toItemColumn = (column: Column): TableColumn => ({
  ...column,
  name: itemColumns[column.name] ?? column.name.slice(column.field.length + 1),
  list: column.nested === true,
})

export const retiredTable: RecordTable = { name: 'retired', columns: columnsOf(RetiredRecord) }

/** Every table of records. */
export const recordTables = [...collectionNames.flatMap(tablesOf), retiredTable]

type Cell = string | number | Uint8Array | null

/** A statement that adds a row with values for some columns to a table. */
export function insertInto(db: Database, table: string, columns: string[]) {
  const [names, places] = [columns.map(name => `"${name}"`), columns.map(() => '?')]
  return db.prepare<Cell[]>(`INSERT INTO ${table} (${names}) VALUES (${places})`)
}

/** A writer of the rows that a record has in some tables. */
export function tableWriter(db: Database, tables: RecordTable[]): (record: unknown) => void {
  const inserts = tables.map(table => {
    const names = table.columns.map(({ name }) => name)
    return { table, insert: insertInto(db, table.name, names) }
  })
  return record => {
    for (const { table, insert } of inserts)
      for (const row of rowsOf(table, record)) insert.run(...row)
  }
}

function rowsOf({ columns, isChild }: RecordTable, record: unknown): Cell[][] {
  const values = columns.map(({ read }) => read(record))
  const toRow = (values: unknown[]) => columns.map(({ type }, i) => toCell(type, values[i]))
  if (!isChild) return [toRow(values)]
  const [owner, ...lists] = values
  const items = lists.map(list => [list].flat())
  return items[0]!.map((_, i) => toRow([owner, ...items.map(list => list[i])]))
}

/** A JSON value has null as text, unlike a value that is missing. */
function toCell(type: Column['type'], value: unknown): Cell {
  if (type === 'json') return JSON.stringify(value)
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  return typeof value === 'boolean' ? Number(value) : JSON.stringify(value)
}
