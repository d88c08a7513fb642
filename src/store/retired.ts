import type { Database } from 'better-sqlite3'

/** What became of an id that no record has any more. */
export type Retired = {
  record: string
  into: string | null
  /** Null while it is not released. */
  reason: string | null
  note: string | null
  release: string
}

/** What became of each id that no record has any more, by the path that it had. */
export function readRetired(db: Database): Map<string, Retired> {
  const rows = db.prepare('SELECT * FROM retired').all() as Retired[]
  return new Map(rows.map(retired => [retired.record, retired]))
}
