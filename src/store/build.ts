import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { RoaringBitmap32 } from 'roaring-wasm'
import { type CollectionName, collection, collectionNames } from '../model/collections.ts'
import type { EventDate } from '../model/dates.ts'
import { bounds } from '../model/dates.ts'
import type { World } from '../model/filters.ts'
import { checkSeed } from './check.ts'
import { contentHash, createDatabase } from './database.ts'
import type { Records } from './derive.ts'
import { describeDataset } from './describe.ts'
import { inputsFingerprint, programFingerprint } from './fingerprint.ts'
import { readSeed, type Seed } from './seed.ts'
import { TableWriter } from './tables.ts'
import { worldOf } from './world.ts'

/** First row and number of rows of each collection. */
export type Ranges = Record<CollectionName, [first: number, count: number]>

/**
 * Builds the dataset file from a seed folder: writes beside it, syncs and renames, so that the old file stays whole
 * until the new one is. Throws a SeedError where the seed is not fit.
 */
export function buildDataset(seedFolder: string, file: string): Records {
  const seed = readSeed(seedFolder)
  const records = checkSeed(seed)
  const draft = `${file}.${process.pid}.draft`
  mkdirSync(dirname(file), { recursive: true })
  rmSync(draft, { force: true })
  try {
    writeDatabase(draft, seed, records, inputsFingerprint(seedFolder))
    sync(draft)
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
  return records
}

function sync(path: string) {
  const handle = openSync(path, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

function writeDatabase(path: string, seed: Seed, records: Records, inputs: string) {
  const db = createDatabase(path)
  try {
    db.transaction(() => writeContent(db, seed, records, inputs))()
    db.exec("INSERT INTO search(search) VALUES ('optimize'); ANALYZE; VACUUM")
  } finally {
    db.close()
  }
}

function writeContent(db: Database, seed: Seed, records: Records, inputs: string) {
  const ranges = rangesOf(records)
  const world = worldOf(records)
  writeTables(db, records)
  const hash = writeRecords(db, seed, records)
  for (const name of collectionNames) {
    writeSets(db, name, records[name], ranges[name][0], world)
    writeSearch(db, name, records[name], ranges[name][0])
    writeDays(db, name, records[name])
  }
  const meta = {
    ...describeDataset(seed, records, hash),
    ranges,
    inputs,
    program: programFingerprint(),
  }
  const insert = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
  for (const [key, value] of Object.entries({ ...meta, content: contentHash(db) }))
    insert.run(key, JSON.stringify(value))
}

function rangesOf(records: Records): Ranges {
  let first = 0
  const ranges = collectionNames.map(name => {
    const range: [number, number] = [first, records[name].length]
    first += records[name].length
    return [name, range]
  })
  return Object.fromEntries(ranges)
}

function writeTables(db: Database, records: Records) {
  const tables = new TableWriter(db)
  const parentsFirst: CollectionName[] = [
    'terms',
    'documents',
    'regions',
    'actors',
    'actions',
    'claims',
  ]
  db.pragma('defer_foreign_keys = ON')
  for (const name of parentsFirst)
    for (const record of records[name]) tables.write(name, record as object)
}

/** Writes each record as the JSON that is sent, in row order; returns the hash of them all and of the dataset's own words. */
function writeRecords(db: Database, { dataset }: Seed, records: Records): string {
  const insert = db.prepare('INSERT INTO records (row, collection, id, json) VALUES (?, ?, ?, ?)')
  const hash = createHash('sha256').update(JSON.stringify(dataset))
  let row = 0
  for (const name of collectionNames)
    for (const record of records[name]) {
      const cells = [name, collection(name).key(record as never), JSON.stringify(record)]
      hash.update(`${cells.join('\t')}\n`)
      insert.run(row++, ...cells)
    }
  return hash.digest('hex')
}

function writeSets(
  db: Database,
  name: CollectionName,
  records: unknown[],
  first: number,
  world: World,
) {
  const insert = db.prepare(
    'INSERT INTO sets (collection, filter, value, rows) VALUES (?, ?, ?, ?)',
  )
  for (const { name: filter, keys } of collection(name).filters) {
    if (!keys) continue
    const sets = new Map<string, RoaringBitmap32>()
    records.forEach((record, index) => {
      for (const value of keys(record as never, world)) addTo(sets, value, first + index)
    })
    for (const [value, rows] of sets) insert.run(name, filter, value, encode(rows))
  }
}

function addTo(sets: Map<string, RoaringBitmap32>, value: string, row: number) {
  const rows = sets.get(value) ?? new RoaringBitmap32()
  rows.add(row)
  sets.set(value, rows)
}

function encode(rows: RoaringBitmap32): Uint8Array {
  rows.optimize()
  const bytes = rows.serialize('portable')
  rows.dispose()
  return bytes
}

function writeSearch(db: Database, name: CollectionName, records: unknown[], first: number) {
  const insert = db.prepare('INSERT INTO search (rowid, title, names, body) VALUES (?, ?, ?, ?)')
  records.forEach((record, index) => {
    const { title, names = [], body = '' } = collection(name).text(record as never)
    insert.run(first + index, title, names.join('\n'), body)
  })
}

/** What stands for an open end in 32 bits. */
export const OPEN_START = -(2 ** 31)
export const OPEN_END = 2 ** 31 - 1

/** The first and last day of each dated record as 32-bit numbers in row order, an open end at the limit. */
function writeDays(db: Database, name: CollectionName, records: unknown[]) {
  const { date } = collection(name)
  if (!date) return
  const days = records.map(record => bounds(date(record as never) as EventDate | null))
  const earliest = Int32Array.from(days, ([first]) => Math.max(first, OPEN_START))
  const latest = Int32Array.from(days, ([, last]) => Math.min(last, OPEN_END))
  const bytes = (numbers: Int32Array) => new Uint8Array(numbers.buffer)
  db.prepare('INSERT INTO days (collection, earliest, latest) VALUES (?, ?, ?)').run(
    name,
    bytes(earliest),
    bytes(latest),
  )
}
