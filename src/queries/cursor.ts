import type { Dataset } from '../store/dataset.ts'
import { canonicalQuery, digest, type Query, textOf } from './query.ts'
import { BadParameters } from './refusal.ts'

const FREE = ['limit', 'cursor', 'fields', 'include', 'format']

/** What a cursor is bound to beside the release: everything that decides which records stand where. */
function fingerprint({ view, values }: Query): string {
  const bound = Object.entries(values).filter(([name]) => !FREE.includes(name))
  return digest(view, canonicalQuery(Object.fromEntries(bound)))
}

/** Writes and reads the cursors of a query: release, query and place, opaque. */
export function cursorsOf({ edition }: Dataset, query: Query) {
  const bound = fingerprint(query)
  /** The cursor of the page that begins at a place. */
  const write = (place: number): string =>
    Buffer.from(JSON.stringify([edition, bound, place])).toString('base64url')
  /** The place that the query's own cursor stands for. Throws BadParameters where it is of another release or query, or none. */
  const read = (): number => {
    const cursor = textOf(query.values, 'cursor')
    if (cursor === undefined) return 0
    const [release, of, place] = parse(cursor)
    if (release !== edition) throw refusal('is of another release; begin again without it')
    if (of !== bound)
      throw refusal('is of another query: keep the filters and the sort of the page it came with')
    if (write(place) !== cursor) throw refusal(FOREIGN)
    return place
  }
  return { read, write }
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
