import { createHash, randomBytes } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { Hashes, Version } from './source.ts'

// Any number of pulls may work in one folder, on several machines. Each pull writes only into a draft folder of its
// own. A complete draft gets a name that is used once; then `latest` is replaced by a rename. A copy is never written
// to again, and is removed only a day after another took its place.

/** Names the folder of the last good copy. */
const LATEST = 'latest'
/** Says what a folder is a copy of; no other folder is removed. */
const CONTENT = 'copy.json'
/** Comes before the name of a folder that is incomplete. */
const DRAFT = '.pull-'
/** Milliseconds that a replaced copy stays for its readers, and an abandoned draft. */
const DAY = 86_400_000

const Content = z.object({ release: Version, files: Hashes })
export type Content = z.output<typeof Content>
export type Copy = { folder: string; content: Content }

/** The last good copy in a folder; undefined where there is none. Throws where that cannot be read. */
export function lastCopy(root: string): Copy | undefined {
  const name = Version.safeParse(read(join(root, LATEST))?.trim())
  if (!name.success) return undefined
  const folder = join(root, name.data)
  const content = Content.safeParse(parse(read(join(folder, CONTENT))))
  return content.success ? { folder, content: content.data } : undefined
}

/** The text of a file; undefined where there is none. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    // After any other error a good copy may exist, and it must not be removed.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function parse(text = ''): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether every file of a copy still has its hash. */
async function isWhole({ folder, content }: Copy): Promise<boolean> {
  for (const [name, sha256] of Object.entries(content.files))
    if ((await hashOf(join(folder, name))) !== sha256) return false
  return true
}

/** The folder of the last copy, if it has this content and is undamaged. */
export async function findCopy(root: string, content: Content): Promise<string | undefined> {
  const last = lastCopy(root)
  if (!last || !isDeepStrictEqual(last.content, content)) return undefined
  return (await isWhole(last)) ? last.folder : undefined
}

/** The sha256 of a file; undefined where it cannot be read. */
export async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}

/** Makes an empty folder, which no other pull uses, for a copy that is incomplete. */
export function newDraft(root: string, release: string): string {
  const draft = draftPath(root, release)
  mkdirSync(draft, { recursive: true })
  return draft
}

const draftPath = (root: string, label: string) =>
  join(root, `${DRAFT}${label}-${randomBytes(6).toString('hex')}`)

/** Makes a complete draft the last copy. Returns its folder. */
export function publish(root: string, draft: string, content: Content): string {
  const name = basename(draft).slice(DRAFT.length)
  const folder = join(root, name)
  writeFileSync(join(draft, CONTENT), JSON.stringify(content, null, 2), { flush: true })
  writeFileSync(join(draft, LATEST), `${name}\n`, { flush: true })
  renameSync(draft, folder)
  const replaced = lastCopy(root)
  if (replaced) utimesSync(replaced.folder, new Date(), new Date())
  renameSync(join(folder, LATEST), join(root, LATEST))
  return folder
}

/** Removes drafts and copies that nothing has changed for a day, but not the last copy. */
export function removeOld(root: string) {
  const last = lastCopy(root)?.folder
  for (const name of readdirSync(root)) {
    const folder = join(root, name)
    if (folder === last || !isOurs(folder) || !isOld(folder)) continue
    // Renamed first, so that an interruption leaves a draft rather than half a copy.
    const removed = draftPath(root, 'removed')
    try {
      renameSync(folder, removed)
    } catch {
      // Another pull has taken it away.
    }
    rmSync(removed, { recursive: true, force: true })
  }
}

const isOurs = (folder: string) =>
  basename(folder).startsWith(DRAFT) || existsSync(join(folder, CONTENT))

const isOld = (folder: string) =>
  Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > DAY
