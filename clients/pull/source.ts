import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** The name of a file. No other text from a server becomes a file name here. */
const Name = z.string().regex(/^[a-z-]+\.ndjson$/)

/** Hashes of files by their names. */
export const Hashes = z.record(Name, Sha256)
export const Version = z.string().regex(/^[\w-]+(?:\.[\w-]+)*$/)

const Listed = z.object({
  release: z.string(),
  name: z.string(),
  format: z.string(),
  url: z.string().startsWith('/v1/exports/'),
  sha256: Sha256,
})
const Offered = Listed.extend({ name: Name })

/** A file that a server offers. */
export type Offered = z.output<typeof Offered>

/** Contains the records of all collections again, for users who check or compare releases. */
const ALL_RECORDS = 'records.ndjson'

/** The list of files, reduced to those of the release that is served: one for each collection, one record a line. */
const Exports = z
  .object({ data: z.array(Listed), meta: z.object({ release: Version }) })
  .transform(({ data, meta: { release } }) => ({
    release,
    files: data.filter(
      file => file.release === release && file.format === 'ndjson' && file.name !== ALL_RECORDS,
    ),
  }))
  .pipe(z.object({ release: Version, files: z.array(Offered).min(1) }))

/** A server that could not answer, or whose answer is incomplete or of another release. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
}

const BUSY = [429, 503]
const TRIES = 5

/** The answer of a server to a request, which is repeated while the server is busy. Throws a SourceError. */
export async function request(address: string, path: string, tries = TRIES): Promise<Response> {
  const answer = await fetch(address.replace(/\/+$/, '') + path)
  if (answer.ok) return answer
  if (!BUSY.includes(answer.status) || tries === 1)
    throw new SourceError(`${path}: ${answer.status} ${await answer.text()}`)
  const [seconds = 1] = /^\d{1,3}$/.exec(answer.headers.get('retry-after') ?? '') ?? []
  await setTimeout(Number(seconds) * 1_000)
  return request(address, path, tries - 1)
}

/** The release that a server has, and its files. Throws a SourceError. */
export async function listFiles(address: string) {
  const answer = await request(address, '/v1/exports')
  const exports = Exports.safeParse(await answer.json())
  if (exports.success) return exports.data
  throw new SourceError('/v1/exports does not list the files of a release')
}

/** All records of a list, one a line. Throws a SourceError if the list is incomplete or of another release. */
export async function readLines(address: string, path: string, release: string): Promise<string[]> {
  const answer = await request(address, path)
  if (answer.headers.get('x-dataset-release') !== release)
    throw new SourceError('the server has another release now')
  const lines = (await answer.text()).split('\n').slice(0, -1)
  if (lines.length !== Number(answer.headers.get('x-total-count')))
    throw new SourceError(`${path} was cut off`)
  return lines
}
