import { copyFileSync, createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  type Content,
  type Copy,
  findCopy,
  hashOf,
  lastCopy,
  newDraft,
  publish,
  removeOld,
} from './folder.ts'
import { updateLines } from './lines.ts'
import { listFiles, type Offered, readLines, request, SourceError } from './source.ts'

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
  const hashes = files.map(({ name, sha256 }) => [name, sha256])
  const content: Content = { release, files: Object.fromEntries(hashes) }
  const folder = await findCopy(root, content)
  const kept = () => Object.fromEntries(files.map(({ name }) => [name, 'kept' as const]))
  const pulled = folder
    ? { release, folder, ways: kept() }
    : await makeCopy(address, root, content, files)
  removeOld(root)
  return pulled
}

async function makeCopy(address: string, root: string, content: Content, files: Offered[]) {
  const { release } = content
  const last = lastCopy(root)
  const draft = newDraft(root, release)
  try {
    const ways: Pulled['ways'] = {}
    for (const file of files) ways[file.name] = await take(address, release, file, draft, last)
    // Another pull may have made the same copy meanwhile.
    const folder = (await findCopy(root, content)) ?? publish(root, draft, content)
    return { release, folder, ways }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Puts a file into the draft, from the last copy if possible. Throws a SourceError if its hash is wrong. */
async function take(
  address: string,
  release: string,
  { name, url, sha256 }: Offered,
  draft: string,
  last: Copy | undefined,
): Promise<Way> {
  const target = join(draft, name)
  const lastHash = last?.content.files[name]
  if (last && lastHash) {
    const isKept = lastHash === sha256
    const reuse = isKept ? keep : update
    await reuse({ address, release, name, last, target }).catch(() => {
      // The whole file is fetched instead.
    })
    if ((await hashOf(target)) === sha256) return isKept ? 'kept' : 'changed'
  }
  const { body } = await request(address, url)
  await pipeline(body!, createWriteStream(target, { flush: true }))
  if ((await hashOf(target)) === sha256) return 'whole'
  throw new SourceError(`${url} does not have the hash that it should have`)
}

type Reuse = { address: string; release: string; name: string; last: Copy; target: string }

const keep = async ({ name, last, target }: Reuse) => copyFileSync(join(last.folder, name), target)

/** Writes the last file with the changes since its release. */
async function update({ address, release, name, last, target }: Reuse) {
  const list = name.replace('.ndjson', '')
  const since = `since=${last.content.release}&format=ndjson`
  const [changed, removed] = await Promise.all([
    readLines(address, `/v1/${list}?${list === 'changes' ? '' : 'changed_'}${since}`, release),
    readLines(address, `/v1/changes?change=removed,merged&${since}`, release),
  ])
  const gone = removed
    .map((line): { record: string } => JSON.parse(line))
    .filter(({ record }) => record.startsWith(`${list}/`))
    .map(({ record }) => record.slice(list.length + 1))
  await updateLines(join(last.folder, name), target, changed, gone)
}
