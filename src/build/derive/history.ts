import { pathOf, releasedNames } from '../../model/collections.ts'
import { DATASET, type RecordChange, type RetiredSeed, subjectsOf } from '../../model/release.ts'
import {
  changedFields,
  differences,
  type RecordText,
  type RecordTexts,
  releaseHash,
  tally,
} from '../releases/records.ts'
import type { ReleaseFile } from '../releases/release-files.ts'
import type { Seed } from '../seed/seed.ts'

export type History = ReturnType<typeof historyOf>

/** How the served records came to be: the releases of a seed, and the changes since the last one. */
export function historyOf(seed: Seed, released: Released) {
  const records = toTexts(seed, released)
  const last = seed.releases.at(-1)
  const unreleased = changesSince(last?.records ?? new Map(), records, seed)
  const suffix = unreleased.length > 0 ? 'unreleased' : []
  return {
    release: {
      version: [last?.head.version ?? [], suffix].flat().join('-'),
      date: last && unreleased.length === 0 ? last.date : null,
      hash: releaseHash(records),
    },
    releases: seed.releases.map(toSummary),
    changes: [
      ...seed.releases.flatMap(({ head, date }) => toChanges(head.version, date, head.changes)),
      ...(last ? toChanges(`${last.head.version}-unreleased`, null, unreleased) : []),
    ],
    records,
    unreleased,
  }
}

type Released = Record<(typeof releasedNames)[number], unknown[]>

/** The JSON of each record, in the order of the paths; the description of the dataset is one of them. */
function toTexts({ dataset }: Seed, released: Released): RecordTexts {
  const records = releasedNames.flatMap(name =>
    released[name].map(record => [pathOf(name, record), record] as const),
  )
  const sorted = [...records, [DATASET, dataset] as const].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(sorted.map(([path, record]) => [path, JSON.stringify(record)]))
}

/** The changes between two states, without the fields; a reason is null unless `retired.yaml` gives it. */
function changesSince(before: RecordTexts, now: RecordTexts, { retired }: Seed): RecordChange[] {
  const reasons = new Map<string, RetiredSeed>()
  for (const { value } of retired) {
    const { record, into } = value
    if (!before.has(record)) continue
    reasons.set(`removed ${record}`, value)
    if (into !== undefined && !before.has(into)) reasons.set(`added ${into}`, value)
  }
  return differences(before, now).map(({ record, change }) => {
    if (change === 'changed' && isMovedByTime(before.get(record), now.get(record)))
      return { record, change, reason: 'date-reached' }
    return explain(record, change, reasons)
  })
}

const moved = ['next', 'status']

/** Whether two states of a rule or case differ only because the day of a step came. */
const isMovedByTime = (before?: RecordText, now?: RecordText): boolean =>
  changedFields(before, now).every(field => moved.includes(field))

/** A difference with its reason: that of its record, of the record that a claim is about, or of one that the claim names. */
function explain(record: string, change: string, reasons: Map<string, RetiredSeed>): RecordChange {
  const [entry] = [...subjectsOf(record), ...namedIn(record)].flatMap(
    path => reasons.get(`${change} ${path}`) ?? [],
  )
  if (!entry) return { record, change, reason: null }
  const { into, reason, note } = entry
  return entry.record === record && into !== undefined
    ? { record, change: 'merged', into, reason, note }
    : { record, change, reason, note }
}

/** The record that the field of a claim names. */
function namedIn(path: string): string[] {
  const [, list, first, second] =
    /^claims\/[^.]+\.(actors|regions|links|affiliations)\/([^/]+)\/([^/.]+)/.exec(path) ?? []
  if (list === undefined) return []
  if (list === 'links') return [`actions/${second}`]
  return [`${list === 'affiliations' ? 'actors' : list}/${first}`]
}

function toSummary({ head, date }: ReleaseFile) {
  const { version, changes, ...rest } = head
  return { version, date, ...rest, changes: tally(changes.map(({ change }) => change)) }
}

const toChanges = (release: string, date: string | null, changes: RecordChange[]) =>
  changes.map(change => ({ id: `${release}/${change.record}`, release, date, ...change }))
