import type { Claim } from '../model/claim.ts'
import { type CollectionName, collection, type ViewName, view } from '../model/collections.ts'
import type { Dataset, StoredRecord } from '../store/dataset.ts'
import type { Rows } from '../store/rows.ts'
import type { Quotes } from './quotes.ts'

type Plain = Record<string, unknown>
type Expansion = (dataset: Dataset, path: string, quotes: Quotes) => unknown[]

const parse = (dataset: Dataset, row: number): Plain => JSON.parse(dataset.record(row).json)

const parseAll = (dataset: Dataset, rows: Rows): Plain[] =>
  rows.toArray().map(row => parse(dataset, row))

/** The claims on a record, with the quoted words where the documents are there. */
export const claimsOn = (dataset: Dataset, path: string, quotes: Quotes): Claim[] =>
  parseAll(dataset, dataset.rows('claims', 'record', path)).map(claim =>
    quotes.add(dataset, claim as Claim),
  )

function documentsOf(dataset: Dataset, path: string, quotes: Quotes): unknown[] {
  const ids = new Set(claimsOn(dataset, path, quotes).map(({ document }) => document))
  return [...ids].sort().map(id => parse(dataset, dataset.row('documents', id) as number))
}

/** The actions that a record links to and those that link to it. */
function linkedWith(dataset: Dataset, path: string): unknown[] {
  const id = path.slice('actions/'.length)
  const { links } = parse(dataset, dataset.row('actions', id) as number) as {
    links: { action: string }[]
  }
  const onward = links.map(({ action }) => dataset.row('actions', action) as number)
  const rows = new Set([...onward, ...dataset.rows('actions', 'linked_to', id).toArray()])
  return [...rows].sort((a, b) => a - b).map(row => parse(dataset, row))
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
  { collection: name, id, json }: StoredRecord,
  { fields, include }: Shape,
  quotes: Quotes,
): string {
  if (fields.length === 0 && include.length === 0 && !(name === 'claims' && quotes.present))
    return json
  let record: Plain = JSON.parse(json)
  if (name === 'claims') record = quotes.add(dataset, record as Claim) as Plain
  const kept = fields.length === 0 ? record : pick(name, record, fields)
  const path = `${name}/${id}`
  const added = include.map(what => [what, (expansions[what] as Expansion)(dataset, path, quotes)])
  return JSON.stringify({ ...kept, ...Object.fromEntries(added) })
}

function pick(name: CollectionName, record: Plain, fields: string[]): Plain {
  const ordered = Object.keys(collection(name).schema.shape).filter(
    field => fields.includes(field) && field in record,
  )
  return Object.fromEntries(ordered.map(field => [field, record[field]]))
}
