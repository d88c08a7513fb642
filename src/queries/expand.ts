import type { Claim } from '../model/claim.ts'
import { type CollectionName, collection, type ViewName, view } from '../model/collections.ts'
import type { ClaimedCollection } from '../model/fields.ts'
import type { Dataset, StoredRecord } from '../store/dataset.ts'
import type { Quotes } from './quotes.ts'
import { tooMany } from './refusal.ts'

type Plain = Record<string, unknown>
/** What is added to a record, as the JSON of each item. */
type Expansion = (
  dataset: Dataset,
  record: Stored & { collection: ClaimedCollection },
  quotes: Quotes,
) => string[]
/** What is needed of a record to shape it. */
type Stored = Pick<StoredRecord, 'row' | 'collection' | 'json'>

/** The claims on a record, with the quoted words where the documents are there. */
export const claimsOn = (
  dataset: Dataset,
  name: ClaimedCollection,
  row: number,
  quotes: Quotes,
): Claim[] =>
  claimTexts(dataset, name, row).map(json => quotes.add(dataset, JSON.parse(json) as Claim))

function claimTexts(dataset: Dataset, name: ClaimedCollection, row: number): string[] {
  const [first, count] = dataset.claimRows(name, row)
  return dataset.jsons(Array.from({ length: count }, (_, i) => first + i))
}

const claimsWith: Expansion = (dataset, { collection, row }, quotes) =>
  quotes.present
    ? claimsOn(dataset, collection, row, quotes).map(claim => JSON.stringify(claim))
    : claimTexts(dataset, collection, row)

const documentsOf: Expansion = (dataset, { collection, row }, quotes) => {
  const ids = new Set(claimsOn(dataset, collection, row, quotes).map(({ document }) => document))
  return dataset.jsons([...ids].sort().map(id => dataset.row('documents', id) as number))
}

/** The actions that a record links to and those that link to it. */
const linkedWith: Expansion = (dataset, { json }) => {
  const { id, links } = JSON.parse(json) as { id: string; links: { action: string }[] }
  const onward = links.map(({ action }) => dataset.row('actions', action) as number)
  const rows = new Set([...onward, ...dataset.rows('actions', 'linked_to', id).toArray()])
  return dataset.jsons([...rows].sort((a, b) => a - b))
}

const MOST_LINKED = 1_000

/** Refuses to include more linked actions than go into an answer: a much discussed act has any number of them. */
export function expectFewLinked(dataset: Dataset, rows: number[], { include }: Shape) {
  if (!include.includes('linked')) return
  const counts = rows.map(row => dataset.rows('actions', 'linked_to', dataset.record(row).id).size)
  if (counts.reduce((sum, count) => sum + count, 0) > MOST_LINKED)
    throw tooMany(
      'include',
      MOST_LINKED,
      'linked actions; ask for fewer actions, or for /v1/actions?linked_to=<id>',
    )
}

const expansions: Record<string, Expansion> = {
  claims: claimsWith,
  documents: documentsOf,
  linked: linkedWith,
}

const offered: Partial<Record<CollectionName, string[]>> = {
  actions: ['claims', 'documents', 'linked'],
  actors: ['claims', 'documents'],
  regions: ['claims', 'documents'],
  documents: ['claims'],
}

/** What `include` may name for a view. */
export const includesOf = (name: ViewName): string[] => offered[view(name).of] ?? []

/** What a request wants of each record beyond or below the whole. */
export type Shape = { fields: string[]; include: string[] }

/** The JSON of a record: as stored where the whole is wanted, else made anew with only some fields or with more. */
export function shapeRecord(
  dataset: Dataset,
  record: Stored,
  { fields, include }: Shape,
  quotes: Quotes,
): string {
  const kept = shapeFields(dataset, record, fields, quotes)
  const added = include.map(what => {
    const items = expansions[what]?.(dataset, record as never, quotes) as string[]
    return `"${what}":[${items.join(',')}]`
  })
  return added.length === 0 ? kept : withMore(kept, added)
}

function shapeFields(
  dataset: Dataset,
  { collection: name, json }: Stored,
  fields: string[],
  quotes: Quotes,
): string {
  const isQuoted = name === 'claims' && quotes.present
  if (fields.length === 0 && !isQuoted) return json
  const record = JSON.parse(json) as Plain
  const whole = isQuoted ? (quotes.add(dataset, record as Claim) as Plain) : record
  return JSON.stringify(fields.length === 0 ? whole : pick(name, whole, fields))
}

/** An object's JSON with more members, which are JSON already: reading them only to write them again takes most of the time. */
const withMore = (json: string, members: string[]): string =>
  `${json.slice(0, -1)}${json === '{}' ? '' : ','}${members.join(',')}}`

function pick(name: CollectionName, record: Plain, fields: string[]): Plain {
  const ordered = Object.keys(collection(name).schema.shape).filter(
    field => fields.includes(field) && field in record,
  )
  return Object.fromEntries(ordered.map(field => [field, record[field]]))
}
