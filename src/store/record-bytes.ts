import type { Database, Statement } from 'better-sqlite3'

/** What stands before, between and after records. */
export type Frame = [before: string, between: string, after: string]

/**
 * The JSON of many records as it lies in the file: bytes that no text is made of take half of the time. Rows that
 * follow each other, as those of most pages do, are read as a range, which takes two thirds of what a list takes.
 */
export class RecordBytes {
  readonly #listed: Statement
  readonly #rising: Statement
  readonly #falling: Statement

  constructor(db: Database) {
    const prepare = (place: string, from: string) => db.prepare(joined(place, from)).pluck()
    // A cross join goes over its first table in order, and looks up the second.
    this.#listed = prepare(
      'key',
      'json_each(@rows) AS wanted CROSS JOIN records ON row = wanted.value',
    )
    const range = (low: string, high: string, order: string) =>
      `(SELECT row, json FROM records WHERE row BETWEEN ${low} AND ${high} ORDER BY row ${order})`
    this.#rising = prepare('row', `${range('@first', '@last', 'ASC')} AS records`)
    this.#falling = prepare('row', `${range('@last', '@first', 'DESC')} AS records`)
  }

  /** The records of some rows, in the order of these. */
  of(rows: number[], [before, between, after]: Frame): Buffer {
    if (rows.length === 0) return Buffer.from(before + after)
    const frame = { before, between, after }
    const [first, last] = [rows[0] as number, rows.at(-1) as number]
    if (isStepped(rows, -1)) return this.#falling.get({ first, last, ...frame }) as Buffer
    if (isStepped(rows, 1)) return this.#rising.get({ first, last, ...frame }) as Buffer
    const places = { first: 0, last: rows.length - 1 }
    return this.#listed.get({ rows: JSON.stringify(rows), ...places, ...frame }) as Buffer
  }
}

// Put together once: what is concatenated outside of the aggregate, or for each record inside of it, is copied more often.
const joined = (place: string, from: string) => `
  SELECT CAST(group_concat(
    CASE ${place}
      WHEN @first THEN @before || records.json || iif(@first = @last, @after, '')
      WHEN @last THEN records.json || @after
      ELSE records.json
    END, @between) AS BLOB) FROM ${from}`

/** Whether each row is so much more than the one before. */
function isStepped(rows: number[], step: number): boolean {
  const [first] = rows as [number]
  return rows.every((row, place) => row === first + place * step)
}
