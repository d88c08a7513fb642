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

// With larger parts the threads of zlib spend less time waiting for each other. A higher level takes twice as long for
// one part in a hundred.
const PART_BYTES = 1_024 * 1_024
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }

const compressors = {
  br: () => createBrotliCompress({ params, chunkSize: PART_BYTES }),
  gzip: () => createGzip({ level: 6, chunkSize: PART_BYTES }),
}

/** Writes a text to a file, part by part. */
export const save = (path: string, parts: AsyncIterable<string> | Iterable<string>) =>
  pipeline(Readable.from(parts), createWriteStream(path, { flush: true }))

/** Writes the compressed forms of a file beside it, if its format has any. Returns its entry in the manifest. */
export async function seal(folder: string, base: string, format: FileFormat): Promise<StoredFile> {
  const name = `${base}.${format}`
  const path = join(folder, name)
  const compress = async (coding: Coding) => {
    const target = path + codings[coding]
    const output = createWriteStream(target, { flush: true })
    await pipeline(
      createReadStream(path, { highWaterMark: PART_BYTES }),
      compressors[coding](),
      output,
    )
    return measure(target)
  }
  if (!isCoded(format)) return { name, format, ...(await measure(path)) }
  const [plain, br, gzip] = await Promise.all([measure(path), compress('br'), compress('gzip')])
  return { name, format, ...plain, encodings: { br, gzip } }
}

/** The length and hash of a file. */
const measure = async (path: string) => ({
  bytes: statSync(path).size,
  sha256: await hashFile(path),
})
