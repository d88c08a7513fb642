import { join } from 'node:path'
import { didYouMean } from '../../model/names.ts'
import { RELEASES, type RecordChange, type ReleaseHead, subjectsOf } from '../../model/release.ts'
import { checkSeed } from '../check/check.ts'
import { readSeed } from '../seed/seed.ts'
import { SeedError, throwIfAny } from '../seed/seed-error.ts'
import { changedFields, countRecords, type RecordTexts } from './records.ts'
import { writeRelease } from './release-files.ts'

type ReleasedChange = ReleaseHead['changes'][number]
type Reason = ReleasedChange['reason']

/** Why records changed: the reasons of single records, and the one for all others. */
export type Reasons = { fallback: Reason; named: Map<string, Reason> }

/**
 * Writes the release that a seed amounts to at a time; undefined if nothing has changed since the last one. Throws a
 * SeedError if the seed is not valid, the last release is later, or a reason is given for a record that has not changed.
 */
export function makeRelease(seedFolder: string, now: Date, reasons: Reasons) {
  const seed = readSeed(seedFolder)
  const time = `${now.toISOString().slice(0, 19)}Z`
  const { records, unreleased, release } = checkSeed(seed, time.slice(0, 10)).history
  const last = seed.releases.at(-1)
  if (last && time < last.head.time)
    throw new SeedError([
      `${time} is before ${last.head.time}, the time of the release ${last.head.version}`,
    ])
  throwIfAny(checkReasons(reasons, unreleased))
  if (unreleased.length === 0) return undefined
  const head: ReleaseHead = {
    version: nextVersion(last?.head.version, time),
    time,
    hash: release.hash,
    counts: countRecords(records),
    changes: unreleased.map(change => toReleased(change, last?.records, records, reasons)),
  }
  writeRelease(join(seedFolder, RELEASES), head, records)
  return head
}

/** Checks that each named record has changed and has no other reason. */
function checkReasons({ named }: Reasons, unreleased: RecordChange[]): string[] {
  const changed = unreleased.flatMap(({ record }) => subjectsOf(record))
  const settled = unreleased.filter(({ reason }) => reason !== null).map(({ record }) => record)
  return [...named.keys()].flatMap(record => {
    if (settled.includes(record)) return `'${record}' has its reason in seed/retired.yaml`
    if (changed.includes(record)) return []
    return `'${record}' has not changed${didYouMean(record, changed)}`
  })
}

/** The next calendar version: the month of the time, and a number that follows that of the last release of the month. */
function nextVersion(last: string | undefined, time: string): string {
  const month = time.slice(0, 7).replace('-', '.')
  const number = last?.startsWith(`${month}.`) ? Number(last.slice(month.length + 1)) + 1 : 0
  return `${month}.${number}`
}

/** A change with its reason, and with the fields that differ. */
function toReleased(
  { record, change, ...rest }: RecordChange,
  before: RecordTexts | undefined,
  now: RecordTexts,
  reasons: Reasons,
): ReleasedChange {
  const reason = rest.reason ?? reasonOf(record, reasons)
  if (change !== 'changed') return { record, change, ...rest, reason }
  const fields = changedFields(before?.get(record), now.get(record))
  return { record, change, fields, ...rest, reason }
}

/** The reason given for the record, or for the record that a claim is about; terms have their own. */
function reasonOf(record: string, { fallback, named }: Reasons): Reason {
  const [own] = subjectsOf(record).flatMap(subject => named.get(subject) ?? [])
  return own ?? (record.startsWith('vocabulary/') ? 'vocabulary' : fallback)
}
