import { copyFileSync, createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { decodePath } from '../../src/model/paths.ts'
import { type Copy, hashOf, lastCopy, newDraft, publish, removeOld } from './folder.ts'
import { updateLines } from './lines.ts'
import {
  below,
  EXPORTS,
  listFiles,
  type Offered,
  readLines,
  request,
  SourceError,
} from './source.ts'

/** How a file came into the copy. */
type Way = 'kept' | 'changed' | 'whole'
export type Pulled = { release: string; folder: string; ways: Record<string, Way> }

/**
 * Updates the copy in a folder from a server: the first time everything, then the changes, each file checked against
 * its hash. An interruption at any point leaves the last good copy. Any number of pulls may run in one folder at the
 * same time. Throws a SourceError.
 */
export async function pull(address: string, root: string): Promise<Pulled> {
  const { release, files } = await listFiles(address)
  const last = lastCopy(root)
  const draft = newDraft(root, release)
  try {
    const ways: Pulled['ways'] = {}
    for (const file of files) ways[file.name] = await take(address, file, draft, last)
    const isCurrent = Object.values(ways).every(way => way === 'kept')
    const folder = last?.release === release && isCurrent ? last.folder : publish(root, draft)
    removeOld(root)
    return { release, folder, ways }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Puts a file into the draft, from the last copy if possible. Throws a SourceError if its hash is wrong. */
async function take(
  address: string,
  { name, url, sha256 }: Offered,
  draft: string,
  last: Copy | undefined,
): Promise<Way> {
  const target = join(draft, name)
  const isWritten = async (write: () => unknown) => {
    await write()
    return (await hashOf(target)) === sha256
  }
  // If a way fails, the next one is tried.
  const isReused = (write: () => unknown) => isWritten(write).catch(() => false)
  if (last) {
    if (await isReused(() => copyFileSync(join(last.folder, name), target))) return 'kept'
    if (await isReused(() => update(address, last, name, target))) return 'changed'
  }
  const { body } = await request(below(address, url.slice(url.indexOf(EXPORTS))))
  const isWhole = await isWritten(() => pipeline(body!, createWriteStream(target, { flush: true })))
  if (isWhole) return 'whole'
  throw new SourceError(`${url} does not have the hash that it should have`)
}

/** Writes a file of the last copy again, with the changes since its release. */
async function update(address: string, { folder, release }: Copy, name: string, target: string) {
  const list = name.replace('.ndjson', '')
  const [changed, removed] = await Promise.all([
    readLines(address, `/v1/${list}?${list === 'changes' ? '' : 'changed_'}since=${release}`),
    readLines(address, `/v1/changes?change=removed,merged&since=${release}`),
  ])
  const gone = removed
    .map((line): { record: string } => JSON.parse(line))
    .filter(({ record }) => record.startsWith(`${list}/`))
    .map(({ record }) => decodePath(record.slice(list.length + 1)))
  await updateLines(join(folder, name), target, changed, gone)
}
