import { isUtf8 } from 'node:buffer'
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gunzipSync, gzipSync } from 'node:zlib'
import {
  compareVersions,
  RELEASE_SUFFIX,
  RELEASES,
  type RecordChange,
  ReleaseHead,
  Removal,
  releaseFile,
} from '../../model/release.ts'
import { attempt, SeedError, throwIfAny } from '../seed/seed-error.ts'
import {
  countRecords,
  differences,
  isRemoved,
  type RecordText,
  type RecordTexts,
  releaseHash,
} from './records.ts'

/** A release, which is committed as compressed lines: its head, then each record. */
export type ReleaseFile = { head: ReleaseHead; date: string; records: RecordTexts }

/** The releases in a folder, oldest first. Throws a SeedError with the faults of all files. */
export function readReleases(folder: string): ReleaseFile[] {
  const problems: string[] = []
  const releases = globSync(`*${RELEASE_SUFFIX}`, { cwd: folder })
    .flatMap(
      name => attempt(problems, `seed/${RELEASES}/${name}`, () => readRelease(folder, name)) ?? [],
    )
    .sort((a, b) => compareVersions(a.head.version, b.head.version))
  throwIfAny(problems)
  throwIfAny(releases.flatMap((release, i) => checkAgainst(releases[i - 1], release)))
  return releases
}

/** Checks that a release is later than the one before and lists every change since: redirects and copies depend on it. */
function checkAgainst(before: ReleaseFile | undefined, { head, records }: ReleaseFile): string[] {
  const toText = ({ record, change }: Pick<RecordChange, 'record' | 'change'>) =>
    `${change === 'merged' ? 'removed' : change} ${record}`
  const listed = new Set(head.changes.map(toText))
  const found = new Set(differences(before?.records ?? new Map(), records).map(toText))
  const reasons = [...listed.symmetricDifference(found)].map(
    change =>
      `changes: ${listed.has(change) ? 'has' : 'lacks'} '${change}', against the release before`,
  )
  if (before && head.time < before.head.time)
    reasons.push(`time: '${head.time}' is before that of ${before.head.version}`)
  return reasons.map(reason => `${placeOf(releaseFile(head.version))}: ${reason}`)
}

const placeOf = (name: string, line = 1): string => `seed/${RELEASES}/${name}:${line}:1`

/** Reads a release. Throws a SeedError unless its file has the name of its version, and its records have its hash and counts. */
function readRelease(folder: string, name: string): ReleaseFile {
  const refuse = (line: number, ...reasons: string[]): never => {
    throw new SeedError(reasons.map(reason => `${placeOf(name, line)}: ${reason}`))
  }
  /** The result of a step; an error of it refuses the file. */
  const parse = <T>(step: () => T, reason = ''): T => {
    try {
      return step()
    } catch (error) {
      return refuse(1, reason + (error as Error).message)
    }
  }
  const bytes = readFileSync(join(folder, name))
  const content = parse(() => gunzipSync(bytes), 'cannot be decompressed: ')
  if (!isUtf8(content)) refuse(1, 'is not UTF-8')
  const lines = linesOf(content)
  const { data: head, error } = ReleaseHead.safeParse(parse(() => JSON.parse(lines[0]!)))
  if (!head)
    return refuse(1, ...error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const { version, time, hash, counts } = head
  if (releaseFile(version) !== name)
    refuse(1, `the release ${version} belongs in a file with the name of its version`)
  if (!time.startsWith(version.slice(0, 7).replace('.', '-')))
    refuse(1, 'version: is not of the month of the time')
  if (lines.pop() !== '') refuse(lines.length + 1, 'the last line is incomplete')
  const records = new Map(
    lines.slice(1).map((line, i) => readRecord(line) ?? refuse(i + 2, 'is not a record')),
  )
  if (releaseHash(records) !== hash) refuse(1, 'hash: is not that of the records')
  if (JSON.stringify(countRecords(records)) !== JSON.stringify(counts))
    refuse(1, 'counts: are not those of the records')
  return { head, date: time.slice(0, 10), records }
}

/** The lines of a text, which may be longer than a string can be. */
function linesOf(bytes: Buffer): string[] {
  const lines: string[] = []
  let start = 0
  for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
    lines.push(bytes.toString('utf8', start, end))
    start = end + 1
  }
  return [...lines, bytes.toString('utf8', start)]
}

const recordLine = /^\{"record":("(?:[^"\\]|\\.)*"),"(data|removed)":(\{.*\})\}$/s

function readRecord(line: string): [path: string, record: RecordText] | undefined {
  const [, path, kind, json] = recordLine.exec(line) ?? []
  if (!path || !json) return undefined
  if (kind === 'data') return [JSON.parse(path), json]
  const { data } = Removal.safeParse(JSON.parse(json))
  return data && [JSON.parse(path), data]
}

/** The line of a record in a release. */
export function toRecordLine([path, record]: [string, RecordText]): string {
  const rest = isRemoved(record) ? `"removed":${JSON.stringify(record)}` : `"data":${record}`
  return `{"record":${JSON.stringify(path)},${rest}}\n`
}

/** Writes a release into a folder; the records in the order of their paths. */
export function writeRelease(folder: string, head: ReleaseHead, records: RecordTexts) {
  const lines = [`${JSON.stringify(head)}\n`, ...records.entries().map(toRecordLine)]
  const text = gzipSync(Buffer.concat(lines.map(line => Buffer.from(line))), {
    level: constants.Z_BEST_COMPRESSION,
  })
  mkdirSync(folder, { recursive: true })
  const file = join(folder, releaseFile(head.version))
  writeFileSync(`${file}.draft`, text, { flush: true })
  renameSync(`${file}.draft`, file)
}
