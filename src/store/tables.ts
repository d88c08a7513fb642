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
export function flatten(record: object, skip: Record<string, string> = {}): Row {
  const cells = Object.entries(record)
    .filter(([key]) => !(key in skip))
    .flatMap(([key, value]) => toCells(key, value))
  return Object.fromEntries(cells)
}

function toCells(key: string, value: unknown): [string, Cell][] {
  if (value === null || value === undefined) return []
  if (typeof value === 'boolean') return [[key, Number(value)]]
  if (key === 'lag_days')
    return (value as Cell[]).map((lag, i) => [`lag_days_${i ? 'max' : 'min'}`, lag])
  if (Array.isArray(value)) return [[key, JSON.stringify(value)]]
  if (typeof value !== 'object') return [[key, value as Cell]]
  return Object.entries(flatten(value)).map(([inner, cell]) => [`${key}_${inner}`, cell])
}

/** The columns of a table that hold data, in order. */
export const columnsOf = (db: Database, table: string): string[] =>
  (db.pragma(`table_xinfo(${table})`) as { name: string; hidden: number }[])
    .filter(({ hidden }) => hidden === 0)
    .map(({ name }) => name)

/** Writes records into the tables of their collection. */
export class TableWriter {
  readonly #db: Database
  readonly #inserts = new Map<string, { insert: Statement; empty: Row }>()

  constructor(db: Database) {
    this.#db = db
  }

  write(collection: CollectionName, record: object & { id?: string }) {
    const children = childTables[collection] ?? {}
    const json = (jsonColumns[collection] ?? []).map(column => [
      column,
      JSON.stringify(record[column as keyof object]),
    ])
    this.#insert(collection, flatten({ ...record, ...Object.fromEntries(json) }, children))
    for (const [field, table] of Object.entries(children))
      for (const item of record[field as keyof object] as unknown[])
        this.#insert(table, {
          [ownerColumns[collection] as string]: record.id as string,
          ...toItem(field, item),
        })
  }

  #insert(table: string, row: Row) {
    const { insert, empty } = this.#prepare(table)
    const strange = Object.keys(row).find(column => !(column in empty))
    if (strange) throw new Error(`table ${table} has no column '${strange}'; see migrations`)
    insert.run({ ...empty, ...row })
  }

  #prepare(table: string) {
    const known = this.#inserts.get(table)
    if (known) return known
    const columns = columnsOf(this.#db, table)
    const names = columns.map(column => `"${column}"`).join(', ')
    const insert = this.#db.prepare(
      `INSERT INTO ${table} (${names}) VALUES (${columns.map(column => `@${column}`).join(', ')})`,
    )
    const prepared = { insert, empty: Object.fromEntries(columns.map(column => [column, null])) }
    this.#inserts.set(table, prepared)
    return prepared
  }
}

const toItem = (field: string, item: unknown): Row =>
  typeof item === 'object'
    ? flatten(item as object)
    : { [itemColumns[field] as string]: item as Cell }
