import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { type CollectionName, collectionNames } from '../model/collections.ts'
import { sha256 } from '../model/hash.ts'
import { checkSeed } from './check.ts'
import { writeClaimRows } from './claim-rows.ts'
import { contentHash, createDatabase } from './database.ts'
import { writeDays } from './days.ts'
import type { Derived, Records } from './derive.ts'
import { describeDataset } from './describe.ts'
import { inputsFingerprint, programFingerprint } from './fingerprint.ts'
import { readSeed, type Seed } from './seed.ts'
import { worldOf } from './world.ts'
import { writeRecords, writeRetired, writeSearch, writeTables } from './write-records.ts'
import { writeSets } from './write-sets.ts'
import { writeWords } from './write-words.ts'

/** First row and number of rows of each collection. */
export type Ranges = Record<CollectionName, [first: number, count: number]>

/**
 * Builds the dataset file from a seed folder: writes beside it, syncs and renames, so that the old file stays whole
 * until the new one is. Throws a SeedError where the seed is not fit.
 */
export function buildDataset(seedFolder: string, file: string): Records {
  const seed = readSeed(seedFolder)
  const derived = checkSeed(seed)
  const draft = `${file}.${process.pid}.draft`
  mkdirSync(dirname(file), { recursive: true })
  rmSync(draft, { force: true })
  try {
    writeDatabase(draft, seed, derived, inputsFingerprint(seedFolder))
    sync(draft)
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
  return derived.records
}

function sync(path: string) {
  const handle = openSync(path, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** Writes a dataset file from what a seed amounts to; `inputs` identifies what it was made from. */
export function writeDatabase(path: string, seed: Seed, derived: Derived, inputs: string) {
  const db = createDatabase(path)
  try {
    db.transaction(() => writeContent(db, seed, derived, inputs))()
    // The search index is whole only after the commit.
    db.exec("INSERT INTO search(search) VALUES ('optimize')")
    writeWords(db)
    writeMeta(db, { content: contentHash(db) })
    db.exec('ANALYZE; VACUUM')
  } finally {
    db.close()
  }
}

function writeContent(db: Database, seed: Seed, derived: Derived, inputs: string) {
  const { records, history } = derived
  const ranges = rangesOf(records)
  const world = worldOf(seed, derived)
  writeTables(db, records)
  writeRetired(db, seed, derived, world)
  writeRecords(db, records)
  writeClaimRows(db, records, ranges.claims[0])
  for (const name of collectionNames) {
    writeSets(db, name, records[name], ranges[name][0], world)
    writeSearch(db, name, records[name], ranges[name][0])
    writeDays(db, name, records[name], world)
  }
  writeMeta(db, {
    release: history.release,
    edition: editionOf(seed, history),
    releases: history.releases.map(({ version, date }) => ({ version, date })),
    ...describeDataset(seed, records, history.release),
    ranges,
    inputs,
    program: programFingerprint(),
  })
}

/** Tells one state of all that is served from another, whatever program built it. */
const editionOf = ({ retired }: Seed, { release, releases, changes }: Derived['history']): string =>
  sha256(JSON.stringify([release, releases, changes, retired.map(({ value }) => value)])).slice(
    0,
    16,
  )

function writeMeta(db: Database, values: object) {
  const insert = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
  for (const [key, value] of Object.entries(values)) insert.run(key, JSON.stringify(value))
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
