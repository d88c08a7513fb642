import type { Dataset } from '../store/dataset.ts'
import { canonicalQuery, digest, type Query } from './query.ts'
import { BadParameters } from './refusal.ts'

const FREE = ['limit', 'cursor', 'fields', 'include', 'format']

/** What a cursor is bound to beside the release: everything that decides which records stand where. */
function fingerprint({ view, values }: Query): string {
  const bound = Object.entries(values).filter(([name]) => !FREE.includes(name))
  return digest(view, canonicalQuery(Object.fromEntries(bound)))
}

/** The cursor of the page that begins at a place: release, query and place, opaque. */
export const toCursor = (dataset: Dataset, query: Query, place: number): string =>
  Buffer.from(JSON.stringify([dataset.edition, fingerprint(query), place])).toString('base64url')

/** The place that a cursor stands for. Throws BadParameters where it is of another release or query, or none. */
export function fromCursor(dataset: Dataset, query: Query, cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const [release, bound, place] = parse(cursor)
  if (release !== dataset.edition) throw refusal('is of another release; begin again without it')
  if (bound !== fingerprint(query))
    throw refusal('is of another query: keep the filters and the sort of the page it came with')
  if (toCursor(dataset, query, place) !== cursor) throw refusal(FOREIGN)
  return place
}

/** Refuses a place behind the last record, for which no cursor is ever given. */
export function expectPlace(place: number, total: number) {
  if (place > 0 && place >= total) throw refusal(FOREIGN)
}

const FOREIGN = 'is not one that this API gave'
const refusal = (message: string) => new BadParameters([{ parameter: 'cursor', message }])

function parse(cursor: string): [string, string, number] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (isCursor(value)) return value
  } catch {}
  throw refusal(FOREIGN)
}

const isCursor = (value: unknown): value is [string, string, number] =>
  Array.isArray(value) &&
  value.length === 3 &&
  typeof value[0] === 'string' &&
  typeof value[1] === 'string' &&
  Number.isSafeInteger(value[2]) &&
  value[2] > 0
