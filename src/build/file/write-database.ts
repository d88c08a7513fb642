import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3'
import { Checksum, storedChecksum, UNSEALED } from '../../dataset/checksum.ts'
import { APPLICATION_ID, formatId, readMigrations } from '../../dataset/format.ts'
import { type Ranges, writeMeta } from '../../dataset/meta.ts'
import { collectionNames } from '../../model/collections.ts'
import { sha256 } from '../../model/hash.ts'
import type { BuildInput } from '../derive/derive.ts'
import { worldOf } from '../derive/world.ts'
import type { Seed } from '../seed/seed.ts'
import { coverageIn, describe } from './describe.ts'
import { retiredTable, tableWriter } from './tables.ts'
import { writeCollection } from './write-collection.ts'

/** The part of a seed that a dataset file is written from. */
export type Frame = Pick<Seed, 'dataset' | 'retired'>

const CACHE_KB = 128 * 1_024

/** Writes a new dataset file and syncs it; `inputs` identifies what it is built from. */
export function writeDatabase(path: string, frame: Frame, contents: BuildInput, inputs: string) {
  const loose = `${path}.loose`
  const db = new Sqlite(loose)
  // OFF is ignored in the defensive mode of better-sqlite3: SQLite would write a journal beside the file.
  db.pragma('journal_mode = MEMORY')
  db.pragma('synchronous = OFF')
  db.pragma(`cache_size = -${CACHE_KB}`)
  // Checked once at the end: a record may name one that is written later.
  db.pragma('foreign_keys = OFF')
  db.pragma(`application_id = ${APPLICATION_ID}`)
  try {
    for (const sql of readMigrations()) db.exec(sql)
    db.transaction(() => writeContents(db, frame, contents, inputs))()
    refuseBrokenKeys(db)
    // The search index is complete only after the commit.
    db.exec("INSERT INTO search(search) VALUES ('optimize')")
    db.exec('PRAGMA analysis_limit = 1000; ANALYZE')
    db.prepare('VACUUM INTO ?').run(path)
    seal(path)
  } finally {
    db.close()
    rmSync(loose, { force: true })
  }
}

function refuseBrokenKeys(db: Database) {
  const broken = db.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').get()
  if (broken) throw new Error(`table ${broken.table} names a missing row of ${broken.parent}`)
}

function writeContents(db: Database, frame: Frame, contents: BuildInput, inputs: string) {
  const { release, releases } = contents.history
  const world = worldOf(frame.retired, contents)
  let first = 0
  const entries = collectionNames.map(name => {
    const range = writeCollection(db, name, contents.records[name], first, world)
    first += range.count
    return [name, range]
  })
  const ranges: Ranges = Object.fromEntries(entries)
  const writeRetired = tableWriter(db, [retiredTable])
  for (const { value } of frame.retired)
    writeRetired({ ...value, release: world.lastChanged(value.record) ?? release.version })
  writeMeta(db, {
    format: formatId,
    inputs,
    content: UNSEALED,
    release,
    as_of: contents.asOf,
    edition: editionOf(frame, contents),
    releases: releases.map(({ version, date }) => ({ version, date })),
    coverage: coverageIn(db),
    page: describe(db, frame.dataset, ranges, release, contents.registers),
    ranges,
  })
}

/** Identifies a state of everything that is served, whatever program built it. */
const editionOf = ({ retired }: Frame, { history, registers }: BuildInput): string => {
  const { release, releases, changes } = history
  const state = [release, releases, changes, retired.map(({ value }) => value), registers]
  return sha256(JSON.stringify(state)).slice(0, 16)
}

const CHUNK_BYTES = 2 ** 20

/** Stores the checksum of a finished file in it, and syncs it to the disk. */
export function seal(path: string) {
  const checksum = new Checksum(UNSEALED)
  const handle = openSync(path, 'r+')
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES)
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk))
      checksum.update(chunk.subarray(0, read))
    const stored = storedChecksum(checksum.digest())
    for (const offset of checksum.offsets) writeSync(handle, stored, 0, stored.length, offset)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
