import type { Database } from 'better-sqlite3'

const EACH_WAY = 200

/** The values of a column next to a text in their order, for finding what was meant: of few all. `from`: table and condition. */
export function neighbours(
  db: Database,
  column: 'id' | 'value',
  from: string,
  given: string[],
  text: string,
): string[] {
  const read = (side: string) =>
    db
      .prepare(`SELECT ${column} FROM ${from} AND ${column} ${side} LIMIT ${EACH_WAY}`)
      .pluck()
      .all(...given, text) as string[]
  return [...read(`< ? ORDER BY ${column} DESC`).reverse(), ...read(`>= ? ORDER BY ${column}`)]
}
