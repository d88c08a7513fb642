import { createHash } from 'node:crypto'
import { copyFileSync, createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Copy, hashOf, isWhole, lastCopy, newDraft, publish } from './folder.ts'
import { updateLines } from './lines.ts'
import { type Offered, Source, SourceError } from './source.ts'

/** How a file came into the copy. */
export type Way = 'kept' | 'changed' | 'whole'
export type Pulled = { release: string; folder: string; ways: Record<string, Way> }

/**
 * Brings the copy in a folder into step with a server: the first time everything, then what has changed, each file
 * held to its hash. Interrupted at any point it leaves the last good copy. Throws a SourceError.
 */
export async function pull(address: string, root: string): Promise<Pulled> {
  const source = new Source(address)
  const { release, files } = await source.offered()
  const content = {
    release,
    files: Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])),
  }
  const name = folderName(release, files)
  const folder = join(root, name)
  const last = lastCopy(root)
  if (last?.folder === folder && (await isWhole(folder, content)))
    return { release, folder, ways: Object.fromEntries(files.map(({ name }) => [name, 'kept'])) }
  const draft = newDraft(root)
  try {
    const ways: Pulled['ways'] = {}
    for (const file of files) ways[file.name] = await take(source, file, draft, last)
    await publish(root, draft, name, content)
    return { release, folder, ways }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function folderName(release: string, files: Offered[]): string {
  const hashes = createHash('sha256').update(files.map(({ sha256 }) => sha256).join())
  return `${release}-${hashes.digest('hex').slice(0, 8)}`
}

/** Puts a file into the draft by the first way that gives it its hash. Throws where none does. */
async function take(source: Source, file: Offered, draft: string, last?: Copy): Promise<Way> {
  const target = join(draft, file.name)
  for (const [way, run] of waysFor(source, file, target, last)) {
    if (!(await succeeds(run, way === 'whole'))) continue
    if ((await hashOf(target)) === file.sha256) return way
  }
  throw new SourceError(`${file.url} does not have the hash that it should have`)
}

/** A way that is only shorter may fail: the file can still be had as a whole. */
async function succeeds(run: () => unknown, isLast: boolean): Promise<boolean> {
  try {
    await run()
    return true
  } catch (error) {
    if (isLast) throw error
    return false
  }
}

function waysFor(
  source: Source,
  file: Offered,
  target: string,
  last: Copy | undefined,
): [Way, () => unknown][] {
  const whole: [Way, () => unknown] = ['whole', () => download(source, file, target)]
  if (!last || !(file.name in last.files)) return [whole]
  const old = join(last.folder, file.name)
  return last.files[file.name] === file.sha256
    ? [['kept', () => copyFileSync(old, target)], whole]
    : [['changed', () => update(source, file, last, old, target)], whole]
}

const download = async (source: Source, { url }: Offered, target: string) =>
  pipeline(
    Readable.fromWeb((await source.file(url)) as never),
    createWriteStream(target, { flush: true }),
  )

/** What the filter for what is new is called, where it has another name than in most lists. */
const SINCE: Record<string, string> = { changes: 'since' }

async function update(
  source: Source,
  { name, release }: Offered,
  last: Copy,
  old: string,
  target: string,
) {
  const list = name.replace('.ndjson', '')
  const { [list]: since = 'changed_since' } = SINCE
  const format = 'format=ndjson'
  const [changed, removed] = await Promise.all([
    source.lines(`/v1/${list}?${since}=${last.release}&${format}`, release),
    source.lines(`/v1/changes?since=${last.release}&change=removed,merged&${format}`, release),
  ])
  const paths = removed.map(line => (JSON.parse(line) as { record: string }).record)
  const gone = paths.filter(path => path.startsWith(`${list}/`))
  await updateLines(
    old,
    target,
    changed,
    gone.map(path => path.slice(list.length + 1)),
  )
}
