import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { constants, gunzipSync, gzipSync, type ZlibOptions } from 'node:zlib'
import { sha256 } from '../model/hash.ts'
import { compareVersions, RELEASE_SUFFIX, ReleaseHead, releaseFile } from '../model/release.ts'
import { SeedError } from '../model/yaml-file.ts'
import { countRecords, releaseHash } from './record-hashes.ts'

const LINE_FEED = 10
const recordLine = /^\{"record":("(?:[^"\\]|\\.)*"),"data":(\{.*\})\}$/s

/** A line of a release: the path of a record, and its JSON as it was served. */
export const toRecordLine = ([path, json]: [string, string]): string =>
  `{"record":${JSON.stringify(path)},"data":${json}}\n`

/** A release as it is committed: its head in the first line, then a line for each record, compressed. */
export class ReleaseFile {
  readonly head: ReleaseHead
  readonly #name: string
  readonly #path: string
  #records: Map<string, string> | undefined

  /** Throws a SeedError if the head does not describe a release of this name. */
  constructor(name: string, path: string) {
    this.#name = name
    this.#path = path
    this.head = this.#readHead()
    const { version, time } = this.head
    if (releaseFile(version) !== basename(name))
      this.#refuse(1, `the release ${version} belongs into a file of the name of its version`)
    if (!time.startsWith(version.slice(0, 7).replace('.', '-')))
      this.#refuse(1, 'version: is not of the month of the time')
  }

  /** The JSON of each record, by its path. Throws a SeedError unless the records have the hash and counts of the head. */
  get records(): Map<string, string> {
    this.#records ??= this.#readRecords()
    return this.#records
  }

  /** The day of the release. */
  get date(): string {
    return this.head.time.slice(0, 10)
  }

  #readHead(): ReleaseHead {
    const line = this.#firstLine(readFileSync(this.#path)).toString()
    const result = ReleaseHead.safeParse(this.#parse(line))
    if (result.success) return result.data
    const reasons = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new SeedError(reasons.map(reason => `${this.#name}:1:1: ${reason}`))
  }

  #parse(line: string): unknown {
    try {
      return JSON.parse(line)
    } catch (error) {
      return this.#refuse(1, (error as Error).message)
    }
  }

  /** Decompresses a part of the file that has a whole line in it: the records may be many. */
  #firstLine(bytes: Buffer, size = 1_024): Buffer {
    const finishFlush = constants.Z_SYNC_FLUSH
    const text = this.#decompress(bytes.subarray(0, size), { finishFlush })
    const end = text.indexOf(LINE_FEED)
    if (end >= 0) return text.subarray(0, end)
    return size < bytes.length ? this.#firstLine(bytes, 8 * size) : text
  }

  #decompress(bytes: Buffer, options?: ZlibOptions): Buffer {
    try {
      return gunzipSync(bytes, options)
    } catch (error) {
      return this.#refuse(1, `cannot be decompressed: ${(error as Error).message}`)
    }
  }

  #readRecords(): Map<string, string> {
    const [, ...lines] = this.#decompress(readFileSync(this.#path)).toString().split('\n')
    if (lines.pop() !== '') this.#refuse(lines.length + 2, 'the line has no end')
    const records = new Map(lines.map((line, index) => this.#readRecord(line, index + 2)))
    const hashes = new Map([...records].map(([path, json]) => [path, sha256(json)]))
    if (releaseHash(hashes) !== this.head.hash) this.#refuse(1, 'hash: is not that of the records')
    if (JSON.stringify(countRecords(records.keys())) !== JSON.stringify(this.head.counts))
      this.#refuse(1, 'counts: are not those of the records')
    return records
  }

  #readRecord(line: string, number: number): [path: string, json: string] {
    const [, path, json] = recordLine.exec(line) ?? []
    if (path === undefined || json === undefined) return this.#refuse(number, 'is not a record')
    return [JSON.parse(path), json]
  }

  #refuse(line: number, reason: string): never {
    throw new SeedError([`${this.#name}:${line}:1: ${reason}`])
  }
}

/** The releases in a folder, oldest first. Throws a SeedError naming each file that is not fit. */
export function readReleases(folder: string): ReleaseFile[] {
  const problems: string[] = []
  const releases = globSync(`*${RELEASE_SUFFIX}`, { cwd: folder }).flatMap(name => {
    try {
      return [new ReleaseFile(`seed/${basename(folder)}/${name}`, join(folder, name))]
    } catch (error) {
      if (!(error instanceof SeedError)) throw error
      problems.push(...error.problems)
      return []
    }
  })
  if (problems.length > 0) throw new SeedError(problems)
  return inOrder(releases)
}

function inOrder(releases: ReleaseFile[]): ReleaseFile[] {
  const sorted = releases.toSorted((a, b) => compareVersions(a.head.version, b.head.version))
  const problems = sorted.slice(1).flatMap(({ head: { version, time } }, i) => {
    const before = (sorted[i] as ReleaseFile).head
    const place = `seed/releases/${releaseFile(version)}:1:1`
    return time < before.time
      ? [`${place}: time: '${time}' is before that of ${before.version}`]
      : []
  })
  if (problems.length > 0) throw new SeedError(problems)
  return sorted
}

/** Writes a release into a folder; `records` are paths and JSON in the order of the paths. Returns the name of the file. */
export function writeRelease(
  folder: string,
  head: ReleaseHead,
  records: Iterable<[path: string, json: string]>,
): string {
  const name = releaseFile(head.version)
  const draft = join(folder, `.${name}.draft`)
  const lines = [...linesOf(head, records)].map(line => Buffer.from(line))
  mkdirSync(folder, { recursive: true })
  writeFileSync(draft, gzipSync(Buffer.concat(lines), { level: constants.Z_BEST_COMPRESSION }), {
    flush: true,
  })
  renameSync(draft, join(folder, name))
  return name
}

function* linesOf(head: ReleaseHead, records: Iterable<[string, string]>): Generator<string> {
  yield `${JSON.stringify(head)}\n`
  for (const record of records) yield toRecordLine(record)
}
