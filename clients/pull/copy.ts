import { copyFileSync, createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
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
import { type Offered, Source, SourceError } from './source.ts'

/** How a file came into the copy. */
export type Way = 'kept' | 'changed' | 'whole'
export type Pulled = { release: string; folder: string; ways: Record<string, Way> }

/**
 * Brings the copy in a folder into step with a server: the first time everything, then what has changed, each file
 * checked against its hash. An interruption at any point leaves the last good copy. Any number of pulls may run in one
 * folder at the same time. Throws a SourceError.
 */
export async function pull(address: string, root: string): Promise<Pulled> {
  const source = new Source(address)
  const { release, files } = await source.offered()
  const content = {
    release,
    files: Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])),
  }
  const found = await findCopy(root, content)
  const pulled = found
    ? { release, folder: found, ways: keepAll(files) }
    : await makeCopy(source, root, content, files)
  removeOld(root)
  return pulled
}

const keepAll = (files: Offered[]): Pulled['ways'] =>
  Object.fromEntries(files.map(({ name }) => [name, 'kept']))

async function makeCopy(
  source: Source,
  root: string,
  content: Content,
  files: Offered[],
): Promise<Pulled> {
  const { release } = content
  const last = lastCopy(root)
  const draft = newDraft(root, release)
  try {
    const ways: Pulled['ways'] = {}
    for (const file of files) ways[file.name] = await take(source, file, draft, last)
    // Another pull may have made the same copy meanwhile.
    const folder = (await findCopy(root, content)) ?? publish(root, draft, content)
    return { release, folder, ways }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
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
  if (!last || !(file.name in last.content.files)) return [whole]
  const old = join(last.folder, file.name)
  return last.content.files[file.name] === file.sha256
    ? [['kept', () => copyFileSync(old, target)], whole]
    : [['changed', () => update(source, file, last, old, target)], whole]
}

const download = async (source: Source, { url }: Offered, target: string) =>
  pipeline(
    Readable.fromWeb((await source.file(url)) as never),
    createWriteStream(target, { flush: true }),
  )

/** The filter for new records, in the lists that have another name for it than most. */
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
    source.lines(`/v1/${list}?${since}=${last.content.release}&${format}`, release),
    source.lines(
      `/v1/changes?since=${last.content.release}&change=removed,merged&${format}`,
      release,
    ),
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
