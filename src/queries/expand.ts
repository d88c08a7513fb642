import type { Claim } from '../model/claim.ts'
import { type CollectionName, collection, type ViewName, view } from '../model/collections.ts'
import type { ClaimedCollection } from '../model/fields.ts'
import type { Dataset, StoredRecord } from '../store/dataset.ts'
import type { Quotes } from './quotes.ts'

type Plain = Record<string, unknown>
type Expansion = (
  dataset: Dataset,
  name: ClaimedCollection,
  row: number,
  quotes: Quotes,
) => unknown[]

const parse = (dataset: Dataset, row: number): Plain => JSON.parse(dataset.record(row).json)

/** The claims on a record, with the quoted words where the documents are there. */
export function claimsOn(
  dataset: Dataset,
  name: ClaimedCollection,
  row: number,
  quotes: Quotes,
): Claim[] {
  const [first, count] = dataset.claimRows(name, row)
  return Array.from({ length: count }, (_, i) =>
    quotes.add(dataset, parse(dataset, first + i) as Claim),
  )
}

const documentsOf: Expansion = (dataset, name, row, quotes) => {
  const ids = new Set(claimsOn(dataset, name, row, quotes).map(({ document }) => document))
  return [...ids].sort().map(id => parse(dataset, dataset.row('documents', id) as number))
}

/** The actions that a record links to and those that link to it. */
const linkedWith: Expansion = (dataset, _, row) => {
  const { id, links } = parse(dataset, row) as { id: string; links: { action: string }[] }
  const onward = links.map(({ action }) => dataset.row('actions', action) as number)
  const rows = new Set([...onward, ...dataset.rows('actions', 'linked_to', id).toArray()])
  return [...rows].sort((a, b) => a - b).map(other => parse(dataset, other))
}

const expansions: Record<string, Expansion> = {
  claims: claimsOn,
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
  { row, collection: name, json }: StoredRecord,
  { fields, include }: Shape,
  quotes: Quotes,
): string {
  if (fields.length === 0 && include.length === 0 && !(name === 'claims' && quotes.present))
    return json
  let record: Plain = JSON.parse(json)
  if (name === 'claims') record = quotes.add(dataset, record as Claim) as Plain
  const kept = fields.length === 0 ? record : pick(name, record, fields)
  const added = include.map(what => [
    what,
    expansions[what]?.(dataset, name as ClaimedCollection, row, quotes),
  ])
  return JSON.stringify({ ...kept, ...Object.fromEntries(added) })
}

function pick(name: CollectionName, record: Plain, fields: string[]): Plain {
  const ordered = Object.keys(collection(name).schema.shape).filter(
    field => fields.includes(field) && field in record,
  )
  return Object.fromEntries(ordered.map(field => [field, record[field]]))
}
