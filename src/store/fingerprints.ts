import { sha256 } from '../model/hash.ts'
import type { Fingerprint } from '../model/release.ts'

/** What tells one state of each record from another, by the path of the record. */
export type Fingerprints = Record<string, Fingerprint>

const SHORT = 8

/** The state of a record: the hash of its JSON, and the beginning of that of each field. */
export function fingerprint(record: object): Fingerprint {
  const fields = Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, sha256(JSON.stringify(value)).slice(0, SHORT)])
  return { sha256: sha256(JSON.stringify(record)), fields: Object.fromEntries(fields) }
}

/** The hash of a release: of the path and hash of each of its records, in the order of their paths. */
export const releaseHash = (hashes: Iterable<[path: string, sha256: string]>): string =>
  sha256(
    [...hashes]
      .map(([path, hash]) => `${path}\t${hash}\n`)
      .sort()
      .join(''),
  )

/** How a record differs between two states; for a changed one, the fields that do. */
export type Difference =
  | { record: string; change: 'added' | 'removed' }
  | { record: string; change: 'changed'; fields: string[] }

/** What differs between two states, in the order of the paths. */
export function differences(before: Fingerprints, now: Fingerprints): Difference[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()
  return paths.flatMap(record => difference(record, before[record], now[record]))
}

function difference(
  record: string,
  before: Fingerprint | undefined,
  now: Fingerprint | undefined,
): Difference[] {
  if (!now) return [{ record, change: 'removed' }]
  if (!before) return [{ record, change: 'added' }]
  if (before.sha256 === now.sha256) return []
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(now.fields)])]
  const fields = names.filter(name => before.fields[name] !== now.fields[name]).sort()
  return [{ record, change: 'changed', fields }]
}

/** How many records there are of each collection, by the first part of their paths. */
export function countRecords(prints: Fingerprints): Record<string, number> {
  const paths = Object.keys(prints).filter(path => path.includes('/'))
  const groups = Map.groupBy(paths, path => path.slice(0, path.indexOf('/')))
  return Object.fromEntries([...groups].map(([name, { length }]) => [name, length]))
}
