import { pathOf, releasedNames } from '../model/collections.ts'
import {
  type Change,
  type Manifest,
  type ManifestChange,
  type Release,
  type ReleaseSummary,
  type RetiredSeed,
  subjectsOf,
} from '../model/release.ts'
import {
  countRecords,
  type Difference,
  differences,
  type Fingerprints,
  fingerprint,
  releaseHash,
} from './fingerprints.ts'
import type { Seed } from './seed.ts'

/** The records that a release is made of. */
export type Released = Record<(typeof releasedNames)[number], unknown[]>

/** What is served: how it came to be, and the state of each of its records. */
export type History = {
  release: Release
  releases: ReleaseSummary[]
  changes: Change[]
  prints: Fingerprints
  /** What differs from the last release; the reasons are still open, but for ids that are gone or new ones of old records. */
  open: ManifestChange[]
}

/** The history that a seed tells: its releases, and what has changed since the last one. */
export function historyOf(seed: Seed, records: Released): History {
  const last = seed.releases.at(-1)
  const prints = fingerprintAll(seed, records)
  const open = openChanges(seed, prints)
  return {
    release: {
      version: [last?.version ?? [], open.length > 0 ? 'unreleased' : []].flat().join('-'),
      date: last && open.length === 0 ? last.date : null,
      hash: releaseHash(Object.entries(prints).map(([path, { sha256 }]) => [path, sha256])),
    },
    releases: seed.releases.map(toSummary),
    changes: [
      ...seed.releases.flatMap(({ version, date, changes }) => toChanges(version, date, changes)),
      ...(last ? toChanges(`${last.version}-unreleased`, null, open) : []),
    ],
    prints,
    open,
  }
}

/** The states of all records by their paths, in the order of these; what the dataset says of itself is one. */
function fingerprintAll({ dataset }: Seed, records: Released): Fingerprints {
  const paths = releasedNames.flatMap(name =>
    records[name].map((record): [string, object] => [pathOf(name, record), record as object]),
  )
  const ordered = [['dataset', dataset] as const, ...paths].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(ordered.map(([path, record]) => [path, fingerprint(record)]))
}

function openChanges(seed: Seed, prints: Fingerprints): ManifestChange[] {
  const before = seed.releases.at(-1)?.records ?? {}
  const gone = seed.retired.map(({ value }) => value).filter(({ record }) => record in before)
  const retired = new Map(gone.map(entry => [entry.record, entry]))
  const heirs = new Map(
    gone.flatMap(entry => (entry.into && !(entry.into in before) ? [[entry.into, entry]] : [])),
  )
  return differences(before, prints).map(difference => toOpen(difference, retired, heirs))
}

type Fates = Map<string, RetiredSeed>

/** The records that the field of a claim names. */
function namedIn(path: string): string[] {
  const [, list = '', first = '', second = ''] =
    /^claims\/[^.]+\.(actors|regions|links|affiliations)\/([^/]+)\/([^/.]+)/.exec(path) ?? []
  if (list === 'links') return [`actions/${second}`]
  return list === '' ? [] : [`${list === 'affiliations' ? 'actors' : list}/${first}`]
}

/** A difference with the reason that `retired.yaml` gives for it, if it does: for a record that is gone or comes anew, and the claims on it. */
function toOpen(difference: Difference, retired: Fates, heirs: Fates): ManifestChange {
  const { record, change } = difference
  const fates = { added: heirs, removed: retired, changed: undefined }[change]
  const [fate] = [...subjectsOf(record), ...namedIn(record)].flatMap(path => fates?.get(path) ?? [])
  if (!fate) return { ...difference, reason: null }
  const { into, reason, note } = fate
  return fate.record === record && into !== undefined
    ? { record, change: 'merged', into, reason, note }
    : { ...difference, reason, note }
}

const toSummary = ({ records: _, changes, ...head }: Manifest): ReleaseSummary => ({
  ...head,
  changes: tally(changes.map(({ change }) => change)),
})

const tally = (items: string[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(items, item => item)].map(([item, { length }]) => [item, length]),
  )

const toChanges = (release: string, date: string | null, changes: ManifestChange[]): Change[] =>
  changes.map(change => ({ id: `${release}/${change.record}`, release, date, ...change }))

/** The manifest of a new release; `reasons` gives each change that has none yet its reason. */
export const nextManifest = (
  { prints, open, release: { hash } }: History,
  { version, date }: { version: string; date: string },
  reasons: (change: ManifestChange) => Manifest['changes'][number]['reason'],
): Manifest => ({
  version,
  date,
  hash,
  counts: countRecords(prints),
  changes: open.map(change => ({ ...change, reason: change.reason ?? reasons(change) })),
  records: prints,
})
