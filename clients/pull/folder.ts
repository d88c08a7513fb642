import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

// Any number of pulls may work in one folder, on several machines. Each pull writes only into a draft folder of its
// own. A complete draft gets a name that is used once; then `latest` is replaced by a rename. A copy is never written
// to again, and is removed only a day after another took its place.

/** Names the folder of the last good copy. */
const LATEST = 'latest'
/** The beginning of the name of a folder that is incomplete. */
const DRAFT = '.pull-'
/** The name of a copy: its release and a random part. No other folder is removed. */
const NAME = /^(\d+\.\d+\.\d+(?:-unreleased)?|unreleased)-[0-9a-f]{12}$/
/** Milliseconds for which a replaced copy stays for its readers, and an abandoned draft. */
const DAY = 86_400_000

export type Copy = { folder: string; release: string }

/** The last good copy in a folder; undefined if there is none. Throws if it cannot be read. */
export function lastCopy(root: string): Copy | undefined {
  const latest = join(root, LATEST)
  if (!fs.existsSync(latest)) return undefined
  const [name = '', release] = NAME.exec(fs.readFileSync(latest, 'utf8').trim()) ?? []
  const folder = join(root, name)
  return release !== undefined && fs.existsSync(folder) ? { folder, release } : undefined
}

/** The sha256 of a file. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(fs.createReadStream(path), hash)
  return hash.digest('hex')
}

/** Makes an empty folder, which no other pull uses, for a copy that is incomplete. */
export function newDraft(root: string, label: string): string {
  const draft = join(root, `${DRAFT}${label}-${randomBytes(6).toString('hex')}`)
  fs.mkdirSync(draft, { recursive: true })
  return draft
}

/** Makes a complete draft the last copy. Returns its folder. */
export function publish(root: string, draft: string): string {
  const name = basename(draft).slice(DRAFT.length)
  const folder = join(root, name)
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
    const isOurs = name.startsWith(DRAFT) || NAME.test(name)
    if (folder === last || !isOurs || !isOld(folder)) continue
    // Moved into a draft first, so that an interruption does not leave half a copy.
    const draft = newDraft(root, 'removed')
    try {
      fs.renameSync(folder, join(draft, name))
    } catch {
      // Another pull has removed it.
    }
    fs.rmSync(draft, { recursive: true, force: true })
  }
}

const isOld = (folder: string) =>
  Date.now() - (fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > DAY
