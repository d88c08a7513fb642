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

const toWords = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new Uint32Array(buffer, byteOffset, byteLength / 4)

/** A new set of the rows that encodeRows stored. */
export function decodeRows(bytes: Uint8Array): Rows {
  const words = toWords(bytes)
  if (words[0] === BITS) return TypedFastBitSet.fromWords(words.slice(1))
  const rows = words.subarray(1)
  return new TypedFastBitSet(rows, new Uint32Array((rows.at(-1)! >>> 5) + 1))
}

/** The rows that encodeRows stored, in the shorter form: rising in a list, or as a new set. */
export function decodeShorter(bytes: Uint8Array): Rows | number[] {
  const words = toWords(bytes)
  return words[0] === BITS ? decodeRows(bytes) : [...words.subarray(1)]
}

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
