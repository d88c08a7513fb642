import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import { type CollectionName, collection, collectionNames } from '../../model/collections.ts'
import { type Column, type ColumnType, columnsOf } from '../../model/columns.ts'
import { RetiredRecord } from '../../model/release.ts'
import { childTables, itemColumns, ownerColumns } from '../tables.ts'

export type TableColumn = {
  name: string
  type: ColumnType | 'array'
  required: boolean
  description: string
}

/** Columns that hold the key of a row of another table. */
export type Reference = { columns: string[]; table: string; foreign: string[] }

/** A table for people who take the whole dataset. */
export type ExportTable = {
  name: string
  columns: TableColumn[]
  key: string[]
  references: Reference[]
}

type Description = Pick<TableColumn, 'type' | 'description'>
type Described = Map<string, Description>

/** Every table of records in a dataset file, described by the schemas that they are made from. */
export const exportTables = (db: Database): ExportTable[] =>
  [...describedTables()].map(([name, described]) => ({
    name,
    columns: columnsIn(db, name, described),
    key: keyOf(db, name),
    references: referencesOf(db, name),
  }))

/** The rows of a table as they are stored, in the order in which the records are served oldest first. */
export function rowsOf(db: Database, { name, columns }: ExportTable): Iterable<unknown[]> {
  const names = columns.map(column => `"${column.name}"`).join(', ')
  return db.prepare(`SELECT ${names} FROM ${name} ORDER BY rowid`).raw().iterate() as Iterable<
    unknown[]
  >
}

function describedTables(): Map<string, Described> {
  const tables = collectionNames.flatMap((name): [string, Described][] => {
    const { schema } = collection(name)
    const columns = columnsOf(schema)
    const children = Object.entries(childTables[name] ?? {}).map(
      ([field, table]): [string, Described] => [
        table,
        new Map([ownerOf(name), ...itemsOf(columns, field)]),
      ],
    )
    return [[name, describe(schema)], ...children]
  })
  return new Map([...tables, ['retired', describe(RetiredRecord)]])
}

const describe = (schema: z.ZodObject): Described =>
  new Map(
    columnsOf(schema).map(({ name, type, list, description }) => [
      name,
      { type: list ? 'array' : type, description },
    ]),
  )

const ownerOf = (name: CollectionName): [string, Description] => [
  ownerColumns[name] as string,
  { type: 'string', description: `The record of ${name} that it belongs to` },
]

const itemsOf = (columns: Column[], field: string): [string, Description][] =>
  columns
    .filter(column => column.field === field)
    .map(({ name, type, description }) => [
      itemColumns[name] ?? name.slice(field.length + 1),
      { type, description },
    ])

type Info = { name: string; notnull: number; pk: number; hidden: number }

const infoOf = (db: Database, table: string) => db.pragma(`table_xinfo(${table})`) as Info[]

const columnsIn = (db: Database, table: string, described: Described): TableColumn[] =>
  infoOf(db, table)
    .filter(({ hidden }) => hidden === 0)
    .map(({ name, notnull, pk }) => {
      const { type, description } = described.get(name) as Description
      return { name, type, required: notnull + pk > 0, description }
    })

const keyOf = (db: Database, table: string): string[] =>
  infoOf(db, table)
    .filter(({ pk }) => pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map(({ name }) => name)

type Key = { id: number; table: string; from: string; to: string | null }

/** The references to other records; what a code refers to is the codebook, by a scheme that no column has. */
function referencesOf(db: Database, table: string): Reference[] {
  const keys = (db.pragma(`foreign_key_list(${table})`) as Key[]).filter(
    key => key.table !== 'terms',
  )
  return [...Map.groupBy(keys, ({ id }) => id).values()]
    .map(([key]) => key as Key)
    .map(({ table, from, to }) => ({
      columns: [from],
      table,
      foreign: [to ?? (keyOf(db, table)[0] as string)],
    }))
    .sort((a, b) => (a.columns.join() < b.columns.join() ? -1 : 1))
}
