import type { Database, Statement } from 'better-sqlite3'
import { RoaringBitmap32 } from 'roaring-wasm'
import { type Cited, type CitedRecord, recordCitations } from '../model/citation.ts'
import { type CollectionName, collection } from '../model/collections.ts'
import type { Coverage } from '../model/dataset.ts'
import type { ClaimedCollection } from '../model/fields.ts'
import { fold } from '../model/nearest.ts'
import type { Release } from '../model/release.ts'
import { type ClaimRows, readClaimRows } from './claim-rows.ts'
import { openReadOnly } from './database.ts'
import { type Days, isUndated, readDays } from './days.ts'
import { programFingerprint } from './fingerprint.ts'
import { readMeta } from './meta.ts'
import { neighbours } from './neighbours.ts'
import { type Frame, RecordBytes } from './record-bytes.ts'
import { type Retired, readRetired } from './retired.ts'
import type { Rows } from './rows.ts'
import { type SearchLimits, SearchPool } from './search-pool.ts'
import { Sets } from './sets.ts'
import type { Ranges } from './told.ts'
import { Words } from './words.ts'

/** A name of an actor, folded for comparison. */
export type ActorName = { id: string; kind: string; name: string; folded: string }

/** A record as it is stored: its JSON is what is sent. */
export type StoredRecord = {
  row: number
  collection: CollectionName
  id: string
  title: string
  json: string
}

const RECORD = 'SELECT row, collection, id, title, json FROM records WHERE'

/** One dataset file, open for reading. Nothing in it ever changes. */
export class Dataset {
  readonly release: Release
  /** The hash that the file was built with. */
  readonly content: string
  /** Identifies everything that answers are made from: the records, and the data derived from them. */
  readonly edition: string
  readonly coverage: Coverage
  readonly ranges: Ranges
  readonly page: string
  readonly cited: Cited
  readonly names: ActorName[]
  /** The releases, oldest first. */
  readonly releases: { version: string; date: string }[]
  readonly regions: { code: string; name: string }[]
  readonly words: Words
  readonly search: SearchPool
  readonly #db: Database
  readonly #record: Statement
  readonly #find: Statement
  readonly #jsons: Statement
  readonly #bytes: RecordBytes
  readonly #row: Statement
  readonly #sets: Sets
  readonly #days = new Map<string, Days>()
  #citations: ReturnType<typeof recordCitations> | undefined
  readonly #hashes: Map<string, string>
  readonly #claimRows: Map<ClaimedCollection, ClaimRows>
  readonly #retired: Map<string, Retired>

  /** Opens a file. Throws where it is missing or made by another version of this program; see ContentCheck for damage. */
  constructor(file: string, searchLimits?: SearchLimits) {
    this.#db = openReadOnly(file)
    const meta = readMeta(this.#db)
    if (meta.program !== programFingerprint())
      throw new Error(`${file} was built by another version of this program`)
    this.content = meta.content as string
    this.release = meta.release as Release
    this.edition = meta.edition as string
    this.coverage = meta.coverage as Coverage
    this.ranges = meta.ranges as Ranges
    this.page = JSON.stringify(meta.page)
    this.cited = meta.page as Cited
    this.names = this.#readNames()
    this.releases = meta.releases as Dataset['releases']
    this.#retired = readRetired(this.#db)
    this.regions = this.#db
      .prepare('SELECT code, name FROM regions ORDER BY code')
      .all() as Dataset['regions']
    this.#hashes = this.#readHashes()
    this.#claimRows = readClaimRows(this.#db)
    this.words = new Words(this.#db)
    this.search = new SearchPool(file, this.content, searchLimits)
    this.#record = this.#db.prepare(`${RECORD} row = ?`)
    this.#find = this.#db.prepare(`${RECORD} collection = ? AND id = ?`)
    this.#jsons = this.#db
      .prepare(
        // A cross join goes over its first table in order, and looks up the second.
        'SELECT records.json FROM json_each(?) AS wanted CROSS JOIN records ON row = wanted.value',
      )
      .pluck()
    this.#bytes = new RecordBytes(this.#db)
    this.#row = this.#db.prepare('SELECT row FROM records WHERE collection = ? AND id = ?').pluck()
    this.#sets = new Sets(this.#db)
  }

  /** Ends what the dataset has begun and frees its sets; an answer in the making builds those that it needs again. */
  retire() {
    this.#sets.clear()
    this.words.clear()
    this.search.retire()
  }

  /** How to cite a record, as JSON. */
  citationOf(record: CitedRecord): string {
    this.#citations ??= recordCitations(this.cited, this.release)
    return this.#citations(record)
  }

  /** First row of a collection and the row after its last one. */
  span(name: CollectionName): [number, number] {
    const [first, count] = this.ranges[name]
    return [first, first + count]
  }

  /** Every row of a collection. */
  all(name: CollectionName): Rows {
    return RoaringBitmap32.fromRange(...this.span(name))
  }

  /** Whether the file still gives a record. */
  isReadable(): boolean {
    try {
      // From the file, not from the memory of what was read before.
      this.#db.pragma('shrink_memory')
      return this.record(0) !== undefined
    } catch {
      return false
    }
  }

  /** A record by its row. */
  record(row: number): StoredRecord {
    return this.#record.get(row) as StoredRecord
  }

  /** A record by its id; undefined where there is none. */
  find(name: CollectionName, id: string): StoredRecord | undefined {
    return this.#find.get(name, id) as StoredRecord | undefined
  }

  /** The JSON of records, in the order of `rows`: all at once take a fifth of the time that they take one by one. */
  jsons(rows: number[]): string[] {
    return this.#jsons.all(JSON.stringify(rows)) as string[]
  }

  /** The JSON of records in the order of `rows`, with something before, between and after them. */
  joined(rows: number[], frame: Frame): Buffer {
    return this.#bytes.of(rows, frame)
  }

  /** The row of a record; undefined where there is none. */
  row(name: CollectionName, id: string): number | undefined {
    return this.#row.get(name, id) as number | undefined
  }

  /** The row of the first claim on a record of a collection, by the record's row, and how many claims there are. */
  claimRows(name: ClaimedCollection, row: number): [first: number, count: number] {
    const { first, count } = this.#claimRows.get(name) as ClaimRows
    const index = row - this.ranges[name][0]
    return [first[index] as number, count[index] as number]
  }

  /** How many claims there are on records of a collection. */
  countClaims(name: ClaimedCollection, rows: Uint32Array): number {
    const { count } = this.#claimRows.get(name) as ClaimRows
    const [first] = this.ranges[name]
    let total = 0
    for (const row of rows) total += count[row - first] as number
    return total
  }

  /** The rows that have a value; empty where none has. */
  rows(name: CollectionName, filter: string, value: string): Rows {
    return this.#sets.rows(name, filter, value)
  }

  /** The values that some record has for a filter, without qualified ones, in order. */
  values(name: CollectionName, filter: string): string[] {
    return this.#sets.values(name, filter)
  }

  /** The values of a filter that are next to one in their order. */
  similarValues(name: CollectionName, filter: string, value: string): string[] {
    const from = 'sets WHERE collection = ? AND filter = ?'
    return neighbours(this.#db, 'value', from, [name, filter], value)
  }

  /** The ids of a collection that are next to one in their order. */
  similarIds(name: CollectionName, id: string): string[] {
    return neighbours(this.#db, 'id', 'records WHERE collection = ?', [name], id)
  }

  /** The days of a collection, in row order: of its date, or of another span of its records. */
  days(name: CollectionName, span = 'date'): Days {
    const key = `${name} ${span}`
    const days = this.#days.get(key) ?? readDays(this.#db, name, span)
    this.#days.set(key, days)
    return days
  }

  /** How many rows of a collection, its last ones, have no date at all. */
  undated(name: CollectionName): number {
    if (!collection(name).date) return 0
    const { earliest, latest } = this.days(name)
    let dated = latest.length
    while (dated > 0 && isUndated(earliest[dated - 1] as number, latest[dated - 1] as number))
      dated--
    return latest.length - dated
  }

  /** The sha256 of a document's file; undefined for a reference. */
  documentHash(id: string): string | undefined {
    return this.#hashes.get(id)
  }

  /** What became of a record that is gone, its path being `path`; undefined where there never was one. */
  fate(path: string): Retired | undefined {
    const retired = this.#retired.get(path)
    return retired?.into ? (this.fate(retired.into) ?? retired) : retired
  }

  #readHashes(): Map<string, string> {
    const find = this.#db.prepare('SELECT id, sha256 FROM documents WHERE sha256 IS NOT NULL').raw()
    return new Map(find.all() as [string, string][])
  }

  #readNames(): ActorName[] {
    const find = this.#db.prepare(
      `SELECT a.id, a.kind, n.name FROM actor_names n JOIN actors a ON a.id = n.actor_id
        ORDER BY a.id, n.name`,
    )
    return (find.all() as Omit<ActorName, 'folded'>[]).map(name => ({
      ...name,
      folded: fold(name.name),
    }))
  }
}
