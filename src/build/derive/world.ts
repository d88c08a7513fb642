import { isRival, isSupporting } from '../../model/evidence.ts'
import type { World } from '../../model/filter.ts'
import { upwards } from '../../model/places.ts'
import { BEGINNING, type RetiredSeed } from '../../model/release.ts'
import type { BuildInput } from './derive.ts'

/** The facts that the keys of records depend on besides the record itself. */
export function worldOf(
  retired: { value: RetiredSeed }[],
  { records, claimsOn, asOf, history }: BuildInput,
): World {
  const published = new Map(
    Array.from(records.documents, ({ id, published }) => [id, published?.earliest]),
  )
  const places = new Map(Array.from(records.regions, region => [region.code, region]))
  const successors = new Map(retired.map(({ value: { record, into } }) => [record, into]))
  const versions = [BEGINNING, ...history.releases.map(({ version }) => version)]
  const changed = new Map(history.changes.map(({ record, release }) => [record, release]))
  return {
    upwards: (code, days = { earliest: asOf, latest: asOf }) =>
      upwards(code => places.get(code), code, days),
    documents: record => [...new Set(claimsOn(record).map(({ document }) => document))],
    isDisputed: record => claimsOn(record).some(isRival),
    lastStated: (record, field) =>
      claimsOn(record)
        .filter(claim => claim.field === field && isSupporting(claim))
        .flatMap(({ document }) => published.get(document) ?? [])
        .sort()
        .at(-1) ?? null,
    releasesBefore: version =>
      versions.includes(version) ? versions.slice(0, versions.indexOf(version)) : versions,
    heirs: record => chain(successors, record),
    lastChanged: record => changed.get(record),
  }
}

/** The keys that a map leads to from a key, one after the other. */
function chain(next: Map<string, string | null | undefined>, key: string): string[] {
  const value = next.get(key)
  return typeof value === 'string' ? [value, ...chain(next, value)] : []
}
