import type { Database } from 'better-sqlite3'
import { RoaringBitmap32 } from 'roaring-wasm'
import { type Rows, toBytes } from './rows.ts'

/** How many rows of a word are read at once. */
const SLICE = 1_000_000

/** Writes for each word of the search index, as its tokenizer made it, the set of rows that have it. */
export function writeWords(db: Database, slice = SLICE) {
  db.exec('CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, search, row)')
  const words = db.prepare('SELECT term FROM temp.vocabulary').pluck().all() as string[]
  const insert = db.prepare('INSERT INTO words (word, rows) VALUES (?, ?)')
  const find = db
    .prepare('SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid LIMIT ?')
    .pluck()
  const rowsFrom = (word: string, first: number) =>
    find.all(`"${word}"`, BigInt(first), slice) as number[]
  db.transaction(() => {
    for (const word of words)
      insert.run(
        word,
        bytesOf(first => rowsFrom(word, first), slice),
      )
  })()
  db.exec('DROP TABLE temp.vocabulary')
}

/** Reads slice by slice, so that no word is ever in memory row by row. */
function bytesOf(rowsFrom: (first: number) => number[], slice: number): Uint8Array {
  const rows: Rows = new RoaringBitmap32()
  for (let first = 0; ; ) {
    const found = rowsFrom(first)
    rows.addMany(found)
    if (found.length < slice) break
    first = rows.maximum() + 1
  }
  const bytes = toBytes(rows)
  rows.dispose()
  return bytes
}
