import type { Database } from 'better-sqlite3'
import { RoaringBitmap32 } from 'roaring-wasm'
import { type CollectionName, collection } from '../model/collections.ts'
import type { World } from '../model/filter.ts'
import { fromBytes, toBytes } from './int32.ts'
import { toBytes as encode } from './rows.ts'
import type { Writer } from './writer.ts'

/** Rows that are held in memory until they are put aside. */
const HELD = 2_000_000

/** Writes for each value of each filter of a collection the set of rows that have it. */
export function setWriter(
  db: Database,
  name: CollectionName,
  world: World,
  mostHeld = HELD,
): Writer {
  const filters = collection(name).filters.flatMap(({ name, keys }) =>
    keys ? [{ name, keys, sets: new Map<string, number[]>() }] : [],
  )
  let held = 0
  const parts = partsOf(db)
  const putAside = () => {
    for (const { name, sets } of filters) {
      for (const [value, rows] of sets) parts.put(name, value, rows)
      sets.clear()
    }
    held = 0
  }
  return {
    add(record, row) {
      for (const { keys, sets } of filters)
        for (const value of keys(record as never, world)) {
          const rows = sets.get(value)
          if (rows) rows.push(row)
          else sets.set(value, [row])
          held++
        }
      if (held >= mostHeld) putAside()
    },
    end() {
      putAside()
      parts.join(name)
    },
  }
}

/** A table beside the file in which the sets wait in parts, however many there are. */
function partsOf(db: Database) {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS parts (filter TEXT, value TEXT, rows BLOB)')
  db.aggregate('rows_of', {
    start: () => new RoaringBitmap32(),
    step: (rows, bytes) => void rows.addMany(fromBytes(bytes as unknown as Uint8Array)),
    result: finished,
  })
  const insert = db.prepare('INSERT INTO temp.parts (filter, value, rows) VALUES (?, ?, ?)')
  return {
    put: (filter: string, value: string, rows: number[]) =>
      void insert.run(filter, value, toBytes(rows)),
    join(name: CollectionName) {
      db.prepare(
        `INSERT INTO sets (collection, filter, value, rows)
          SELECT ?, filter, value, rows_of(rows) FROM temp.parts GROUP BY filter, value`,
      ).run(name)
      db.exec('DELETE FROM temp.parts')
    },
  }
}

function finished(rows: RoaringBitmap32): Buffer {
  const bytes = encode(rows)
  rows.dispose()
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
