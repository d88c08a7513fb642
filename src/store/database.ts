import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { projectRoot } from './fingerprint.ts'

/** Opens a dataset file for reading only. Throws where there is none. */
export function openReadOnly(file: string): Database {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true })
  db.pragma('query_only = ON')
  db.pragma('trusted_schema = OFF')
  return db
}

/** Creates a database file with every migration applied, in the order of their names. */
export function createDatabase(file: string): Database {
  const db = new Sqlite(file)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = ON')
  const folder = join(projectRoot, 'migrations')
  for (const name of readdirSync(folder).sort()) db.exec(readFileSync(join(folder, name), 'utf8'))
  return db
}

const served = ['records', 'sets', 'days']

/** sha256 of everything in the file that answers are made of, but for `meta`, which holds the hash. */
export function contentHash(db: Database): string {
  const hash = createHash('sha256')
  for (const table of served)
    for (const row of db
      .prepare(`SELECT * FROM ${table} ORDER BY 1, 2`)
      .raw()
      .iterate() as Iterable<unknown[]>)
      for (const cell of row) hash.update(cell instanceof Buffer ? cell : String(cell)).update('\0')
  return hash.digest('hex')
}
