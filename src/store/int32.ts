/** Whole numbers of 32 bits as the bytes of a column. */
export const toBytes = (numbers: ArrayLike<number>): Uint8Array =>
  new Uint8Array(Int32Array.from(numbers).buffer)

/** The numbers that toBytes wrote; in memory of their own, since a database's may lie unevenly. */
export const fromBytes = (bytes: Uint8Array): Int32Array => new Int32Array(bytes.slice().buffer)
