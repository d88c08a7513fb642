import { RoaringBitmap32 } from 'roaring-wasm'
import type { Days } from '../store/days.ts'
import { piecesOf, type Rows } from '../store/rows.ts'

/** From which day to which, both included; infinite where open. */
export type Bounds = [least: number, most: number]

/** The rows whose first and last days lie within bounds, or those of which one does not; `start` is the row that the days begin with. */
export function rowsWithin(
  rows: Rows,
  { earliest, latest }: Days,
  start: number,
  [leastFirst, mostFirst]: Bounds,
  [leastLast, mostLast]: Bounds,
  areWithin = true,
): Rows {
  const found = new RoaringBitmap32()
  for (const piece of piecesOf(rows)) {
    let count = 0
    // A test that is called for each row takes ten times as long as this one.
    for (let at = 0; at < piece.length; at++) {
      const row = piece[at] as number
      const begins = earliest[row - start] as number
      const ends = latest[row - start] as number
      const isOutside =
        begins < leastFirst || begins > mostFirst || ends < leastLast || ends > mostLast
      if (isOutside !== areWithin) piece[count++] = row
    }
    found.addMany(piece.subarray(0, count))
  }
  return found
}
