import { RoaringBitmap32 } from 'roaring-wasm'
import { turn } from '../model/turns.ts'
import { piecesOf, type Rows } from '../store/rows.ts'
import type { DateMatch } from './query.ts'

/** The rows that a query selects, by each reading of its dates. */
export type Selected = Record<DateMatch, Rows>

/** How many rows each group has, by each reading of their dates. */
export type Tally = Record<DateMatch, ArrayLike<number>>

/** Counts the rows that it is given by the groups that they belong to. */
type Counter = { add: (rows: Uint32Array) => void; counts: () => Int32Array }

/** How rows are counted by groups, by each reading of their dates. */
export type Groups = Record<DateMatch, () => Counter>

/** Counts the selected rows by groups: all, or those in the set that `within` gives. */
export async function tallyOf(
  groups: Groups,
  selected: Selected,
  within?: () => Rows,
): Promise<Tally> {
  const count = async (match: DateMatch) => {
    const { add, counts } = groups[match]()
    await walk(selected[match], add, within)
    return counts()
  }
  const possible = await count('possible')
  // Groups and rows that do not depend on dates are the same by both readings.
  const isOne = groups.certain === groups.possible && selected.certain.isEqual(selected.possible)
  return { certain: isOne ? possible : await count('certain'), possible }
}

/** Goes over the selected rows, all or those in the set that `within` gives, others being let in between. */
export async function walk(
  selected: Rows,
  use: (rows: Uint32Array) => void,
  within = () => selected,
): Promise<void> {
  await turn()
  // The dataset may free a set of its own while others have their turn.
  const rows = RoaringBitmap32.and(selected, within())
  try {
    for (const piece of piecesOf(rows)) {
      use(piece)
      await turn()
    }
  } finally {
    rows.dispose()
  }
}

type Numbers = Int32Array | Uint32Array

/** Adds to one of many numbers. */
export function addTo(numbers: Numbers, at: number, number: number) {
  numbers[at] = (numbers[at] as number) + number
}

/** Makes each number the sum of itself and all before it. */
export function sumUp<T extends Numbers>(numbers: T): T {
  for (let at = 1; at < numbers.length; at++) addTo(numbers, at, numbers[at - 1] as number)
  return numbers
}
