import { RoaringBitmap32 } from 'roaring-wasm'
import { turn } from '../model/turns.ts'
import { piecesOf, type Rows } from '../store/rows.ts'
import type { DateMatch } from './query.ts'

/** The rows that a query selects, by each reading of its dates. */
export type Selected = Record<DateMatch, Rows>

/** How many rows each group has, by each reading of their dates. */
export type Tally = Record<DateMatch, ArrayLike<number>>

/** The value of each row, by its place among all, and the line of each value. */
type Column = { places: Uint16Array; lines: Int16Array }

/** Rows that are gone over together, all that are selected or those in a set: they count in one line, or each in that of its value. */
export type Part = { line: number; within?: () => Rows; column?: Column }

/** What is counted apart from each other. */
export type Lines = { count: number; parts: Part[] }

export const ONE_LINE: Lines = { count: 1, parts: [{ line: 0 }] }

/** The line of a row, given by its index among all. */
export const lineOf = ({ line, column }: Part, index: number): number =>
  column ? (column.lines[column.places[index] as number] as number) : line

/** Counts rows by the groups that they belong to, each in its line. */
type Counter = { add: (rows: Uint32Array, part: Part) => void; tally: () => Tally }

/** How rows are counted by groups; `width`: how many numbers are in a line. */
export type Counters = { width: number; begin: () => Counter }

/** Counts the selected rows by groups, in lines. */
export async function tallyOf(
  { begin }: Counters,
  { certain, possible }: Selected,
  { parts } = ONE_LINE,
): Promise<Tally> {
  const count = async (rows: Rows) => {
    const { add, tally } = begin()
    for (const part of parts) await walk(rows, piece => add(piece, part), part.within)
    return tally()
  }
  const tally = await count(possible)
  return certain.isEqual(possible) ? tally : { ...tally, certain: (await count(certain)).certain }
}

/** Goes over the selected rows, all or those in the set that `within` gives, others being let in between. */
export async function walk(
  selected: Rows,
  use: (rows: Uint32Array) => void,
  within?: () => Rows,
): Promise<void> {
  await turn()
  // The dataset may free a set of its own while others have their turn.
  const rows = within ? RoaringBitmap32.and(selected, within()) : selected.clone()
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
