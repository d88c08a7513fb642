import { sha256 } from '../model/hash.ts'

/** The sha256 of the JSON of each record, by the path of the record. */
export type RecordHashes = Map<string, string>

/** The hash of a release: of the path and hash of each of its records, in the order of their paths. */
export const releaseHash = (hashes: RecordHashes): string =>
  sha256(
    [...hashes]
      .map(([path, hash]) => `${path}\t${hash}\n`)
      .sort()
      .join(''),
  )

/** How many records there are of each collection, by the first part of their paths. */
export function countRecords(paths: Iterable<string>): Record<string, number> {
  const inCollections = [...paths].filter(path => path.includes('/'))
  const groups = Map.groupBy(inCollections, path => path.slice(0, path.indexOf('/')))
  return Object.fromEntries([...groups].map(([name, { length }]) => [name, length]))
}

export type Difference = { record: string; change: 'added' | 'changed' | 'removed' }

/** The records that differ between two states, in the order of their paths. */
export function differences(before: RecordHashes, now: RecordHashes): Difference[] {
  const paths = [...new Set([...before.keys(), ...now.keys()])].sort()
  return paths.flatMap((record): Difference[] => {
    if (!now.has(record)) return [{ record, change: 'removed' }]
    if (!before.has(record)) return [{ record, change: 'added' }]
    return before.get(record) === now.get(record) ? [] : [{ record, change: 'changed' }]
  })
}

/** The names of the fields in which two states of a record differ. */
export function changedFields(before: object, now: object): string[] {
  const [old, current] = [textsOf(before), textsOf(now)]
  const names = new Set([...old.keys(), ...current.keys()])
  return [...names].filter(name => old.get(name) !== current.get(name)).sort()
}

/** The JSON of each field. */
const textsOf = (record: object) =>
  new Map(Object.entries(record).map(([name, value]) => [name, JSON.stringify(value)]))
