import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Names of files by their hashes. Nothing else may become the name of a file here, whatever a server says. */
export const Hashes = z.record(z.string().regex(/^[a-z-]+\.ndjson$/), Sha256)

export const Version = z.string().regex(/^[\w-]+(?:\.[\w-]+)*$/)

const Offered = z.object({
  release: Version,
  name: z.string(),
  format: z.string(),
  url: z.string().startsWith('/v1/exports/'),
  sha256: Sha256,
})

/** A file that a server offers. */
export type Offered = z.output<typeof Offered>

const Exports = z.object({ data: z.array(Offered), meta: z.object({ release: Version }) })

/** A server that could not answer, or answered of another release than it began with. */
export class SourceError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SourceError'
  }
}

/** Seconds to wait: those that a header says, or one. */
const secondsIn = (header: string | null) => (/^\d{1,3}$/.test(header ?? '') ? Number(header) : 1)

/** Holds the records of all collections again, for those who check or compare releases. */
const ALL_RECORDS = 'records.ndjson'

const BUSY = [429, 503]
const TRIES = 5

/** A server of the dataset, by its address. */
export class Source {
  readonly #address: string

  constructor(address: string) {
    this.#address = address.replace(/\/+$/, '')
  }

  /** The collections of the release that is served, as files with one record a line. */
  async offered(): Promise<{ release: string; files: Offered[] }> {
    const exports = Exports.safeParse(await (await this.#get('/v1/exports')).json())
    if (!exports.success) throw new SourceError('/v1/exports does not list files')
    const { data, meta } = exports.data
    const { release } = meta
    const files = data.filter(
      file => file.release === release && file.format === 'ndjson' && file.name !== ALL_RECORDS,
    )
    if (
      !Hashes.safeParse(Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]))).success
    )
      throw new SourceError('/v1/exports lists names that are none of files')
    if (files.length === 0) throw new SourceError(`there are no files of the release ${release}`)
    return { release, files }
  }

  /** The bytes of a file. */
  async file(url: string): Promise<ReadableStream<Uint8Array>> {
    return (await this.#get(url)).body as ReadableStream<Uint8Array>
  }

  /** All records of a list, one a line. Throws where not all of them came, or not of this release. */
  async lines(path: string, release: string): Promise<string[]> {
    const answer = await this.#get(path)
    if (answer.headers.get('x-dataset-release') !== release)
      throw new SourceError('the server has another release now')
    const lines = (await answer.text()).split('\n').slice(0, -1)
    if (lines.length !== Number(answer.headers.get('x-total-count')))
      throw new SourceError(`${path} was cut off`)
    return lines
  }

  async #get(path: string, tries = TRIES): Promise<Response> {
    const answer = await fetch(this.#address + path)
    if (answer.ok) return answer
    if (BUSY.includes(answer.status) && tries > 1) {
      await setTimeout(secondsIn(answer.headers.get('retry-after')) * 1_000)
      return this.#get(path, tries - 1)
    }
    throw new SourceError(`${path}: ${answer.status} ${await answer.text()}`)
  }
}
