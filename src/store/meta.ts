import type { Database } from 'better-sqlite3'

/** Everything in the `meta` table of a dataset file. */
export function readMeta(db: Database): Record<string, unknown> {
  const rows = db.prepare('SELECT key, value FROM meta').all() as { key: string; value: string }[]
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]))
}
