import type { Database } from 'better-sqlite3'
import { type CollectionName, collection } from '../model/collections.ts'
import { bounds, type EventDate } from '../model/dates.ts'

/** The first and last day of each row of a collection, an open end at the limit of 32 bits. */
export type Days = { earliest: Int32Array; latest: Int32Array }

/** What stands for an open end in 32 bits. */
export const OPEN_START = -(2 ** 31)
export const OPEN_END = 2 ** 31 - 1

/** Whether two days stand for no date at all: one that is known at all is open on one side at most. */
export const isUndated = (earliest: number, latest: number): boolean =>
  earliest === OPEN_START && latest === OPEN_END

/** Writes the first and last day of each record of a dated collection, in row order. */
export function writeDays(db: Database, name: CollectionName, records: unknown[]) {
  const { date } = collection(name)
  if (!date) return
  const days = records.map(record => bounds(date(record as never) as EventDate | null))
  const earliest = Int32Array.from(days, ([first]) => Math.max(first, OPEN_START))
  const latest = Int32Array.from(days, ([, last]) => Math.min(last, OPEN_END))
  const bytes = (numbers: Int32Array) => new Uint8Array(numbers.buffer)
  const insert = db.prepare('INSERT INTO days (collection, earliest, latest) VALUES (?, ?, ?)')
  insert.run(name, bytes(earliest), bytes(latest))
}

/** Reads what writeDays wrote. */
export function readDays(db: Database, name: CollectionName): Days {
  const find = db.prepare('SELECT earliest, latest FROM days WHERE collection = ?')
  const { earliest, latest } = find.get(name) as { earliest: Uint8Array; latest: Uint8Array }
  const numbers = (bytes: Uint8Array) => new Int32Array(bytes.slice().buffer)
  return { earliest: numbers(earliest), latest: numbers(latest) }
}
