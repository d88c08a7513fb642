import { TypedFastBitSet } from 'typedfastbitset'

/** A set of records of one collection, by their places in its order. */
export type Rows = TypedFastBitSet

const LIST = 0
const BITS = 1

/** The rows that have a value, which rise, as they are stored: listed or, if that is shorter, a bit for each record. */
export function encodeRows(rows: readonly number[], recordCount: number): Uint8Array {
  const wordCount = Math.ceil(recordCount / 32)
  const isDense = rows.length > wordCount
  const data = isDense ? new TypedFastBitSet(rows, new Uint32Array(wordCount)).words : rows
  const words = new Uint32Array(1 + data.length)
  words[0] = isDense ? BITS : LIST
  words.set(data, 1)
  return new Uint8Array(words.buffer)
}

/** The rows that have a value, as they are stored: a rising list or a set. */
export type StoredRows = Uint32Array | Rows

export const isList = (rows: StoredRows): rows is Uint32Array => ArrayBuffer.isView(rows)

/** Decodes the rows that encodeRows stored; they share the memory of `bytes`. */
export function decodeRows(bytes: Uint8Array): StoredRows {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
  const data = words.subarray(1)
  return words[0] === BITS ? TypedFastBitSet.fromWords(data) : data
}

/** A set of rising rows. */
export const toSet = (rows: Uint32Array): Rows =>
  new TypedFastBitSet(rows, new Uint32Array(((rows.at(-1) ?? 0) >>> 5) + 1))

/** The rows from `first` to before `end`. */
export function rowsBetween(first: number, end: number): Rows {
  const rows = TypedFastBitSet.fromWords(new Uint32Array(Math.ceil(end / 32)))
  if (end > first) rows.addRange(first, end)
  return rows
}

const WORDS_AT_ONCE = 64

/** The rising rows of a set that remain after `skip` of them, `limit` at most. */
export function sliceRows({ words }: Rows, skip: number, limit: number): number[] {
  const rows: number[] = []
  for (let at = 0; at < words.length && rows.length < limit; at += WORDS_AT_ONCE) {
    const part = TypedFastBitSet.fromWords(words.subarray(at, at + WORDS_AT_ONCE))
    const count = part.size()
    const taken = skip < count ? part.array().slice(skip, skip + limit - rows.length) : []
    rows.push(...taken.map(row => at * 32 + row))
    skip = Math.max(skip - count, 0)
  }
  return rows
}

/** Removes the rows for which a test does not hold. */
export function keepRows({ words }: Rows, isKept: (row: number) => boolean) {
  for (let at = 0; at < words.length; at++) {
    let kept = 0
    for (let word = words[at]!; word !== 0; word &= word - 1) {
      const bit = word & -word
      if (isKept(at * 32 + 31 - Math.clz32(bit))) kept |= bit
    }
    words[at] = kept
  }
}
