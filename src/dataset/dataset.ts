import { type Stats, statSync } from 'node:fs'
import type { Database, Statement } from 'better-sqlite3'
import { TypedFastBitSet } from 'typedfastbitset'
import type { CollectionName } from '../model/collections.ts'
import { fold } from '../model/names.ts'
import type { Region } from '../model/region.ts'
import { openReadOnly, prepareValues } from './database.ts'
import { type Days, readDays } from './days.ts'
import { refuseOtherFormat } from './format.ts'
import { type Meta, readMeta } from './meta.ts'
import { decodeRows, isList, type Rows, rowsBetween, type StoredRows, toSet } from './rows.ts'
import { SearchClient, type SearchLimits } from './search-client.ts'
import type { TimesName } from './times.ts'

/** A name of an actor, folded for comparison. */
export type ActorName = { id: string; kind: string; name: string; folded: string }

/** A record as it is stored; `row` is its place in its collection, `json` the text that is sent. */
export type StoredRecord = { row: number; id: string; title: string; json: string }

/** A rule, case or licence that an action is a step of. */
export type StoredStep = { matter: string; stage: string | null }

/** An amount of an action. */
export type StoredAmount = {
  quantity: string
  unit: string
  low: number | null
  best: number | null
  high: number | null
  modality: string
}

/** An id that no record has any more. */
export type Retired = {
  record: string
  /** The record that took its place; null if it was withdrawn. */
  into: string | null
  /** Null while it is not released. */
  reason: string | null
  note: string | null
  release: string
}

/** A set that is stored in rows: the records of a collection, or their times of force. */
export type RowsName = CollectionName | TimesName

/** How many ids or values on each side of one in their order are candidates for what was meant. */
const NEIGHBOURS = 200

/** Somebody has written to the dataset file that is served: what is read from it may be wrong. */
export class DatasetChanged extends Error {
  override readonly name = 'DatasetChanged'
}

/** One dataset file, open for reading. Nothing in it ever changes. */
export class Dataset {
  readonly meta: Meta
  readonly names: ActorName[]
  /** The identifiers of actors in other registers, as names. */
  readonly identifiers: ActorName[]
  /** The regions by their codes. */
  readonly regions: ReadonlyMap<string, Region>
  /** The times of the releases by their versions. */
  readonly releaseTimes: ReadonlyMap<string, string>
  readonly search: SearchClient
  readonly #file: string
  readonly #opened: Stats
  /** Whether it has been found that somebody wrote to the file since it was opened. */
  isChanged = false
  readonly #db: Database
  readonly #byId: Statement<[string, string], StoredRecord>
  readonly #byRow: Statement<[number], StoredRecord>
  readonly #jsons: Statement<[string, number], string>
  readonly #set: Statement<[string, string, string], Uint8Array>
  readonly #days = new Map<string, Days>()
  readonly #values = new Map<string, string[]>()
  #steps: ReadonlyMap<number, StoredStep[]> | undefined
  #amounts: ReadonlyMap<number, StoredAmount[]> | undefined
  #holders: Uint32Array | undefined
  readonly #retired: Map<string, Retired>

  /** Throws if the file is missing or has another format; damage is found by verifyChecksum. */
  constructor(file: string, limits?: SearchLimits) {
    const db = openReadOnly(file)
    this.#file = file
    this.#opened = statSync(file)
    this.#db = db
    this.meta = readMeta(db)
    try {
      refuseOtherFormat(file, this.meta)
    } catch (error) {
      db.close()
      throw error
    }
    const readNames = (column: string, table: string): ActorName[] =>
      db
        .prepare<[], Omit<ActorName, 'folded'>>(
          `SELECT a.id, a.kind, n.${column} AS name FROM ${table} n JOIN actors a ON a.id = n.actor_id
            ORDER BY a.id, name`,
        )
        .all()
        .map(name => ({ ...name, folded: fold(name.name) }))
    this.names = readNames('name', 'actor_names')
    this.identifiers = readNames('value', 'actor_identifiers')
    const regions = "SELECT json FROM records WHERE collection = 'regions' ORDER BY row"
    const places = prepareValues<[], string>(db, regions).all()
    this.regions = new Map(
      places.map(json => JSON.parse(json)).map((region: Region) => [region.code, region]),
    )
    const times = db.prepare<[], [string, string]>('SELECT version, time FROM releases')
    this.releaseTimes = new Map(times.raw().all())
    const retired = db.prepare<[], Retired>('SELECT * FROM retired').all()
    this.#retired = new Map(retired.map(one => [one.record, one]))
    const records = 'SELECT row, id, title, json FROM records'
    this.#byId = db.prepare(`${records} WHERE collection = ? AND id = ?`)
    this.#byRow = db.prepare(`${records} WHERE row = ?`)
    this.#jsons = prepareValues(
      db,
      // A cross join reads its first table in order and looks up the second.
      'SELECT records.json FROM json_each(?) AS wanted CROSS JOIN records ON row = wanted.value + ?',
    )
    this.#set = prepareValues(
      db,
      'SELECT rows FROM sets WHERE collection = ? AND filter = ? AND value = ?',
    )
    this.search = new SearchClient(file, this.meta.content, limits)
  }

  /** How many records a collection has. */
  count(name: CollectionName): number {
    return this.meta.ranges[name].count
  }

  /** The rows of a collection in the search index: from the first to before the end. */
  range(name: CollectionName): [first: number, end: number] {
    const { first, count } = this.meta.ranges[name]
    return [first, first + count]
  }

  /** A record by its id; undefined if there is none. */
  find(name: CollectionName, id: string): StoredRecord | undefined {
    const record = this.#byId.get(name, id)
    if (record) record.row -= this.meta.ranges[name].first
    return record
  }

  /** A record by its row. */
  record(name: CollectionName, row: number): StoredRecord {
    return { ...this.#byRow.get(this.meta.ranges[name].first + row)!, row }
  }

  /** The JSON of records, in the order of `rows`. */
  jsons(name: CollectionName, rows: number[]): string[] {
    return this.#jsons.all(JSON.stringify(rows), this.meta.ranges[name].first)
  }

  /** A new set of all rows of a collection. */
  all(name: CollectionName): Rows {
    return rowsBetween(0, this.count(name))
  }

  /** A new set of the rows that have a value. */
  rows(name: RowsName, filter: string, value: string): Rows {
    const rows = this.storedRows(name, filter, value)
    return isList(rows) ? toSet(rows) : rows
  }

  /** A new set of the rows that have one of some values. */
  rowsOfAny(name: RowsName, filter: string, values: Iterable<string>): Rows {
    const union = new TypedFastBitSet()
    for (const value of values) union.union(this.rows(name, filter, value))
    return union
  }

  /** The rows that have a value, rising. */
  list(name: RowsName, filter: string, value: string): number[] {
    const rows = this.storedRows(name, filter, value)
    return isList(rows) ? [...rows] : rows.array()
  }

  /** The rows that have a value, as they are stored. */
  storedRows(name: RowsName, filter: string, value: string): StoredRows {
    const bytes = this.#set.get(name, filter, value)
    return bytes ? decodeRows(bytes) : new Uint32Array()
  }

  /** Whether some record has a value. */
  has(name: RowsName, filter: string, value: string): boolean {
    return this.#set.get(name, filter, value) !== undefined
  }

  /** The values of a filter that some record has, without qualified ones, in order. */
  values(name: RowsName, filter: string): string[] {
    const key = `${name} ${filter}`
    const known = this.#values.get(key)
    if (known) return known
    const sql = 'SELECT value FROM sets WHERE collection = ? AND filter = ? ORDER BY value'
    const all = prepareValues<[string, string], string>(this.#db, sql).all(name, filter)
    const values = all.filter(value => !QUALIFIED.test(value))
    this.#values.set(key, values)
    return values
  }

  /** The days of the records of a collection: of their date, or of another span. Throws if they have none. */
  days(name: RowsName, span = 'date'): Days {
    const key = `${name} ${span}`
    const days = this.#days.get(key) ?? readDays(this.#db, name, span)
    this.#days.set(key, days)
    return days
  }

  /** The rules, cases and licences that the actions are steps of, with their stages, by the rows of the actions. */
  steps(): ReadonlyMap<number, StoredStep[]> {
    this.#steps ??= this.#itemsOf('SELECT action_id, id AS matter, stage FROM action_matters')
    return this.#steps
  }

  /** The amounts of the actions by their rows. */
  amounts(): ReadonlyMap<number, StoredAmount[]> {
    this.#amounts ??= this.#itemsOf(
      'SELECT action_id, quantity, unit, low, best, high, modality FROM action_amounts',
    )
    return this.#amounts
  }

  /** The rows of the actors that hold the licences, by the rows of the licences. */
  holders(): Uint32Array {
    this.#holders ??= Uint32Array.from(
      prepareValues<[number], number>(
        this.#db,
        `SELECT holder.row - ? FROM records licence JOIN licences USING (id)
          JOIN records holder ON holder.collection = 'actors' AND holder.id = licences.actor
          WHERE licence.collection = 'licences' ORDER BY licence.row`,
      ).all(this.meta.ranges.actors.first),
    )
    return this.#holders
  }

  /** The items of a list that actions have, by their rows; `select` gives them with their action_id. */
  #itemsOf<T>(select: string): ReadonlyMap<number, T[]> {
    const stored = this.#db.prepare<[], T & { row: number }>(
      `SELECT row, list.* FROM (${select}) list
        JOIN records ON collection = 'actions' AND records.id = action_id`,
    )
    return Map.groupBy(stored.all(), ({ row }) => row)
  }

  /** Values of a filter near one in their order. */
  similarValues(name: CollectionName, filter: string, value: string): string[] {
    return this.#near('value', 'sets WHERE collection = ? AND filter = ?', [name, filter, value])
  }

  /** Ids of a collection near one in their order. */
  similarIds(name: CollectionName, id: string): string[] {
    return this.#near('id', 'records WHERE collection = ?', [name, id])
  }

  #near(column: string, table: string, given: string[]): string[] {
    const read = (side: string) => {
      const sql = `SELECT ${column} FROM ${table} AND ${column} ${side} LIMIT ${NEIGHBOURS}`
      return prepareValues<string[], string>(this.#db, sql).all(...given)
    }
    return [...read(`< ? ORDER BY ${column} DESC`).reverse(), ...read(`>= ? ORDER BY ${column}`)]
  }

  /** The retirement of an id, by the path of its record; undefined if no such id was retired. */
  retired(path: string): Retired | undefined {
    const retired = this.#retired.get(path)
    return retired?.into ? (this.retired(retired.into) ?? retired) : retired
  }

  /** Finds out whether somebody has written to the file since it was opened. Another one in its place does not matter. */
  examine(): boolean {
    const { ino, size, mtimeMs } = this.#opened
    const now = statSync(this.#file, { throwIfNoEntry: false })
    if (now?.ino === ino && (now.size !== size || now.mtimeMs !== mtimeMs)) this.isChanged = true
    return this.isChanged
  }

  /** Throws DatasetChanged if somebody has written to the file: what was read until now may be wrong. */
  assertUnchanged() {
    if (this.examine()) throw new DatasetChanged('somebody has written to the dataset file')
  }

  /** Whether the file is still in its place, whatever is in it. */
  isInPlace(): boolean {
    return statSync(this.#file, { throwIfNoEntry: false })?.ino === this.#opened.ino
  }

  /** Closes a file that is not going to be served. */
  async close(): Promise<void> {
    this.#db.close()
    await this.search.close()
  }

  /** Whether a record can still be read from the file. */
  isReadable(): boolean {
    try {
      // Drops the pages in memory, so that the file itself is read.
      this.#db.pragma('shrink_memory')
      return this.#byRow.get(0) !== undefined
    } catch {
      return false
    }
  }
}

/** A function of a dataset that keeps its result for as long as the dataset is in use. */
export function perDataset<T>(make: (dataset: Dataset) => T): (dataset: Dataset) => T {
  const made = new WeakMap<Dataset, T>()
  return dataset => {
    const result = made.get(dataset) ?? make(dataset)
    made.set(dataset, result)
    return result
  }
}

/** The mark of a value with qualifiers, such as `huobi role=issuer`. */
const QUALIFIED = / [a-z_]+=/
