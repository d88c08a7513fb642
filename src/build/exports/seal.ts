import { createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { bufferFor, hashFile, readParts } from '../../dataset/checksum.ts'
import {
  type Coding,
  codings,
  type FileFormat,
  isCoded,
  type StoredFile,
} from '../../dataset/manifest.ts'

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
      chunkSize: bufferFor(bytes),
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_LGWIN]: windowOf(bytes),
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
      },
    }),
  gzip: (bytes: number) => createGzip({ level: 6, chunkSize: bufferFor(bytes) }),
}

/** Writes a text to a file, part by part. */
export const save = (path: string, parts: AsyncIterable<string> | Iterable<string>) =>
  pipeline(Readable.from(parts), createWriteStream(path, { flush: true }))

/** Writes the compressed forms of a file beside it, if its format has any. Returns its entry in the manifest. */
export async function seal(folder: string, base: string, format: FileFormat): Promise<StoredFile> {
  const name = `${base}.${format}`
  const path = join(folder, name)
  const plain = { name, format, ...(await measure(path)) }
  if (!isCoded(format)) return plain
  const compress = async (coding: Coding) => {
    const target = path + codings[coding]
    const output = createWriteStream(target, { flush: true })
    await pipeline(readParts(path), compressors[coding](plain.bytes), output)
    return measure(target)
  }
  const [br, gzip] = await Promise.all([compress('br'), compress('gzip')])
  return { ...plain, encodings: { br, gzip } }
}

/** The length and hash of a file. */
const measure = async (path: string) => ({
  bytes: statSync(path).size,
  sha256: await hashFile(path),
})
