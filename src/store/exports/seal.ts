import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { type Coding, codings, type Sealed } from './manifest.ts'

const BROTLI_QUALITY = 6

const compressors: Record<Coding, () => Transform> = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: () => createGzip({ level: constants.Z_BEST_COMPRESSION }),
}

/** Lets bytes through, and knows how many and of what hash they were. */
class Meter extends Transform {
  readonly #hash = createHash('sha256')
  #bytes = 0

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, out: Buffer) => void) {
    this.#hash.update(chunk)
    this.#bytes += chunk.length
    done(null, chunk)
  }

  sealed(): Sealed {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }
}

/** Length and hash of a file. */
export async function measure(path: string): Promise<Sealed> {
  const meter = new Meter()
  await pipeline(createReadStream(path), meter.resume())
  return meter.sealed()
}

async function compress(path: string, coding: Coding): Promise<Sealed> {
  const meter = new Meter()
  const target = createWriteStream(path + codings[coding], { flush: true })
  await pipeline(createReadStream(path), compressors[coding](), meter, target)
  return meter.sealed()
}

/** Length and hash of a file and of its compressed forms, which are put beside it. */
export async function seal(folder: string, name: string) {
  const path = join(folder, name)
  const [plain, br, gzip] = await Promise.all([
    measure(path),
    compress(path, 'br'),
    compress(path, 'gzip'),
  ])
  return { ...plain, encodings: { br, gzip } }
}
