import type { Database, Statement } from 'better-sqlite3'
import type { CollectionName } from '../model/collections.ts'

/** Where the lists inside a record go: field → table. Lists not named here are kept as JSON text. */
export const childTables: Partial<Record<CollectionName, Record<string, string>>> = {
  actors: {
    names: 'actor_names',
    affiliations: 'actor_affiliations',
    identifiers: 'actor_identifiers',
  },
  actions: {
    actors: 'action_actors',
    regions: 'action_regions',
    activities: 'action_activities',
    amounts: 'action_amounts',
    details: 'action_details',
    links: 'action_links',
  },
}
/** The column by which a row of such a table names its record. */
export const ownerColumns: Partial<Record<CollectionName, string>> = {
  actors: 'actor_id',
  actions: 'action_id',
}
/** Columns that hold a value of any form as JSON text. */
export const jsonColumns: Partial<Record<CollectionName, string[]>> = {
  claims: ['value'],
  releases: ['counts', 'changes'],
}
/** What the items of a list are called that are no objects. */
export const itemColumns: Record<string, string> = { activities: 'activity' }

type Cell = string | number | null
type Row = Record<string, Cell>

/** A record as cells: what is nested is named by its path (`date_earliest`), booleans are 0 or 1, lists are JSON text. */
function flatten(record: object, skip: string[] = []): Row {
  const row: Row = {}
  for (const [key, value] of Object.entries(record))
    if (!skip.includes(key)) addCells(row, key, value)
  return row
}

function addCells(row: Row, key: string, value: unknown) {
  if (value === null || value === undefined) return
  if (typeof value === 'boolean') row[key] = Number(value)
  else if (typeof value !== 'object') row[key] = value as Cell
  else if (key === 'lag_days') {
    row.lag_days_min = (value as Cell[])[0] as Cell
    row.lag_days_max = (value as Cell[])[1] as Cell
  } else if (Array.isArray(value)) row[key] = JSON.stringify(value)
  else for (const [inner, cell] of Object.entries(value)) addCells(row, `${key}_${inner}`, cell)
}

/** The columns of a table that hold data, in order. */
export const columnsOf = (db: Database, table: string): string[] =>
  (db.pragma(`table_xinfo(${table})`) as { name: string; hidden: number }[])
    .filter(({ hidden }) => hidden === 0)
    .map(({ name }) => name)

/** Writes records into the tables of their collection. */
export class TableWriter {
  readonly #db: Database
  readonly #tables = new Map<string, Table>()

  constructor(db: Database) {
    this.#db = db
  }

  write(collection: CollectionName, record: object & { id?: string }) {
    const children = childTables[collection] ?? {}
    const json = jsonColumns[collection] ?? []
    const row = flatten(record, [...json, ...Object.keys(children)])
    for (const column of json) row[column] = JSON.stringify(record[column as keyof object])
    this.#insert(collection, row)
    for (const [field, table] of Object.entries(children))
      for (const item of record[field as keyof object] as unknown[]) {
        const row = toItem(field, item)
        row[ownerColumns[collection] as string] = record.id as string
        this.#insert(table, row)
      }
  }

  #insert(table: string, row: Row) {
    const { insert, places, empty } = this.#prepare(table)
    const cells: Cell[] = empty.slice()
    for (const column in row) {
      const place = places.get(column)
      if (place === undefined)
        throw new Error(`table ${table} has no column '${column}'; see migrations`)
      cells[place] = row[column] as Cell
    }
    insert.run(cells)
  }

  #prepare(table: string): Table {
    const known = this.#tables.get(table)
    if (known) return known
    const columns = columnsOf(this.#db, table)
    const names = columns.map(column => `"${column}"`).join(', ')
    const prepared = {
      insert: this.#db.prepare(
        `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
      ),
      places: new Map(columns.map((column, place) => [column, place])),
      empty: columns.map(() => null),
    }
    this.#tables.set(table, prepared)
    return prepared
  }
}

type Table = { insert: Statement; places: Map<string, number>; empty: null[] }

const toItem = (field: string, item: unknown): Row =>
  typeof item === 'object'
    ? flatten(item as object)
    : { [itemColumns[field] as string]: item as Cell }
