import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'

/** The name of a file, or a version. No other text from a server becomes part of a path here. */
const Name = z.string().regex(/^[\w-]+(?:\.[\w-]+)*$/)

const Offered = z.object({
  release: Name,
  name: Name,
  url: z.string().regex(/^(?:\/[\w.~-]+)*\/v1\/exports\//),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** The path of all files; a server may have another path before it for its clients. */
export const EXPORTS = '/v1/exports'

/** A file that a server offers. */
export type Offered = z.output<typeof Offered>

/** Contains the records of all collections again, for users who check or compare releases. */
const ALL_RECORDS = 'records.ndjson'

const Exports = z.object({ data: z.array(Offered), meta: z.object({ release: Name }) })

/** A server that could not answer, or whose answer is wrong. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
}

const BUSY = [429, 503]
const TRIES = 5

/** The answer of a server to a request, which is repeated while the server is busy. Throws a SourceError. */
export async function request(url: URL, tries = TRIES): Promise<Response> {
  const answer = await fetch(url)
  if (answer.ok) return answer
  if (!BUSY.includes(answer.status) || tries === 1)
    throw new SourceError(`${url.pathname}${url.search}: ${answer.status} ${await answer.text()}`)
  const [seconds = 1] = /^\d{1,3}$/.exec(answer.headers.get('retry-after') ?? '') ?? []
  await setTimeout(Number(seconds) * 1_000)
  return request(url, tries - 1)
}

/** The address of a path of the API, below the address of a server. */
export const below = (address: string, path: string) => new URL(address.replace(/\/+$/, '') + path)

/** The release that a server has, and its files: one for each collection, one record a line. Throws a SourceError. */
export async function listFiles(address: string) {
  const answer = await request(below(address, EXPORTS))
  const { data: exports } = Exports.safeParse(await answer.json())
  const release = exports?.meta.release
  const isUsed = (file: Offered) =>
    file.release === release && file.name.endsWith('.ndjson') && file.name !== ALL_RECORDS
  const files = exports?.data.filter(isUsed) ?? []
  if (release !== undefined && files.length > 0) return { release, files }
  throw new SourceError('/v1/exports does not list the files of a release')
}

/** The records of a list, one a line. Throws a SourceError. */
export async function readLines(address: string, path: string): Promise<string[]> {
  const answer = await request(below(address, `${path}&format=ndjson`))
  return (await answer.text()).split('\n').slice(0, -1)
}
