import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { Hashes, Version } from './source.ts'

/** Names the folder of the last good copy. */
const LATEST = 'latest'
/** What a copy is of; only a folder that holds it is a copy. */
const CONTENT = 'copy.json'

const Content = z.object({ release: Version, files: Hashes })
export type Content = z.output<typeof Content>
export type Copy = Content & { folder: string }

/** The last good copy in a folder; undefined where there is none. */
export function lastCopy(root: string): Copy | undefined {
  try {
    const name = Version.parse(readFileSync(join(root, LATEST), 'utf8').trim())
    const content = JSON.parse(readFileSync(join(root, name, CONTENT), 'utf8'))
    return { folder: join(root, name), ...Content.parse(content) }
  } catch {
    return undefined
  }
}

/** Whether every file of a copy still has its hash. */
export async function isWhole(folder: string, { files }: Content): Promise<boolean> {
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

const draft = /^\.pull-(\d+)$/

/** An empty folder for what is not whole yet, of this process alone; those of processes that were ended are removed. */
export function newDraft(root: string): string {
  mkdirSync(root, { recursive: true })
  for (const name of readdirSync(root)) {
    const [, pid] = draft.exec(name) ?? []
    if (pid && !isRunning(Number(pid))) rmSync(join(root, name), { recursive: true })
  }
  const folder = join(root, `.pull-${process.pid}`)
  mkdirSync(folder)
  return folder
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Puts a whole draft into its place, unless another process has done so, and names it; older copies go last. */
export async function publish(root: string, draft: string, name: string, content: Content) {
  const folder = join(root, name)
  if (!(await isWhole(folder, content))) {
    writeFileSync(join(draft, CONTENT), JSON.stringify(content, null, 2), { flush: true })
    rmSync(folder, { recursive: true, force: true })
    renameSync(draft, folder)
  }
  writeFileSync(join(root, `.${LATEST}`), `${name}\n`, { flush: true })
  renameSync(join(root, `.${LATEST}`), join(root, LATEST))
  for (const other of readdirSync(root))
    if (other !== name && existsSync(join(root, other, CONTENT)))
      rmSync(join(root, other), { recursive: true })
}
