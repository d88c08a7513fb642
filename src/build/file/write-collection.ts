import type { Database } from 'better-sqlite3'
import { encodeDays, within } from '../../dataset/days.ts'
import type { Ranges } from '../../dataset/meta.ts'
import { encodeRows } from '../../dataset/rows.ts'
import { type CollectionName, collection, type Spans } from '../../model/collections.ts'
import { bounds } from '../../model/dates.ts'
import type { Filter, World } from '../../model/filter.ts'
import type { Span } from '../../model/force.ts'
import { joinNames, separateCharacters } from '../../model/scripts.ts'
import { withWider } from '../../model/vocabulary.ts'
import { insertInto, tablesOf, tableWriter } from './tables.ts'

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
  const sets = filters.filter(({ keys }) => keys).map(filter => ({ filter, rows: new Map() }))
  const spanNames = [...(spans?.names ?? []), ...(date ? ['date'] : [])]
  const days = new Map(spanNames.map(name => [name, [] as Span[]]))
  const writeEntries = entryWriter(db, name, world)
  let [count, undated] = [0, 0]
  for (const record of records) {
    write(record, first + count)
    for (const set of sets) addRow(set, record, count, world)
    writeEntries(record, count)
    const day = date?.(record)
    const own: Spans = { ...spans?.of(record, world), ...(date && { date: bounds(day ?? null) }) }
    for (const [name, list] of days) list.push(own[name] ?? NEVER)
    if (date && !day?.earliest && !day?.latest) undated++
    count++
  }
  writeSets(db, name, sets, count)
  writeDays(db, name, days)
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

/** A writer of the times of force of a record at a row. */
function entryWriter(db: Database, name: CollectionName, world: World) {
  const insert = insertInto(db, 'entries', [
    ...['collection', 'row', 'activities', 'regions', 'spans', 'planned', 'confirmed'],
  ])
  const { times } = collection(name)
  return (record: unknown, row: number) => {
    for (const { activities, regions, planned, spans, confirmed } of times?.(record, world) ?? []) {
      const days = Object.entries(spans).map(([name, span]) => [name, span.map(within)])
      const wider = [...new Set(activities.flatMap(withWider))]
      const texts = [wider, regions, Object.fromEntries(days)].map(it => JSON.stringify(it))
      insert.run(name, row, ...texts, Number(planned), confirmed)
    }
  }
}

/** The rows that have each value of a filter. */
type Sets = { filter: Filter; rows: Map<string, number[]> }

function addRow({ filter, rows }: Sets, record: unknown, row: number, world: World) {
  for (const value of new Set(filter.keys?.(record, world))) {
    const having = rows.get(value)
    if (having) having.push(row)
    else rows.set(value, [row])
  }
}

function writeSets(db: Database, name: CollectionName, sets: Sets[], count: number) {
  const insert = insertInto(db, 'sets', ['collection', 'filter', 'value', 'rows'])
  for (const { filter, rows } of sets)
    for (const [value, having] of rows)
      insert.run(name, filter.name, value, encodeRows(having, count))
}

/** The span of a record without one: it contains no day. */
const NEVER: Span = [Infinity, -Infinity]

function writeDays(db: Database, collection: CollectionName, spans: Map<string, Span[]>) {
  const insert = insertInto(db, 'days', ['collection', 'span', 'earliest', 'latest'])
  for (const [name, days] of spans) {
    const [earliest, latest] = [days.map(([first]) => first), days.map(([, last]) => last)]
    insert.run(collection, name, encodeDays(earliest), encodeDays(latest))
  }
}
