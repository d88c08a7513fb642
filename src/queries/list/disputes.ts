import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import type { Claim } from '../../model/claim.ts'
import { locate } from '../../model/collections.ts'
import type { ClaimedCollection } from '../../model/fields.ts'
import { expectPlace, readCursor, writeCursor } from './cursor.ts'
import type { Paged } from './query.ts'

/** The collections whose records claims speak of, in the order in which people look for them. */
export const disputable = [
  ...['actions', 'rules', 'cases', 'licences', 'actors', 'regions', 'documents'],
] as ClaimedCollection[]

/** A record with values that documents disagree on: how many of its fields have a rival. */
export type Dispute = { of: ClaimedCollection; row: number; id: string; fields: number }

/** All records in dispute: by their collection, and the newest first. */
const disputesOf = perDataset(dataset => {
  const rivals = dataset
    .jsons('claims', dataset.list('claims', 'status', 'rival'))
    .map((json): Claim => JSON.parse(json))
  return [...Map.groupBy(rivals, ({ record }) => record)]
    .map(([path, own]): Dispute => {
      const { name, id } = locate(path)!
      const { row } = dataset.find(name, id)!
      const fields = new Set(own.map(({ field }) => field)).size
      return { of: name as ClaimedCollection, row, id, fields }
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || b.row - a.row)
})

const rankOf = ({ of }: Dispute): number => disputable.indexOf(of)

/** A request for a page of the records in dispute: in a place, and of a collection. */
export type DisputeQuery = Paged & {
  limit: number
  region: string | undefined
  of: ClaimedCollection | undefined
}

/** A page of the records in dispute. */
export function findDisputes(dataset: Dataset, query: DisputeQuery) {
  const start = readCursor(dataset, query)
  const found = select(dataset, query)
  expectPlace(start, found.length)
  const end = start + query.limit
  return {
    disputes: found.slice(start, end),
    total: found.length,
    fields: found.reduce((sum, { fields }) => sum + fields, 0),
    next: end < found.length ? writeCursor(dataset, query, end) : null,
  }
}

function select(dataset: Dataset, { region, of }: Pick<DisputeQuery, 'region' | 'of'>): Dispute[] {
  const wanted = disputesOf(dataset).filter(dispute => of === undefined || dispute.of === of)
  if (region === undefined) return wanted
  const here = new Map(disputable.map(name => [name, dataset.rows(name, 'region', region)]))
  return wanted.filter(({ of, row }) => here.get(of)!.has(row))
}

/** How many records are in dispute in each place, and in each collection, with the other choice of a request as it is. */
export function countDisputes(dataset: Dataset, { region, of }: DisputeQuery) {
  const places = [...dataset.regions.keys()].map(value => {
    return { value, count: select(dataset, { region: value, of }).length }
  })
  const lists = Map.groupBy(select(dataset, { region, of: undefined }), ({ of }) => of)
  return {
    places: places.filter(({ count }) => count > 0),
    lists: disputable.map(value => ({ value, count: lists.get(value)?.length ?? 0 })),
  }
}
