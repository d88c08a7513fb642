import type { Database } from 'better-sqlite3'
import { type CollectionName, collection, collectionNames } from '../model/collections.ts'
import type { World } from '../model/filter.ts'
import type { Derived, Records } from './derive.ts'
import type { Seed } from './seed.ts'
import { TableWriter } from './tables.ts'

/** Writes the records into the tables for people who take the file. */
export function writeTables(db: Database, records: Records) {
  const tables = new TableWriter(db)
  const parentsFirst: CollectionName[] = [
    'terms',
    'documents',
    'regions',
    'actors',
    'actions',
    'claims',
    'releases',
    'changes',
  ]
  db.pragma('defer_foreign_keys = ON')
  for (const name of parentsFirst)
    for (const record of records[name]) tables.write(name, record as object)
}

/** Writes each record as the JSON that is sent, in row order. */
export function writeRecords(db: Database, records: Records) {
  const insert = db.prepare(
    'INSERT INTO records (row, collection, id, title, json) VALUES (?, ?, ?, ?, ?)',
  )
  let row = 0
  for (const name of collectionNames) {
    const { key, text } = collection(name)
    for (const record of records[name]) {
      const id = key(record as never)
      const title = text?.(record as never).title ?? id
      insert.run(row++, name, id, title, JSON.stringify(record))
    }
  }
}

/** Writes the ids that no record has any more, each with the release that retired it. */
export function writeRetired(
  db: Database,
  { retired }: Seed,
  { history }: Derived,
  { lastChanged }: World,
) {
  const insert = db.prepare(
    'INSERT INTO retired (record, "into", reason, note, release) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { value } of retired) {
    const { record, into = null, reason, note } = value
    insert.run(record, into, reason, note, lastChanged(record) ?? history.release.version)
  }
}

/** Writes what text search reads of each record. */
export function writeSearch(db: Database, name: CollectionName, records: unknown[], first: number) {
  const { text } = collection(name)
  if (!text) return
  const insert = db.prepare('INSERT INTO search (rowid, title, names, body) VALUES (?, ?, ?, ?)')
  records.forEach((record, index) => {
    const { title, names = [], body = '', isPath } = text(record as never)
    insert.run(first + index, isPath ? '' : title, names.join('\n'), body)
  })
}
