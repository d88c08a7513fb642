import { pathOf, releasedNames } from '../model/collections.ts'
import { sha256 } from '../model/hash.ts'
import {
  type Change,
  type RecordChange,
  type Release,
  type ReleaseSummary,
  type RetiredSeed,
  subjectsOf,
} from '../model/release.ts'
import { type Difference, differences, type RecordHashes, releaseHash } from './record-hashes.ts'
import type { ReleaseFile } from './release-files.ts'
import type { Seed } from './seed.ts'

/** The records that a release is made of. */
export type Released = Record<(typeof releasedNames)[number], unknown[]>

/** How the served records came to be. */
export type History = {
  release: Release
  releases: ReleaseSummary[]
  changes: Change[]
  /** Every record by its path, in the order of the paths. */
  records: Map<string, object>
  /** What differs from the last release, without the fields; a reason is null unless `retired.yaml` gives it. */
  open: RecordChange[]
}

/** The history that a seed describes: its releases, and what has changed since the last one. */
export function historyOf(seed: Seed, released: Released): History {
  const last = seed.releases.at(-1)
  const records = byPath(seed, released)
  const hashes = hashAll(records, record => JSON.stringify(record))
  const open = openChanges(seed, hashes)
  return {
    release: {
      version: [last?.head.version ?? [], open.length > 0 ? 'unreleased' : []].flat().join('-'),
      date: last && open.length === 0 ? last.date : null,
      hash: releaseHash(hashes),
    },
    releases: seed.releases.map(toSummary),
    changes: [
      ...seed.releases.flatMap(({ head, date }) => toChanges(head.version, date, head.changes)),
      ...(last ? toChanges(`${last.head.version}-unreleased`, null, open) : []),
    ],
    records,
    open,
  }
}

/** All records by their paths, in the order of these; the description of the dataset is one of them. */
function byPath({ dataset }: Seed, released: Released): Map<string, object> {
  const paths = releasedNames.flatMap(name =>
    released[name].map((record): [string, object] => [pathOf(name, record), record as object]),
  )
  return new Map([['dataset', dataset] as const, ...paths].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const hashAll = <T>(records: Map<string, T>, jsonOf: (record: T) => string): RecordHashes =>
  new Map([...records].map(([path, record]) => [path, sha256(jsonOf(record))]))

function openChanges(seed: Seed, now: RecordHashes): RecordChange[] {
  const before = hashAll(seed.releases.at(-1)?.records ?? new Map<string, string>(), json => json)
  const gone = seed.retired.map(({ value }) => value).filter(({ record }) => before.has(record))
  const retired = new Map(gone.map(entry => [entry.record, entry]))
  const heirs = new Map(
    gone.flatMap(entry => (entry.into && !before.has(entry.into) ? [[entry.into, entry]] : [])),
  )
  return differences(before, now).map(difference => toOpen(difference, retired, heirs))
}

type Retirements = Map<string, RetiredSeed>

/** The records that the field of a claim names. */
function namedIn(path: string): string[] {
  const [, list = '', first = '', second = ''] =
    /^claims\/[^.]+\.(actors|regions|links|affiliations)\/([^/]+)\/([^/.]+)/.exec(path) ?? []
  if (list === 'links') return [`actions/${second}`]
  return list === '' ? [] : [`${list === 'affiliations' ? 'actors' : list}/${first}`]
}

/** A difference with the reason that `retired.yaml` gives for it: for a record that is gone or has a new id, and the claims on it. */
function toOpen(difference: Difference, retired: Retirements, heirs: Retirements): RecordChange {
  const { record, change } = difference
  const entries = { added: heirs, removed: retired, changed: undefined }[change]
  const [entry] = [...subjectsOf(record), ...namedIn(record)].flatMap(
    path => entries?.get(path) ?? [],
  )
  if (!entry) return { ...difference, reason: null }
  const { into, reason, note } = entry
  return entry.record === record && into !== undefined
    ? { record, change: 'merged', into, reason, note }
    : { ...difference, reason, note }
}

const toSummary = ({ head, date }: ReleaseFile): ReleaseSummary => ({
  version: head.version,
  date,
  time: head.time,
  hash: head.hash,
  counts: head.counts,
  changes: tally(head.changes.map(({ change }) => change)),
})

const tally = (items: string[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(items, item => item)].map(([item, { length }]) => [item, length]),
  )

const toChanges = (release: string, date: string | null, changes: RecordChange[]): Change[] =>
  changes.map(change => ({ id: `${release}/${change.record}`, release, date, ...change }))
