import type { Database } from 'better-sqlite3'
import { RoaringBitmap32 } from 'roaring-wasm'
import { type CollectionName, collection } from '../model/collections.ts'
import type { World } from '../model/filter.ts'
import { toBytes } from './rows.ts'

/** Writes for each value of each filter of a collection the set of rows that have it; `first` is the row of the first record. */
export function writeSets(
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
    for (const [value, rows] of sets) {
      insert.run(name, filter, value, toBytes(rows))
      rows.dispose()
    }
  }
}

function addTo(sets: Map<string, RoaringBitmap32>, value: string, row: number) {
  const rows = sets.get(value) ?? new RoaringBitmap32()
  rows.add(row)
  sets.set(value, rows)
}
