import { RoaringArenaAllocator, RoaringBitmap32 } from 'roaring-wasm'

/** A set of rows. Its memory is outside of the garbage collector's sight. */
export type Rows = RoaringBitmap32

/** Runs work that makes sets of rows, and frees them when it is done but for those that were kept. */
export const freeingRows = <T>(work: () => T): T => new RoaringArenaAllocator().with(work)

/** Lets a set of rows outlive the work in which it was made. */
export const keepRows = (rows: Rows): Rows => RoaringArenaAllocator.current?.escape(rows) ?? rows

/** The rows of a set that pass a test. Sets are read and made whole: one by one, a row takes ten times as long. */
export function rowsWhere(rows: Rows, fits: (row: number) => boolean): Rows {
  const all = rows.toUint32Array()
  let count = 0
  for (const row of all) if (fits(row)) all[count++] = row
  return RoaringBitmap32.from(all.subarray(0, count))
}

const PIECE = 131_072

/** The rows of a set, so many at a time as are gone over in about a millisecond. */
export function* piecesOf(rows: Rows): Generator<Uint32Array> {
  for (let start = 0; start < rows.size; start += PIECE)
    yield rows.sliceUint32Array(start, start + PIECE)
}
