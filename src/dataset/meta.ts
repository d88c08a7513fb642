import type { Database } from 'better-sqlite3'
import type { CollectionName } from '../model/collections.ts'
import type { CoverageRow } from '../model/coverage.ts'
import type { DatasetPage } from '../model/dataset.ts'
import type { Release } from '../model/release.ts'
import { openReadOnly } from './database.ts'

/** The rows of each collection: the first, how many there are, and how many of these, the last ones, have no date. */
export type Ranges = Record<CollectionName, { first: number; count: number; undated: number }>

/** The description of a dataset file that is stored in it. */
export type Meta = {
  /** Identifies the form of the file: see format.ts. */
  format: string
  /** The hash of everything that the file was built from. */
  inputs: string
  /** The checksum of the file: see checksum.ts. */
  content: string
  release: Release
  /** The day on which its records were last compared with their sources. */
  as_of: string
  /** Identifies everything that answers are made from. */
  edition: string
  /** The releases, oldest first. */
  releases: { version: string; date: string }[]
  page: DatasetPage
  /** What the dataset covers by jurisdiction, year and kind. */
  coverage: CoverageRow[]
  ranges: Ranges
}

export function readMeta(db: Database): Meta {
  const rows = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM meta').all()
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)])) as Meta
}

/** Reads the description of a dataset file. Throws if it is not one. */
export function metaOf(file: string): Meta {
  const db = openReadOnly(file)
  try {
    return readMeta(db)
  } finally {
    db.close()
  }
}

export function writeMeta(db: Database, meta: Meta) {
  const insert = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
  for (const [key, value] of Object.entries(meta)) insert.run(key, JSON.stringify(value))
}
