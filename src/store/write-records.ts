import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { type CollectionName, collection, collectionNames } from '../model/collections.ts'
import type { Records } from './derive.ts'
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
  ]
  db.pragma('defer_foreign_keys = ON')
  for (const name of parentsFirst)
    for (const record of records[name]) tables.write(name, record as object)
}

/** Writes each record as the JSON that is sent, in row order; returns the hash of them all and of the dataset's own words. */
export function writeRecords(db: Database, { dataset }: Seed, records: Records): string {
  const insert = db.prepare('INSERT INTO records (row, collection, id, json) VALUES (?, ?, ?, ?)')
  const hash = createHash('sha256').update(JSON.stringify(dataset))
  let row = 0
  for (const name of collectionNames)
    for (const record of records[name]) {
      const cells = [name, collection(name).key(record as never), JSON.stringify(record)]
      hash.update(`${cells.join('\t')}\n`)
      insert.run(row++, ...cells)
    }
  return hash.digest('hex')
}

/** Writes what text search reads of each record. */
export function writeSearch(db: Database, name: CollectionName, records: unknown[], first: number) {
  const insert = db.prepare('INSERT INTO search (rowid, title, names, body) VALUES (?, ?, ?, ?)')
  records.forEach((record, index) => {
    const { title, names = [], body = '', isPath } = collection(name).text(record as never)
    insert.run(first + index, isPath ? '' : title, names.join('\n'), body)
  })
}
