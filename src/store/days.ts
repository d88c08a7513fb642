import type { Database } from 'better-sqlite3'
import { type CollectionName, collection } from '../model/collections.ts'
import { bounds } from '../model/dates.ts'
import type { World } from '../model/filter.ts'
import type { Span } from '../model/force.ts'
import { fromBytes, toBytes } from './int32.ts'
import type { Writer } from './writer.ts'

/** The first and last day of each row of a collection, an open end at the limit of 32 bits. */
export type Days = { earliest: Int32Array; latest: Int32Array }

/** What stands for an open end in 32 bits. */
export const OPEN_START = -(2 ** 31)
export const OPEN_END = 2 ** 31 - 1

const NEVER: Span = [OPEN_END, OPEN_START]

/** Whether two days stand for no date at all: one that is known at all is open on one side at most. */
export const isUndated = (earliest: number, latest: number): boolean =>
  earliest === OPEN_START && latest === OPEN_END

/** Writes the days of each record of a collection: those of its date, and its other spans. */
export function dayWriters(db: Database, name: CollectionName, world: World): Writer[] {
  const { date, spans = {} } = collection(name)
  const all: Record<string, (record: never) => Span | undefined> = {
    ...(date ? { date: record => bounds(date(record)) } : {}),
    ...Object.fromEntries(
      Object.entries(spans).map(([span, of]) => [span, (record: never) => of(record, world)]),
    ),
  }
  return Object.entries(all).map(([span, of]) => spanWriter(db, [name, span], of))
}

function spanWriter(
  db: Database,
  key: [collection: string, span: string],
  spanOf: (record: never) => Span | undefined,
): Writer {
  const days: Record<'earliest' | 'latest', number[]> = { earliest: [], latest: [] }
  const within = (day: number) => Math.min(Math.max(day, OPEN_START), OPEN_END)
  const insert = db.prepare(
    'INSERT INTO days (collection, span, earliest, latest) VALUES (?, ?, ?, ?)',
  )
  return {
    add(record) {
      const [first, last] = spanOf(record as never) ?? NEVER
      days.earliest.push(within(first))
      days.latest.push(within(last))
    },
    end: () => void insert.run(...key, toBytes(days.earliest), toBytes(days.latest)),
  }
}

/** Reads a span of days that dayWriters wrote. */
export function readDays(db: Database, name: CollectionName, span: string): Days {
  const find = db.prepare('SELECT earliest, latest FROM days WHERE collection = ? AND span = ?')
  const { earliest, latest } = find.get(name, span) as { earliest: Uint8Array; latest: Uint8Array }
  return { earliest: fromBytes(earliest), latest: fromBytes(latest) }
}
