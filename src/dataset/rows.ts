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

/** The rows that encodeRows stored, of bytes that nothing else uses. */
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

/** The rising rows of a set that remain after `skip` of them, `limit` at most. */
export function sliceRows({ words }: Rows, skip: number, limit: number): number[] {
  const rows: number[] = []
  let skipped = 0
  for (let at = 0; at < words.length && rows.length < limit; at++) {
    let word = words[at]!
    const count = bitsIn(word)
    if (skipped + count <= skip) {
      skipped += count
      continue
    }
    for (; word !== 0 && rows.length < limit; word &= word - 1)
      if (skipped++ >= skip) rows.push(at * 32 + 31 - Math.clz32(word & -word))
  }
  return rows
}

/** The number of bits that are set, by adding them in parallel. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Removes the rows for which a test does not hold. */
export function keepRows(rows: Rows, isKept: (row: number) => boolean): Rows {
  const { words } = rows
  for (let at = 0; at < words.length; at++) {
    let kept = 0
    for (let word = words[at]!; word !== 0; word &= word - 1) {
      const bit = word & -word
      if (isKept(at * 32 + 31 - Math.clz32(bit))) kept |= bit
    }
    words[at] = kept
  }
  return rows
}
