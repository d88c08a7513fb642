import { sha256 } from '../../model/hash.ts'

/** The JSON of each record of one state of the dataset, by the path of the record, such as `actors/huobi`. */
export type RecordTexts = ReadonlyMap<string, string>

/** The JSON of a record without the day on which it was last compared with its sources: another day is no change. */
export const withoutDay = (json: string): string => json.replaceAll(/,"as_of":"[\d-]+"/g, '')

/** The hash of a release: of the path and hash of each of its records, in the order of their paths. The day in `as_of` is left out. */
export const releaseHash = (records: RecordTexts): string =>
  sha256(
    Array.from(records, ([path, json]) => `${path}\t${sha256(withoutDay(json))}\n`)
      .sort()
      .join(''),
  )

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
    const isSame = withoutDay(before.get(record)!) === withoutDay(now.get(record)!)
    return isSame ? [] : [{ record, change: 'changed' }]
  })
}

/** The names of the fields in which two states of a record differ. */
export const changedFields = (before = '{}', now = '{}'): string[] =>
  differences(fieldTexts(before), fieldTexts(now)).map(({ record }) => record)

/** The JSON of each field. */
const fieldTexts = (json: string): Map<string, string> =>
  new Map(Object.entries(JSON.parse(json)).map(([name, value]) => [name, JSON.stringify(value)]))
