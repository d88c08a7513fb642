import { inChunks } from '../model/chunks.ts'
import { Claim } from '../model/claim.ts'
import { collection, type ViewName, view } from '../model/collections.ts'
import { type Column, columnsOf } from '../model/columns.ts'
import { cellOf, csvTable } from '../model/csv.ts'
import { isPlain, listPage } from '../queries/list.ts'
import { listOf, type Query, textOf } from '../queries/query.ts'
import type { Quotes } from '../queries/quotes.ts'
import { toSentence } from '../queries/sentence.ts'
import { type TitledClaim, wholeClaims, wholeLines, wholeList } from '../queries/whole.ts'
import type { Dataset } from '../store/dataset.ts'
import type { Made } from './answer.ts'
import { type Feed, feedOf, toAtom, toJsonFeed } from './feeds.ts'
import type { ListFormat } from './formats.ts'
import { page, pageAddress } from './routes/envelope.ts'

/** A list that is asked for: of which dataset, by which query, at which path and origin. */
export type Listing = {
  dataset: Dataset
  query: Query
  quotes: Quotes
  path: string
  origin: string
}

/** How a list is answered in each format. */
export const lists: Record<ListFormat, (listing: Listing) => Promise<Made>> = {
  json: toPage,
  csv: listing => (isLong(listing) ? toLongCsv(listing) : toCsv(listing)),
  ndjson: toLines,
  atom: listing => toFeed(listing, toAtom),
  jsonfeed: listing => toFeed(listing, toJsonFeed),
}

/** What an empty list of what changed since a release says. */
const unchanged = ({ values: { since, changed_since = since } }: Query, total: number) =>
  changed_since === undefined || total > 0
    ? {}
    : { note: `Nothing of this has changed since ${changed_since}.` }

async function toPage({ dataset, query, quotes, path }: Listing): Promise<Made> {
  const listed = await listPage(dataset, query, quotes)
  const note = unchanged(query, listed.total)
  return page(dataset, path, query.values, toSentence(query), { ...listed, ...note })
}

async function toLines({ dataset, query, quotes }: Listing): Promise<Made> {
  if (isPlain(query, quotes)) return wholeLines(dataset, query)
  const { total, items } = await wholeList(dataset, query, quotes)
  return {
    total,
    body: () => inChunks(items(), records => records.map(record => `${record}\n`).join('')),
  }
}

async function toCsv({ dataset, query, quotes }: Listing): Promise<Made> {
  const columns = wideColumns(query)
  const { total, items } = await wholeList(dataset, query, quotes)
  return { total, body: () => toTable(columns, items(), record => JSON.parse(record)) }
}

const isLong = ({ query }: Listing): boolean => query.values.shape === 'long'

async function toLongCsv({ dataset, query, quotes }: Listing): Promise<Made> {
  const { total, items } = await wholeClaims(dataset, query, quotes)
  return { total, body: () => toTable(longColumns, items(), claim => claim) }
}

/** A table as CSV: the names of its columns, then a row for each item. */
const toTable = <T>(columns: Column[], items: Iterable<T>, parse: (item: T) => unknown) =>
  csvTable(
    columns.map(({ name }) => name),
    items,
    item => {
      const record = parse(item)
      return columns.map(column => cellOf(column, record))
    },
  )

const force: Column = {
  name: 'in_force',
  field: 'in_force',
  type: 'string',
  list: false,
  description: 'With in_force_on: whether it had force on that day',
  read: record => (record as { in_force?: string }).in_force,
}

/** The columns of a list with a row for each record: those of the fields asked for, or of all. */
function wideColumns({ view: name, values }: Query): Column[] {
  const fields = listOf(values, 'fields')
  const all = recordColumns(name)
  if (fields.length > 0) return all.filter(({ field }) => fields.includes(field))
  return textOf(values, 'in_force_on') === undefined ? all : [...all, force]
}

/** The columns of all records of a view. */
const recordColumns = (name: ViewName): Column[] => columnsOf(collection(view(name).of).schema)

/** The columns of a list with a row for each claim on its records: the record and its title, then the claim. */
const longColumns: Column[] = [
  {
    name: 'record_title',
    field: 'record_title',
    type: 'string',
    list: false,
    description: 'Title or name of the record that the claim is about',
    read: row => (row as TitledClaim).title,
  },
  ...columnsOf(Claim).map(column => ({
    ...column,
    read: (row: unknown) => column.read((row as TitledClaim).claim),
  })),
]

async function toFeed(
  { dataset, query, quotes, path, origin }: Listing,
  write: (feed: Feed) => string | Promise<string>,
): Promise<Made> {
  const { cursor: _, ...first } = query.values
  const listed = await listPage(dataset, query, quotes)
  const next = listed.next === null ? null : pageAddress(path, first, listed.next)
  const addresses = {
    origin,
    first: pageAddress(path, first),
    self: pageAddress(path, query.values),
    next,
  }
  const records = JSON.parse(String(listed.write('[', ']')))
  const feed = await feedOf(dataset, toSentence(query), records, addresses)
  return { body: await write(feed), next }
}
