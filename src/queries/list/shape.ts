import type { Dataset, StoredRecord } from '../../dataset/dataset.ts'
import type { Action } from '../../model/action.ts'
import { mapInBatches } from '../../model/batches.ts'
import { type Citation, cite } from '../../model/citation.ts'
import { type CollectionName, collection, recordPath } from '../../model/collections.ts'
import type { View } from '../../model/views.ts'
import { claimsOn } from '../record/claims.ts'
import type { Quotes } from '../record/quotes.ts'
import { expectAtMost } from '../refusal.ts'
import { forceOn } from './dates.ts'

/** How much of each record a request wants: only some fields, more than the record, its force on a day. */
export type Shape = { fields: string[]; include: string[]; inForceOn?: string | undefined }

/** A collection, and the words that claims quote. */
type Source = { dataset: Dataset; of: CollectionName; quotes: Quotes }

/** The value that `include` adds to a record, as JSON. */
const expansions: Record<string, (source: Source, record: StoredRecord) => string> = {
  claims: ({ dataset, of, quotes }, { id }) =>
    JSON.stringify(claimsOn(dataset, recordPath(of, id), quotes)),
  documents: ({ dataset, of, quotes }, { id }) => {
    const claims = claimsOn(dataset, recordPath(of, id), quotes)
    const ids = new Set(claims.map(({ document }) => document))
    return toArray([...ids].sort().map(id => dataset.find('documents', id)!.json))
  },
  linked: ({ dataset }, { id, json }) => {
    const { links }: Action = JSON.parse(json)
    const onward = links.map(({ action }) => dataset.find('actions', action)!.row)
    const rows = new Set([...onward, ...dataset.list('actions', 'linked_to', id)])
    const rising = [...rows].sort((a, b) => a - b)
    return toArray(dataset.jsons('actions', rising))
  },
  citation: ({ dataset, of }, record) => JSON.stringify(citationOf(dataset, of, record)),
}

const toArray = (jsons: string[]): string => `[${jsons.join(',')}]`

const offered: Partial<Record<CollectionName, string[]>> = {
  actions: ['claims', 'documents', 'linked', 'citation'],
  actors: ['claims', 'documents', 'citation'],
  regions: ['claims', 'documents', 'citation'],
  documents: ['claims', 'citation'],
}

/** What `include` may name for a view. */
export const includesOf = ({ of }: Pick<View, 'of'>): string[] => offered[of] ?? ['citation']

/** The title in a citation, if the record's title is not that of our own work. */
const citedTitles: Partial<Record<CollectionName, (title: string, id: string) => string>> = {
  documents: title => `Record of the document ‘${title}’`,
  claims: (_, id) => `Claim ${id}`,
  terms: title => `Definition of the term ‘${title}’`,
}

/** How to cite a record: a release by itself, any other record as part of the release that is served. */
export function citationOf(
  { meta: { page, release } }: Dataset,
  of: CollectionName,
  { id, title, json }: StoredRecord,
): Citation {
  if (of === 'releases') return cite(page, JSON.parse(json))
  const cited = citedTitles[of]?.(title, id) ?? title
  return cite(page, release, { path: recordPath(of, id), title: cited })
}

const MOST_LINKED = 1_000
const HINT = 'linked actions; ask for fewer actions, or for /v1/actions?linked_to=<id>'

/** Refuses to include more linked actions than fit into an answer: a central act has any number of them. */
function expectFewLinked(dataset: Dataset, records: StoredRecord[]) {
  const counts = records.map(({ id }) => dataset.list('actions', 'linked_to', id).length)
  const sum = counts.reduce((sum, count) => sum + count, 0)
  expectAtMost(MOST_LINKED, sum, 'include', HINT)
}

/** A function that gives the JSON of a record in a shape; undefined if records are wanted as they are stored. */
export function shaperOf(
  dataset: Dataset,
  of: CollectionName,
  { fields, include, inForceOn }: Shape,
  quotes: Quotes,
): ((record: StoredRecord) => string) | undefined {
  const isWhole = fields.length === 0
  const force = isWhole && inForceOn !== undefined && forceOn(dataset, inForceOn)
  const isQuoted = of === 'claims' && quotes.present
  if (isWhole && include.length === 0 && inForceOn === undefined && !isQuoted) return undefined
  const jsonOf = ({ json }: StoredRecord): string => {
    if (isWhole && !isQuoted) return json
    const stored = JSON.parse(json)
    const record = isQuoted ? quotes.add(dataset, stored) : stored
    return JSON.stringify(isWhole ? record : pick(of, record, fields))
  }
  return record => {
    const added = include.map(
      name => `"${name}":${expansions[name]!({ dataset, of, quotes }, record)}`,
    )
    if (force) added.push(`"in_force":"${force(record.row)}"`)
    return withMembers(jsonOf(record), added)
  }
}

/** The JSON of a record in a shape. Throws BadParameters if it asks for too much. */
export function shapeRecord(
  dataset: Dataset,
  of: CollectionName,
  record: StoredRecord,
  shape: Shape,
  quotes: Quotes,
): string {
  const shaper = shaperOf(dataset, of, shape, quotes)
  if (shape.include.includes('linked')) expectFewLinked(dataset, [record])
  return shaper ? shaper(record) : record.json
}

const RECORDS_AT_ONCE = 10

/** The JSON of the records of a page in a shape. Throws BadParameters if it asks for too much. */
export function shapeRecords(
  dataset: Dataset,
  of: CollectionName,
  rows: number[],
  shape: Shape,
  quotes: Quotes,
): string[] | Promise<string[]> {
  const shaper = shaperOf(dataset, of, shape, quotes)
  if (!shaper) return dataset.jsons(of, rows)
  const records = rows.map(row => dataset.record(of, row))
  if (shape.include.includes('linked')) expectFewLinked(dataset, records)
  return mapInBatches(records, RECORDS_AT_ONCE, shaper)
}

/** The fields that are wanted and present, in the order of the schema. */
function pick(of: CollectionName, record: Record<string, unknown>, fields: string[]) {
  const ordered = Object.keys(collection(of).schema.shape).filter(
    field => fields.includes(field) && field in record,
  )
  return Object.fromEntries(ordered.map(field => [field, record[field]]))
}

/** An object's JSON with more members, which are JSON already. */
const withMembers = (json: string, members: string[]): string => {
  if (members.length === 0) return json
  return `${json.slice(0, -1)}${json === '{}' ? '' : ','}${members.join(',')}}`
}
