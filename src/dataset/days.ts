import type { Database } from 'better-sqlite3'
import type { CollectionName } from '../model/collections.ts'
import type { TimesName } from './times.ts'

/** The first and last day of each record of a collection, in row order, with OPEN_START and OPEN_END for an open end. */
export type Days = { earliest: Int32Array; latest: Int32Array }

export const OPEN_START = -(2 ** 31)
export const OPEN_END = 2 ** 31 - 1

/** A day as it is stored: an open end is the least or the greatest number. */
const within = (day: number) => Math.min(Math.max(day, OPEN_START), OPEN_END)

/** Days since 1970-01-01 as they are stored. */
export const encodeDays = (days: number[]) => new Uint8Array(Int32Array.from(days, within).buffer)

const decodeDays = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new Int32Array(buffer, byteOffset, byteLength / 4)

/** Reads the days of the records of a collection, or of their times of force: of their date, or of another span. Throws if they have none. */
export function readDays(db: Database, name: CollectionName | TimesName, span: string): Days {
  const stored = db
    .prepare<[string, string], Record<keyof Days, Uint8Array>>(
      'SELECT earliest, latest FROM days WHERE collection = ? AND span = ?',
    )
    .get(name, span)!
  return { earliest: decodeDays(stored.earliest), latest: decodeDays(stored.latest) }
}
