import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { projectRoot } from './fingerprint.ts'

/** Enough for what leads to each record among millions; their own pages are for the system's memory. */
const CACHE_KB = 16_384

/** Opens a dataset file for reading only. Throws where there is none. */
export function openReadOnly(file: string): Database {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true })
  db.pragma('query_only = ON')
  db.pragma(`cache_size = -${CACHE_KB}`)
  // Nobody writes to the file: the shared lock that the first read takes is kept, not taken for each statement anew.
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('trusted_schema = OFF')
  return db
}

const CACHE_KIB = 128 * 1_024

/** Creates a database file with every migration applied, in the order of their names. */
export function createDatabase(file: string): Database {
  const db = new Sqlite(file)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = ON')
  db.pragma(`cache_size = ${-CACHE_KIB}`)
  const folder = join(projectRoot, 'migrations')
  for (const name of readdirSync(folder).sort()) db.exec(readFileSync(join(folder, name), 'utf8'))
  return db
}
