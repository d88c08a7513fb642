import { createHash } from 'node:crypto'
import {
  createReadStream,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Names the folder of the last good copy. */
const LATEST = 'latest'
/** What a copy is of. */
const CONTENT = 'copy.json'
/** What stands behind the name of what is not whole yet. */
export const PARTIAL = '.partial'

export type Content = { release: string; files: Record<string, string> }
export type Copy = Content & { folder: string }

/** The last good copy in a folder; undefined where there is none. */
export function lastCopy(root: string): Copy | undefined {
  try {
    const folder = join(root, readFileSync(join(root, LATEST), 'utf8').trim())
    return { folder, ...(JSON.parse(readFileSync(join(folder, CONTENT), 'utf8')) as Content) }
  } catch {
    return undefined
  }
}

/** Whether every file of a copy still has its hash. */
export async function isWhole({ folder, files }: Copy): Promise<boolean> {
  for (const [name, sha256] of Object.entries(files))
    if ((await hashOf(join(folder, name))) !== sha256) return false
  return true
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

/** Puts a whole draft into its place and names it; what was there before goes last. */
export function publish(root: string, draft: string, folder: string, content: Content) {
  writeFileSync(join(draft, CONTENT), JSON.stringify(content, null, 2), { flush: true })
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
  const name = folder.slice(root.length + 1)
  writeFileSync(join(root, LATEST + PARTIAL), `${name}\n`, { flush: true })
  renameSync(join(root, LATEST + PARTIAL), join(root, LATEST))
  for (const { name: other } of readdirSync(root, { withFileTypes: true }).filter(entry =>
    entry.isDirectory(),
  ))
    if (other !== name && copies.test(other)) rmSync(join(root, other), { recursive: true })
}

/** What this program names its folders; others are not touched. */
const copies = /^.+-[0-9a-f]{8}(?:\.partial)?$/
