import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'

const CHUNK = 2 ** 20

/** What stands in the place of the hash until the file has been written. */
export const UNKNOWN = '0'.repeat(64)

/** The hash as it stands in the file: the key and the JSON of the value of a row of `meta`. */
const inFile = (content: string): Buffer => Buffer.from(`content"${content}"`)

/** sha256 of a dataset file in which its own hash is read as zeros. */
export const contentHash = (file: string, content: string): string =>
  withFile(file, 'r', handle => hashOf(handle, content).hash)

/** Puts its hash into a file that has been written, and sees that all of it is on the disk. */
export const sealContent = (file: string) =>
  withFile(file, 'r+', handle => {
    const { hash, at } = hashOf(handle, UNKNOWN)
    const text = inFile(hash)
    writeSync(handle, text, 0, text.length, at)
    fsyncSync(handle)
  })

function withFile<T>(file: string, flags: string, work: (handle: number) => T): T {
  const handle = openSync(file, flags)
  try {
    return work(handle)
  } finally {
    closeSync(handle)
  }
}

/** The hash of an open file, and where its own stands in it; -1 where it does not. */
function hashOf(handle: number, content: string): { hash: string; at: number } {
  const [sought, zeros] = [inFile(content), inFile(UNKNOWN)]
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(CHUNK + sought.length)
  let at = -1
  for (let start = 0, kept = 0, read = -1; read !== 0; ) {
    read = readSync(handle, buffer, kept, CHUNK, start + kept)
    const bytes = buffer.subarray(0, kept + read)
    const found = at < 0 ? bytes.indexOf(sought) : -1
    if (found >= 0) {
      at = start + found
      zeros.copy(bytes, found)
    }
    // What is sought may begin in this chunk and end in the next one.
    kept = read === 0 ? 0 : Math.min(sought.length, bytes.length)
    const sure = bytes.length - kept
    hash.update(bytes.subarray(0, sure))
    bytes.copyWithin(0, sure)
    start += sure
  }
  return { hash: hash.digest('hex'), at }
}
