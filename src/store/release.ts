import { join } from 'node:path'
import { didYouMean } from '../model/nearest.ts'
import { RELEASES, type RecordChange, type ReleaseHead, subjectsOf } from '../model/release.ts'
import { SeedError } from '../model/yaml-file.ts'
import { checkSeed } from './check.ts'
import type { History } from './history.ts'
import { changedFields, countRecords } from './record-hashes.ts'
import { type ReleaseFile, writeRelease } from './release-files.ts'
import { readSeed } from './seed.ts'

type Reason = ReleaseHead['changes'][number]['reason']

/** Why the records changed: the reasons of single records, and the one of all others. */
export type Reasons = { fallback: Reason; named: Map<string, Reason> }

/**
 * Writes the release that a seed amounts to at a time; undefined if nothing has changed since the last one. Throws a
 * SeedError if the seed is not fit, the last release is later, or a reason is given for a record that has not changed.
 */
export function makeRelease(
  seedFolder: string,
  now: Date,
  reasons: Reasons,
): ReleaseHead | undefined {
  const seed = readSeed(seedFolder)
  const { history } = checkSeed(seed)
  const last = seed.releases.at(-1)
  const time = `${now.toISOString().slice(0, 19)}Z`
  refuseEarlier(last, time)
  refuseUnused(history.open, reasons)
  if (history.open.length === 0) return undefined
  const head = {
    version: nextVersion(last?.head.version, time),
    time,
    hash: history.release.hash,
    counts: countRecords(history.records.keys()),
    changes: history.open.map(change => toReleased(change, history, last, reasons)),
  }
  const lines = history.records.entries().map(toLine)
  writeRelease(join(seedFolder, RELEASES), head, lines)
  return head
}

const toLine = ([path, record]: [string, object]): [string, string] => [
  path,
  JSON.stringify(record),
]

/** The next calendar version: the month of the time, and the number after that of the last release, if it was of that month. */
function nextVersion(last: string | undefined, time: string): string {
  const month = time.slice(0, 7).replace('-', '.')
  const number = last?.startsWith(`${month}.`) ? Number(last.slice(month.length + 1)) + 1 : 0
  return `${month}.${number}`
}

/** A change as a release tells it: with its reason, and with the fields that differ. */
function toReleased(
  change: RecordChange,
  { records }: History,
  last: ReleaseFile | undefined,
  reasons: Reasons,
): ReleaseHead['changes'][number] {
  const { record, change: kind, ...rest } = change
  const before = kind === 'changed' ? last?.records.get(record) : undefined
  const fields = before && { fields: changedFields(JSON.parse(before), toPlain(records, record)) }
  return {
    record,
    change: kind,
    ...fields,
    ...rest,
    reason: rest.reason ?? reasonOf(record, reasons),
  }
}

const toPlain = (records: Map<string, object>, path: string): object =>
  JSON.parse(JSON.stringify(records.get(path)))

/** The reason of a change: the one given for the record, or for the record that a claim is about; a term has its own. */
function reasonOf(record: string, { fallback, named }: Reasons): Reason {
  const [own] = subjectsOf(record).flatMap(subject => named.get(subject) ?? [])
  return own ?? (record.startsWith('vocabulary/') ? 'vocabulary' : fallback)
}

function refuseEarlier(last: ReleaseFile | undefined, time: string) {
  if (last && time < last.head.time)
    throw new SeedError([
      `${time} is before ${last.head.time}, the time of the release ${last.head.version}`,
    ])
}

/** Refuses a reason for a record that has not changed, or has its reason already. */
function refuseUnused(open: RecordChange[], { named }: Reasons) {
  const changed = open.flatMap(({ record }) => subjectsOf(record))
  const settled = open.filter(({ reason }) => reason !== null).map(({ record }) => record)
  const problems = [...named.keys()].flatMap(record => {
    if (settled.includes(record)) return `'${record}' has its reason in seed/retired.yaml`
    return changed.includes(record)
      ? []
      : `'${record}' has not changed${didYouMean(record, changed)}`
  })
  if (problems.length > 0) throw new SeedError(problems)
}
