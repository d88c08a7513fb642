import type { Database, Statement } from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import { RoaringBitmap32 } from 'roaring-wasm'
import type { CollectionName } from '../model/collections.ts'
import { fromBytes, keepRows, type Rows } from './rows.ts'

const KEPT_BYTES = 64 * 2 ** 20
/** What a set takes in memory beside its rows. */
const SET_BYTES = 500

/** For each value of each filter the rows that have it, as they lie in the file; the sets used lately are in memory. */
export class Sets {
  readonly #db: Database
  readonly #find: Statement
  readonly #kept = new LRUCache<string, Rows>({
    maxSize: KEPT_BYTES,
    sizeCalculation: rows => rows.getSerializationSizeInBytes('portable') + SET_BYTES,
    // Whoever works with a set now has done so when its turn ends.
    dispose: rows => setImmediate(() => rows.dispose()),
  })
  readonly #values = new Map<string, string[]>()

  constructor(db: Database) {
    this.#db = db
    this.#find = db
      .prepare('SELECT rows FROM sets WHERE collection = ? AND filter = ? AND value = ?')
      .pluck()
  }

  /** The rows that have a value; empty where none has. */
  rows(name: CollectionName, filter: string, value: string): Rows {
    const key = `${name} ${filter} ${value}`
    const known = this.#kept.get(key)
    if (known) return known
    const bytes = this.#find.get(name, filter, value) as Uint8Array | undefined
    const rows = keepRows(bytes ? fromBytes(bytes) : new RoaringBitmap32())
    this.#kept.set(key, rows)
    return rows
  }

  /** The values that some record has for a filter, without qualified ones, in order. */
  values(name: CollectionName, filter: string): string[] {
    const key = `${name} ${filter}`
    const values = this.#values.get(key) ?? this.#readValues(name, filter)
    this.#values.set(key, values)
    return values
  }

  #readValues(name: CollectionName, filter: string): string[] {
    const find = this.#db
      .prepare('SELECT value FROM sets WHERE collection = ? AND filter = ? ORDER BY value')
      .pluck()
    return (find.all(name, filter) as string[]).filter(value => !QUALIFIED.test(value))
  }

  /** Frees the sets that are kept; who needs one again gets it anew. */
  clear() {
    this.#kept.clear()
  }
}

const QUALIFIED = / [a-z_]+=/
