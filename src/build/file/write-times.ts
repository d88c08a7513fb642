import type { Database } from 'better-sqlite3'
import { RECORD, timesOf } from '../../dataset/times.ts'
import { type CollectionName, collection, type ForceTime } from '../../model/collections.ts'
import { dayNumber } from '../../model/dates.ts'
import type { World } from '../../model/filter.ts'
import { certainties, NEVER, type Span } from '../../model/force.ts'
import { withWider } from '../../model/vocabulary.ts'
import { addRow, writeDays, writeSets } from './write-sets.ts'

/** The values that a time of force has for each filter of times. */
const filters: Record<string, (time: ForceTime) => string[]> = {
  activity: ({ activities }) => activities.flatMap(withWider),
  region: ({ regions }) => regions,
  unstated: ({ isUnstated }) => (isUnstated ? ['true'] : []),
  planned: ({ planned }) => [String(planned)],
}

/** The days of a time of force; open ends are at infinity. */
const spans: Record<string, (time: ForceTime) => Span | undefined> = {
  ...Object.fromEntries(certainties.map(one => [one, ({ spans }: ForceTime) => spans[one]])),
  confirmed: ({ confirmed }) =>
    confirmed === null ? undefined : [-Infinity, dayNumber(confirmed)],
}

/** Collects the times of force of the records of a collection, and writes them as rows of their own. */
export function timesWriter(db: Database, name: CollectionName, world: World) {
  const { times: timesIn } = collection(name)
  const sets = Object.keys(filters).map(name => ({ name, rows: new Map() }))
  const days = new Map([RECORD, ...Object.keys(spans)].map(name => [name, [] as Span[]]))
  let count = 0
  return {
    add(record: unknown, row: number) {
      for (const time of timesIn?.(record, world) ?? []) {
        for (const set of sets) addRow(set, filters[set.name]!(time), count)
        for (const [name, list] of days)
          list.push(name === RECORD ? [row, row] : (spans[name]!(time) ?? NEVER))
        count++
      }
    },
    write() {
      if (!timesIn) return
      writeSets(db, timesOf(name), sets, count)
      writeDays(db, timesOf(name), days)
    },
  }
}
