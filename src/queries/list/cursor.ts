import { z } from 'zod'
import type { Dataset } from '../../dataset/dataset.ts'
import { sha256 } from '../../model/hash.ts'
import { BadParameters } from '../refusal.ts'
import type { Paged } from './query.ts'

const FOREIGN = 'is not one that this API gave'
const refusal = (message: string) => new BadParameters([{ parameter: 'cursor', message }])

/** Parameters that may differ from page to page. */
const FREE = ['limit', 'cursor', 'fields', 'include', 'format']

/** Identifies the parameters that decide which records have which places. */
function boundTo({ name, canonical }: Paged): string {
  const bound = canonical.filter(([name]) => !FREE.includes(name))
  return sha256(JSON.stringify([name, bound])).slice(0, 32)
}

/** The cursor of the page that begins at a place of a request's list. */
export const writeCursor = ({ meta }: Dataset, paged: Paged, place: number): string =>
  Buffer.from(JSON.stringify([meta.edition, boundTo(paged), place])).toString('base64url')

/** The place that a request's cursor stands for; 0 without one. Throws BadParameters if it is of another release or request. */
export function readCursor(dataset: Dataset, paged: Paged): number {
  const { cursor } = paged
  if (cursor === undefined) return 0
  const [edition, bound, place] = parse(cursor)
  if (edition !== dataset.meta.edition)
    throw refusal('is of another release; begin again without it')
  if (bound !== boundTo(paged))
    throw refusal('is of another query: keep the filters and the sort of the page it came with')
  if (writeCursor(dataset, paged, place) !== cursor) throw refusal(FOREIGN)
  return place
}

/** Refuses a place after the last record, which no cursor ever has. */
export function expectPlace(place: number, total: number) {
  if (place > 0 && place >= total) throw refusal(FOREIGN)
}

const Parts = z.tuple([z.string(), z.string(), z.int().positive()])

function parse(cursor: string): z.output<typeof Parts> {
  try {
    return Parts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw refusal(FOREIGN)
  }
}
