import type { Dataset, StoredRecord } from '../../dataset/dataset.ts'
import type { Rows } from '../../dataset/rows.ts'
import type { Action } from '../../model/action.ts'
import { inBatches, mapInBatches } from '../../model/batches.ts'
import { type Citation, cite } from '../../model/citation.ts'
import { type CollectionName, recordPath } from '../../model/collections.ts'
import { claimsOn, type Quotes } from '../record/claims.ts'
import { expectAtMost } from '../refusal.ts'
import { forceReader } from './force.ts'
import { asksForFirms, licencesFor, licencesOf } from './licensed.ts'
import type { ListValues } from './options.ts'
import type { Query } from './query.ts'
import type { Force } from './times.ts'

/** How much of each record a request wants: only some fields, more than the record, its force on a day, which of its licences. */
type Shape = Pick<ListValues, 'fields' | 'include'> & {
  force?: (row: number) => Force
  licences?: Rows
  /** What a single record has beside its fields. */
  detail?: object
}

/** The shape of the records that a query asks for. */
export const shapeOf = (dataset: Dataset, query: Query): Shape => ({
  fields: query.fields,
  include: query.include,
  ...(query.in_force_on !== undefined && { force: forceReader(dataset, query) }),
  ...(asksForFirms(query) && { licences: licencesFor(dataset, query, query.date_match) }),
})

/** A collection, and the words that claims quote. */
type Source = { dataset: Dataset; of: CollectionName; quotes: Quotes }

/** The value that `include` adds to a record, as JSON. */
const expansions: Record<string, (source: Source, record: StoredRecord, shape: Shape) => string> = {
  claims: (source, record) => JSON.stringify(includedClaims(source, record)),
  documents(source, record) {
    const ids = new Set(includedClaims(source, record).map(({ document }) => document))
    return toArray([...ids].sort().map(id => source.dataset.find('documents', id)!.json))
  },
  linked({ dataset }, { id, json }) {
    const { links }: Action = JSON.parse(json)
    const onward = links.map(({ action }) => dataset.find('actions', action)!.row)
    const rows = new Set([...onward, ...dataset.list('actions', 'linked_to', id)])
    const rising = [...rows].sort((a, b) => a - b)
    return toArray(dataset.jsons('actions', rising))
  },
  licences: ({ dataset }, { row }, { licences }) =>
    toArray(dataset.jsons('licences', includedLicences(dataset, row, licences))),
  citation: ({ dataset, of }, record) => JSON.stringify(citationOf(dataset, of, record)),
}

const includedLicences = (dataset: Dataset, row: number, wanted: Rows | undefined): number[] =>
  licencesOf(dataset, row).filter(licence => wanted?.has(licence) ?? true)

const toArray = (jsons: string[]): string => `[${jsons.join(',')}]`

const includedClaims = ({ dataset, of, quotes }: Source, { id }: StoredRecord) =>
  claimsOn(dataset, recordPath(of, id), quotes)

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

const MOST_INCLUDED = 1_000

/** What `include` may add any number of to a record: how many, and what to ask for instead. */
const unbounded: Record<
  string,
  [count: (source: Source, row: number, s: Shape) => number, string]
> = {
  linked: [
    ({ dataset }, row) =>
      dataset.list('actions', 'linked_to', dataset.record('actions', row).id).length,
    'linked actions; ask for fewer actions, or for /v1/actions?linked_to=<id>',
  ],
  licences: [
    ({ dataset }, row, { licences }) => includedLicences(dataset, row, licences).length,
    'licences; ask for fewer actors, or for /v1/licences?actor=<id>',
  ],
}

/** Refuses to include more linked actions or licences than fit into an answer: a central act has any number of them. */
function expectFewIncluded(source: Source, shape: Shape, rows: number[]) {
  for (const [name, [count, things]] of Object.entries(unbounded)) {
    if (!shape.include.includes(name)) continue
    const sum = rows.reduce((sum, row) => sum + count(source, row, shape), 0)
    expectAtMost(MOST_INCLUDED, sum, 'include', things)
  }
}

/** Whether a request wants records as they are stored. */
const isStored = ({ of, quotes }: Source, { fields, include, force, detail }: Shape): boolean =>
  fields.length + include.length === 0 && !force && !detail && !(of === 'claims' && quotes.present)

/** A function that gives the JSON of a record in a shape. */
function shaperOf(source: Source, shape: Shape) {
  const { of, quotes } = source
  const { fields, include, force, detail } = shape
  const isWhole = fields.length === 0
  return (stored: StoredRecord): string => {
    const parsed = JSON.parse(stored.json)
    const record: object = of === 'claims' ? quotes.add(parsed) : parsed
    const members = Object.entries({ ...record, ...detail })
      .filter(([name]) => isWhole || fields.includes(name))
      .map(([name, value]) => `"${name}":${JSON.stringify(value)}`)
    members.push(...include.map(name => `"${name}":${expansions[name]!(source, stored, shape)}`))
    if (force && (isWhole || fields.includes('force')))
      members.push(`"force":${JSON.stringify(force(stored.row))}`)
    return `{${members.join(',')}}`
  }
}

/** The JSON of a record in a shape. Throws BadParameters if it asks for too much. */
export function shapeRecord(source: Source, record: StoredRecord, shape: Shape): string {
  expectFewIncluded(source, shape, [record.row])
  return isStored(source, shape) ? record.json : shaperOf(source, shape)(record)
}

/** A function that gives the JSON of records in a shape by their rows; `size`: how many take about a millisecond. */
export function rowWriter(source: Source, shape: Shape) {
  const { dataset, of } = source
  if (isStored(source, shape))
    return { size: 100, toJsons: (rows: number[]) => dataset.jsons(of, rows) }
  const shaper = shaperOf(source, shape)
  const toJsons = (rows: number[]) => rows.map(row => shaper(dataset.record(of, row)))
  return { size: 10, toJsons }
}

/** The JSON of the records of a page in a shape. Throws BadParameters if it asks for too much. */
export async function shapeRecords(
  source: Source,
  rows: number[],
  shape: Shape,
): Promise<string[]> {
  expectFewIncluded(source, shape, rows)
  const { size, toJsons } = rowWriter(source, shape)
  if (rows.length <= size) return toJsons(rows)
  const batches = await mapInBatches(inBatches(rows, size), 1, toJsons)
  return batches.flat()
}
