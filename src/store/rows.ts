import { RoaringArenaAllocator, RoaringBitmap32 } from 'roaring-wasm'

/** A set of rows. Its memory is outside of the garbage collector's sight. */
export type Rows = RoaringBitmap32

/** Runs work that makes sets of rows, and frees them when it is done but for those that were kept. */
export const freeingRows = <T>(work: () => T): T => new RoaringArenaAllocator().with(work)

/** Lets a set of rows outlive the work in which it was made. */
export const keepRows = (rows: Rows): Rows => RoaringArenaAllocator.current?.escape(rows) ?? rows

const PIECE = 65_536
// One for all: making a large array takes longer than filling it.
const piece = new Uint32Array(PIECE)

/** The rows of a set, so many at a time as are gone over in less than a millisecond; each piece is valid until the next. */
export function* piecesOf(rows: Rows): Generator<Uint32Array> {
  for (let start = 0; start < rows.size; start += PIECE)
    yield rows.sliceUint32Array(start, start + PIECE, piece)
}

/** A set of rows as the bytes that are stored and sent. */
export function toBytes(rows: Rows): Uint8Array {
  rows.optimize()
  return rows.serialize('portable')
}

/** The set of rows that bytes stand for. */
export const fromBytes = (bytes: Uint8Array): Rows => RoaringBitmap32.deserialize(bytes, 'portable')
