import type { Database } from 'better-sqlite3'
import { type CollectionName, collection } from '../model/collections.ts'
import type { World } from '../model/filter.ts'
import type { RetiredSeed } from '../model/release.ts'
import type { TableWriter } from './tables.ts'
import type { Writer } from './writer.ts'

/** Writes the records into the tables for people who take the file. */
export const tableWriter = (tables: TableWriter, name: CollectionName): Writer => ({
  add: record => tables.write(name, record as object),
})

/** Writes each record as the JSON that is sent. */
export function recordWriter(db: Database, name: CollectionName): Writer {
  const insert = db.prepare(
    'INSERT INTO records (row, collection, id, title, json) VALUES (?, ?, ?, ?, ?)',
  )
  const { key, text } = collection(name)
  return {
    add(record, row) {
      const id = key(record as never)
      const title = text?.(record as never).title ?? id
      insert.run(row, name, id, title, JSON.stringify(record))
    },
  }
}

/** Writes the ids that no record has any more, each with the release that retired it. */
export function writeRetired(
  db: Database,
  retired: { value: RetiredSeed }[],
  { lastChanged }: World,
  version: string,
) {
  const insert = db.prepare(
    'INSERT INTO retired (record, "into", reason, note, release) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { value } of retired) {
    const { record, into = null, reason, note } = value
    insert.run(record, into, reason, note, lastChanged(record) ?? version)
  }
}

/** Writes what text search reads of each record. */
export function searchWriter(db: Database, name: CollectionName): Writer[] {
  const { text } = collection(name)
  if (!text) return []
  const insert = db.prepare('INSERT INTO search (rowid, title, names, body) VALUES (?, ?, ?, ?)')
  const add = (record: unknown, row: number) => {
    const { title, names = [], body = '', isPath } = text(record as never)
    insert.run(row, isPath ? '' : title, names.join('\n'), body)
  }
  return [{ add }]
}
