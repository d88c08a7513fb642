import type { CollectionName } from '../model/collections.ts'
import type { Derived } from './derive.ts'
import type { Seed } from './seed.ts'

/** First row and number of rows of each collection. */
export type Ranges = Record<CollectionName, [first: number, count: number]>

export type Retirement = Seed['retired'][number]

/** What a dataset file is written from beside its records. */
export type Frame = Pick<Seed, 'dataset' | 'retired'>

/** The records of each collection in the order of their rows, which need not all be in memory at once, and what is told of them. */
export type Told = Pick<Derived, 'claimsOn'> & {
  records: Record<CollectionName, Iterable<unknown>>
  history: Pick<Derived['history'], 'release' | 'releases' | 'changes'>
}
