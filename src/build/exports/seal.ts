import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { hashFile } from '../../dataset/checksum.ts'
import {
  type Coding,
  codings,
  type FileFormat,
  isCoded,
  type StoredFile,
} from '../../dataset/manifest.ts'

const PART_BYTES = 1_024 * 1_024

/** The length of the parts in which a file is read and compressed. Buffers that are too long for a file make work for the garbage collector. */
const partOf = (bytes: number) => Math.min(Math.max(bytes, constants.Z_MIN_CHUNK), PART_BYTES)

/** The logarithm of the length of text in which brotli looks for repetitions. */
const windowOf = (bytes: number) =>
  Math.min(
    Math.max(Math.ceil(Math.log2(bytes + 1)), constants.BROTLI_MIN_WINDOW_BITS),
    constants.BROTLI_DEFAULT_WINDOW,
  )

// A higher level takes twice as long for one part in a hundred.
const compressors = {
  br: (bytes: number) =>
    createBrotliCompress({
      chunkSize: partOf(bytes),
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_LGWIN]: windowOf(bytes),
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
      },
    }),
  gzip: (bytes: number) => createGzip({ level: 6, chunkSize: partOf(bytes) }),
}

/** Writes a text to a file, part by part. */
export const save = (path: string, parts: AsyncIterable<string> | Iterable<string>) =>
  pipeline(Readable.from(parts), createWriteStream(path, { flush: true }))

/** Writes the compressed forms of a file beside it, if its format has any. Returns its entry in the manifest. */
export async function seal(folder: string, base: string, format: FileFormat): Promise<StoredFile> {
  const name = `${base}.${format}`
  const path = join(folder, name)
  const bytes = statSync(path).size
  const plain = { name, format, bytes, sha256: await hashFile(path) }
  if (!isCoded(format)) return plain
  const compress = async (coding: Coding) => {
    const hash = createHash('sha256')
    let length = 0
    const measure = async function* (parts: AsyncIterable<Buffer>) {
      for await (const part of parts) {
        hash.update(part)
        length += part.length
        yield part
      }
    }
    await pipeline(
      createReadStream(path, { highWaterMark: partOf(bytes) }),
      compressors[coding](bytes),
      measure,
      createWriteStream(path + codings[coding], { flush: true }),
    )
    return { bytes: length, sha256: hash.digest('hex') }
  }
  const [br, gzip] = await Promise.all([compress('br'), compress('gzip')])
  return { ...plain, encodings: { br, gzip } }
}
