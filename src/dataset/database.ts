import Sqlite, { type Database, type Statement } from 'better-sqlite3'

/** Room for the inner pages of the indexes of a million records; the system's page cache holds the rest. */
const CACHE_KB = 16_384

/** Opens a dataset file for reading only. Throws if there is none. */
export function openReadOnly(file: string): Database {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true })
  db.pragma(`cache_size = -${CACHE_KB}`)
  // Nobody writes to the file: keeping the shared lock saves taking it for each statement.
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('trusted_schema = OFF')
  db.pragma('query_only = ON')
  return db
}

/** A statement that gives the values of its only column. */
export const prepareValues = <P extends unknown[], V>(db: Database, sql: string): Statement<P, V> =>
  db.prepare<P, V>(sql).pluck()
