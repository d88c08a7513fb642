import type { Database } from 'better-sqlite3'
import type { Ranges } from '../../dataset/meta.ts'
import { type CollectionName, collection, type Spans } from '../../model/collections.ts'
import { bounds } from '../../model/dates.ts'
import type { World } from '../../model/filter.ts'
import { NEVER, type Span } from '../../model/force.ts'
import { joinNames, separateCharacters } from '../../model/scripts.ts'
import { insertInto, tablesOf, tableWriter } from './tables.ts'
import { addRow, writeDays, writeSets } from './write-sets.ts'
import { timesWriter } from './write-times.ts'

/**
 * Writes the records of a collection, in row order, as tables, as served JSON, and as what filters and search read.
 * `first`: the row of the first record over all collections.
 */
export function writeCollection(
  db: Database,
  name: CollectionName,
  records: Iterable<unknown>,
  first: number,
  world: World,
): Ranges[CollectionName] {
  const { date, filters, spans } = collection(name)
  const write = recordWriter(db, name)
  const stored = filters.flatMap(({ name, keys }) =>
    keys ? { name, keys, rows: new Map<string, number[]>() } : [],
  )
  const spanNames = [...(spans?.names ?? []), ...(date ? ['date'] : [])]
  const days = new Map(spanNames.map(name => [name, [] as Span[]]))
  const times = timesWriter(db, name, world)
  let [count, undated] = [0, 0]
  for (const record of records) {
    write(record, first + count)
    for (const set of stored) addRow(set, set.keys(record, world), count)
    times.add(record, count)
    const day = date?.(record)
    const own: Spans = { ...spans?.of(record, world), ...(date && { date: bounds(day ?? null) }) }
    for (const [name, list] of days) list.push(own[name] ?? NEVER)
    if (date && !day?.earliest && !day?.latest) undated++
    count++
  }
  writeSets(db, name, stored, count)
  writeDays(db, name, days)
  times.write()
  return { first, count, undated }
}

/** A writer of a record at a row: into its tables, as JSON, and into the search index. */
function recordWriter(db: Database, name: CollectionName) {
  const { key, text } = collection(name)
  const writeTables = tableWriter(db, tablesOf(name))
  const insertRecord = insertInto(db, 'records', ['row', 'collection', 'id', 'title', 'json'])
  const insertText = insertInto(db, 'search', ['rowid', 'title', 'names', 'body'])
  return (record: unknown, row: number) => {
    const [id, searched] = [key(record), text?.(record)]
    writeTables(record)
    insertRecord.run(row, name, id, searched?.title ?? id, JSON.stringify(record))
    if (!searched) return
    const { title, names = [], body = '', isPath } = searched
    const texts = [isPath ? '' : title, joinNames(names), body].map(separateCharacters)
    insertText.run(row, ...texts)
  }
}
