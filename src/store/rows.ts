import { RoaringArenaAllocator, type RoaringBitmap32 } from 'roaring-wasm'

/** A set of rows. Its memory is outside of the garbage collector's sight. */
export type Rows = RoaringBitmap32

/** Runs work that makes sets of rows, and frees them when it is done but for those that were kept. */
export const freeingRows = <T>(work: () => T): T => new RoaringArenaAllocator().with(work)

/** Lets a set of rows outlive the work in which it was made. */
export const keepRows = (rows: Rows): Rows => RoaringArenaAllocator.current?.escape(rows) ?? rows
