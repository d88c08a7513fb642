import Sqlite, { type Database, type Statement } from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import { RoaringBitmap32 } from 'roaring-wasm'
import { fromBytes, keepRows, type Rows } from './rows.ts'

/** Bytes of sets that are kept, as they are stored. */
const KEPT = 24 * 1024 * 1024
// What SQLite and the set itself need beside the bytes.
const OVERHEAD = 200

/** The words of the search index, each with the set of rows that have it, and the tokenizer that makes words of a text. */
export class Words {
  readonly #set: Statement
  readonly #beginning: Statement
  readonly #index: Database
  readonly #put: Statement
  readonly #tokens: Statement
  readonly #sets: LRUCache<string, Rows>

  /** `kept`: bytes of sets that may be kept. */
  constructor(db: Database, kept = KEPT) {
    this.#sets = new LRUCache({
      maxSize: kept,
      sizeCalculation: rows => rows.getSerializationSizeInBytes('portable') + OVERHEAD,
      // Whoever works with a set now has done so when its turn ends.
      dispose: rows => setImmediate(() => rows.dispose()),
    })
    this.#set = db.prepare('SELECT rows FROM words WHERE word = ?').pluck()
    this.#beginning = db
      .prepare('SELECT word FROM words WHERE word >= ? AND word < ? LIMIT ?')
      .pluck()
    // The tokenizer of the index itself, in an index of one row.
    const index = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'search'").pluck()
    this.#index = new Sqlite(':memory:')
    this.#index.exec(index.get() as string)
    this.#index.exec('CREATE VIRTUAL TABLE vocabulary USING fts5vocab(search, instance)')
    this.#put = this.#index.prepare('INSERT INTO search (rowid, title) VALUES (1, ?)')
    this.#tokens = this.#index.prepare('SELECT term FROM vocabulary ORDER BY offset').pluck()
  }

  /** The words of a text in their order, as the search index would have them. */
  wordsIn(text: string): string[] {
    this.#index.exec('BEGIN')
    try {
      this.#put.run(text)
      return this.#tokens.all() as string[]
    } finally {
      this.#index.exec('ROLLBACK')
    }
  }

  /** The words that begin in a way, in order, `most` at most. */
  wordsFrom(beginning: string, most: number): string[] {
    return this.#beginning.all(beginning, `${beginning}${LAST}`, most) as string[]
  }

  /** The rows that have a word, for reading only; empty where none has. */
  rows(word: string): Rows {
    const known = this.#sets.get(word)
    if (known) return known
    const bytes = this.#set.get(word) as Uint8Array | undefined
    const rows = bytes ? fromBytes(bytes) : new RoaringBitmap32()
    this.#sets.set(word, keepRows(rows))
    return rows
  }

  /** Frees the sets; what is asked for later is read anew. */
  clear() {
    this.#sets.clear()
  }
}

const LAST = '\u{10FFFF}'
