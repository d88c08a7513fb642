import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { collectionNames } from '../model/collections.ts'
import type { World } from '../model/filter.ts'
import { sha256 } from '../model/hash.ts'
import { checkSeed } from './check.ts'
import { claimRowsWriter } from './claim-rows.ts'
import { sealContent, UNKNOWN } from './content.ts'
import { createDatabase } from './database.ts'
import { dayWriters } from './days.ts'
import type { Records } from './derive.ts'
import { Description } from './describe.ts'
import { inputsFingerprint, programFingerprint } from './fingerprint.ts'
import { readSeed } from './seed.ts'
import { TableWriter } from './tables.ts'
import type { Frame, Ranges, Retirement, Told } from './told.ts'
import { worldOf } from './world.ts'
import { recordWriter, searchWriter, tableWriter, writeRetired } from './write-records.ts'
import { setWriter } from './write-sets.ts'
import { writeWords } from './write-words.ts'

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
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
  return derived.records
}

/** Writes a dataset file from what a seed amounts to; `inputs` identifies what it was made from. */
export function writeDatabase(path: string, seed: Frame, told: Told, inputs: string) {
  const loose = `${path}.loose`
  const db = createDatabase(loose)
  // What a record names may be of a later collection: looked for each time it would take too long.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => writeContent(db, seed, told, inputs))()
    refuseBroken(db)
    // The search index is whole only after the commit.
    db.exec("INSERT INTO search(search) VALUES ('optimize')")
    writeWords(db)
    db.exec('PRAGMA analysis_limit = 1000; ANALYZE')
    db.prepare('VACUUM INTO ?').run(path)
    sealContent(path)
  } finally {
    db.close()
    rmSync(loose)
  }
}

function refuseBroken(db: Database) {
  const [broken] = db.pragma('foreign_key_check') as { table: string; parent: string }[]
  if (broken) throw new Error(`table ${broken.table} names what is not in ${broken.parent}`)
}

function writeContent(db: Database, { dataset, retired }: Frame, told: Told, inputs: string) {
  const { release, releases } = told.history
  const world = worldOf(retired, told)
  const description = new Description()
  const ranges = writeCollections(db, told, world, description)
  writeRetired(db, retired, world, release.version)
  writeMeta(db, {
    release,
    edition: editionOf(retired, told),
    releases: releases.map(({ version, date }) => ({ version, date })),
    coverage: description.coverage(dataset.gaps),
    page: description.page(dataset, ranges, release),
    ranges,
    inputs,
    program: programFingerprint(),
    content: UNKNOWN,
  })
}

/** Goes through the records of each collection once. */
function writeCollections(
  db: Database,
  { records }: Told,
  world: World,
  description: Description,
): Ranges {
  const ranges = {} as Ranges
  const tables = new TableWriter(db)
  let row = 0
  for (const name of collectionNames) {
    const first = row
    const writers = [
      tableWriter(tables, name),
      recordWriter(db, name),
      ...searchWriter(db, name),
      setWriter(db, name, world),
      ...dayWriters(db, name, world),
      ...description.writers(name),
      ...(name === 'claims' ? [claimRowsWriter(db, ranges)] : []),
    ]
    for (const record of records[name]) {
      for (const writer of writers) writer.add(record, row)
      row++
    }
    for (const writer of writers) writer.end?.()
    ranges[name] = [first, row - first]
  }
  return ranges
}

/** Tells one state of all that is served from another, whatever program built it. */
const editionOf = (
  retired: Retirement[],
  { history: { release, releases, changes } }: Told,
): string =>
  sha256(JSON.stringify([release, releases, changes, retired.map(({ value }) => value)])).slice(
    0,
    16,
  )

function writeMeta(db: Database, values: object) {
  const insert = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
  for (const [key, value] of Object.entries(values)) insert.run(key, JSON.stringify(value))
}
