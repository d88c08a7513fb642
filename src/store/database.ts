import { createHash } from 'node:crypto'
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

/** Every table with its columns, those of the search index too, but not what SQLite keeps for itself. */
const TABLES = `SELECT t.name, group_concat(c.cid + 1) AS columns
  FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
  WHERE t.schema = 'main' AND t.type IN ('table', 'shadow') AND t.name NOT LIKE 'sqlite_%'
  GROUP BY t.name ORDER BY t.name`

/** sha256 of everything in the file but the hash itself, which `meta` keeps as `content`. */
export function contentHash(db: Database): string {
  const hash = createHash('sha256')
  for (const { name, columns } of db.prepare(TABLES).all() as { name: string; columns: string }[])
    for (const row of rowsOf(db, name, columns))
      for (const cell of row) hash.update(cell instanceof Buffer ? cell : String(cell)).update('\0')
  return hash.digest('hex')
}

function rowsOf(db: Database, table: string, columns: string): Iterable<unknown[]> {
  const where = table === 'meta' ? "WHERE key <> 'content'" : ''
  return db
    .prepare(`SELECT * FROM ${table} ${where} ORDER BY ${columns}`)
    .raw()
    .iterate() as Iterable<unknown[]>
}
