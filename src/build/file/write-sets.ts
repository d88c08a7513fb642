import type { Database } from 'better-sqlite3'
import { encodeDays } from '../../dataset/days.ts'
import { encodeRows } from '../../dataset/rows.ts'
import type { Span } from '../../model/force.ts'
import { insertInto } from './tables.ts'

/** The rows that have each value of a filter. */
export type Sets = { name: string; rows: Map<string, number[]> }

export function addRow({ rows }: Sets, values: Iterable<string>, row: number) {
  for (const value of new Set(values)) {
    const having = rows.get(value)
    if (having) having.push(row)
    else rows.set(value, [row])
  }
}

export function writeSets(db: Database, collection: string, sets: Sets[], count: number) {
  const insert = insertInto(db, 'sets', ['collection', 'filter', 'value', 'rows'])
  for (const { name, rows } of sets)
    for (const [value, having] of rows)
      insert.run(collection, name, value, encodeRows(having, count))
}

export function writeDays(db: Database, collection: string, spans: Map<string, Span[]>) {
  const insert = insertInto(db, 'days', ['collection', 'span', 'earliest', 'latest'])
  for (const [name, days] of spans) {
    const [earliest, latest] = [days.map(([first]) => first), days.map(([, last]) => last)]
    insert.run(collection, name, encodeDays(earliest), encodeDays(latest))
  }
}
