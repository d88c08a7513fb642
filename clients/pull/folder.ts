import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
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
/** Describes the copy in a folder; no other folder is removed. */
const CONTENT = 'copy.json'
/** The beginning of the name of a folder that is incomplete. */
const DRAFT = '.pull-'
/** Milliseconds for which a replaced copy stays for its readers, and an abandoned draft. */
const DAY = 86_400_000

const Content = z.object({ release: Version, files: Hashes })
export type Content = z.output<typeof Content>
export type Copy = { folder: string; content: Content }

/** The last good copy in a folder; undefined if there is none. Throws if it cannot be read. */
export function lastCopy(root: string): Copy | undefined {
  const name = Version.safeParse(read(join(root, LATEST)).trim())
  if (!name.success) return undefined
  const folder = join(root, name.data)
  const content = Content.safeParse(parse(read(join(folder, CONTENT))))
  return content.success ? { folder, content: content.data } : undefined
}

/** The text of a file; empty if the file is missing. */
function read(path: string): string {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch (error) {
    // After any other error a good copy may exist, and it must not be removed.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The folder of the last copy, if it has this content and is undamaged. */
export async function findCopy(root: string, content: Content): Promise<string | undefined> {
  const last = lastCopy(root)
  if (!last || !isDeepStrictEqual(last.content, content)) return undefined
  for (const [name, sha256] of Object.entries(content.files))
    if ((await hashOf(join(last.folder, name))) !== sha256) return undefined
  return last.folder
}

/** The sha256 of a file; undefined if it cannot be read. */
export async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(fs.createReadStream(path), hash)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}

/** Makes an empty folder, which no other pull uses, for a copy that is incomplete. */
export function newDraft(root: string, release: string): string {
  const draft = draftPath(root, release)
  fs.mkdirSync(draft, { recursive: true })
  return draft
}

const draftPath = (root: string, label: string) =>
  join(root, `${DRAFT}${label}-${randomBytes(6).toString('hex')}`)

/** Makes a complete draft the last copy. Returns its folder. */
export function publish(root: string, draft: string, content: Content): string {
  const name = basename(draft).slice(DRAFT.length)
  const folder = join(root, name)
  fs.writeFileSync(join(draft, CONTENT), JSON.stringify(content, null, 2), { flush: true })
  fs.writeFileSync(join(draft, LATEST), `${name}\n`, { flush: true })
  fs.renameSync(draft, folder)
  const replaced = lastCopy(root)
  if (replaced) fs.utimesSync(replaced.folder, new Date(), new Date())
  fs.renameSync(join(folder, LATEST), join(root, LATEST))
  return folder
}

/** Removes drafts and copies that have not changed for a day, but not the last copy. */
export function removeOld(root: string) {
  const last = lastCopy(root)?.folder
  for (const name of fs.readdirSync(root)) {
    const folder = join(root, name)
    if (folder === last || !isOurs(folder) || !isOld(folder)) continue
    // Renamed first, so that an interruption leaves a draft rather than half a copy.
    const removed = draftPath(root, 'removed')
    try {
      fs.renameSync(folder, removed)
    } catch {
      // Another pull has removed it.
    }
    fs.rmSync(removed, { recursive: true, force: true })
  }
}

const isOurs = (folder: string) =>
  basename(folder).startsWith(DRAFT) || fs.existsSync(join(folder, CONTENT))

const isOld = (folder: string) =>
  Date.now() - (fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > DAY
