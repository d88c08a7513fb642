import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'

/** The checksum that a file has until it is sealed. */
export const UNSEALED = '0'.repeat(64)

/** The checksum as it is stored: the key and the JSON value of a row of `meta`. */
export const storedChecksum = (content: string): Buffer => Buffer.from(`content"${content}"`)

const zeros = storedChecksum(UNSEALED)

/** Computes the sha256 of a dataset file, in which the stored checksum counts as zeros. */
export class Checksum {
  readonly #hash = createHash('sha256')
  readonly #stored: Buffer
  #pending = Buffer.alloc(0)
  #position = 0
  /** The offsets of the stored checksum that have been read. SQLite may leave a copy of a row behind in a page. */
  readonly offsets = new Set<number>()

  /** `content`: the checksum that the file says it has. */
  constructor(content: string) {
    this.#stored = storedChecksum(content)
  }

  /** Takes the next chunk of the file. */
  update(chunk: Uint8Array) {
    const bytes = Buffer.concat([this.#pending, chunk])
    let at = bytes.indexOf(this.#stored)
    while (at >= 0) {
      this.offsets.add(this.#position + at)
      zeros.copy(bytes, at)
      at = bytes.indexOf(this.#stored, at + 1)
    }
    // The stored checksum may begin in this chunk and end in the next one.
    const end = Math.max(bytes.length - this.#stored.length, 0)
    this.#hash.update(bytes.subarray(0, end))
    this.#pending = bytes.subarray(end)
    this.#position += end
  }

  digest(): string {
    return this.#hash.update(this.#pending).digest('hex')
  }
}

const READ_BYTES = 256 * 1_024

/** Throws if a dataset file is not the one that was built with this checksum. */
export async function verifyChecksum(file: string, content: string): Promise<void> {
  const checksum = new Checksum(content)
  for await (const chunk of readParts(file)) checksum.update(chunk)
  if (checksum.digest() !== content)
    throw new Error(
      `${file} is damaged: its content does not have the checksum it was built with; \`npm run build\` builds it again`,
    )
}

const FEWEST_BYTES = 1_024

/** The length of the buffers for a file of some bytes: longer ones would only make work for the garbage collector. */
export const bufferFor = (bytes: number): number =>
  Math.min(Math.max(bytes, FEWEST_BYTES), READ_BYTES)

/** Reads a file part by part. */
export const readParts = (path: string) =>
  createReadStream(path, { highWaterMark: bufferFor(statSync(path).size) })

/** The sha256 of a file. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of readParts(path)) hash.update(chunk)
  return hash.digest('hex')
}
