import { sha256 } from '../../model/hash.ts'
import type { Removal } from '../../model/release.ts'

/** The JSON of a record, or the notice that it was removed from the release. */
export type RecordText = string | Removal

/** The records of one state of the dataset, by their paths, such as `actors/huobi`. */
export type RecordTexts = ReadonlyMap<string, RecordText>

export const isRemoved = (record: RecordText): record is Removal => typeof record !== 'string'

/**
 * The JSON of a record without what a later look at the same sources moves: the days on which they were read, the last
 * reading that lists a licence or supports a claim, and the numbers of licences of a region.
 */
const withoutReading = (json: string): string =>
  json.replaceAll(
    /,"(?:as_of|last_listed|last_document)":(?:"[^"]*"|null)|,"licences":\{[^}]*\}/g,
    '',
  )

/** The hash of a record, without what another reading moves; a removed record keeps its hash. */
export const hashOf = (record: RecordText): string =>
  isRemoved(record) ? record.sha256 : sha256(withoutReading(record))

/** The hash of a release: of the path and hash of each of its records, in the order of their paths. */
export const releaseHash = (records: RecordTexts): string =>
  sha256(
    Array.from(records, ([path, record]) => `${path}\t${hashOf(record)}\n`)
      .sort()
      .join(''),
  )

/** Identifies what a release file holds: the hash of the release, and the notices of removed records. */
export function contentOf(hash: string, records: RecordTexts): string {
  const notices = [...records].filter(([, record]) => isRemoved(record))
  return notices.length === 0 ? hash : sha256(JSON.stringify([hash, notices]))
}

/** The number of records in each collection, by the first part of their paths. */
export function countRecords(records: RecordTexts): Record<string, number> {
  const inCollections = records.keys().filter(path => path.includes('/'))
  return tally(inCollections.map(path => path.slice(0, path.indexOf('/'))))
}

/** How often each item occurs. */
export function tally(items: Iterable<string>): Record<string, number> {
  const equal = Map.groupBy(items, item => item).entries()
  return Object.fromEntries(equal.map(([item, { length }]) => [item, length]))
}

type Difference = { record: string; change: 'added' | 'changed' | 'removed' }

/** The records that differ between two states, in the order of their paths. */
export function differences(before: RecordTexts, now: RecordTexts): Difference[] {
  const paths = [...new Set([...before.keys(), ...now.keys()])].sort()
  return paths.flatMap((record): Difference[] => {
    if (!now.has(record)) return [{ record, change: 'removed' }]
    if (!before.has(record)) return [{ record, change: 'added' }]
    const isSame = hasSameText(before.get(record)!, now.get(record)!)
    return isSame ? [] : [{ record, change: 'changed' }]
  })
}

const hasSameText = (before: RecordText, now: RecordText): boolean =>
  before === now || hashOf(before) === hashOf(now)

/** The names of the fields in which two states of a record differ; a removed record has no fields. */
export const changedFields = (before: RecordText = '{}', now: RecordText = '{}'): string[] =>
  differences(fieldTexts(before), fieldTexts(now)).map(({ record }) => record)

/** The JSON of each field. */
function fieldTexts(record: RecordText): Map<string, string> {
  const fields = isRemoved(record) ? {} : JSON.parse(withoutReading(record))
  return new Map(Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)]))
}
