import type { SourceDocument } from '../model/document.ts'
import { isRival, isSupporting } from '../model/evidence.ts'
import type { World } from '../model/filter.ts'
import type { Region } from '../model/region.ts'
import { BEGINNING } from '../model/release.ts'
import type { Retirement, Told } from './told.ts'

/** What the keys of records depend on beside the record itself. */
export function worldOf(retired: Retirement[], { records, claimsOn, history }: Told): World {
  const published = publicationDays(records.documents as Iterable<SourceDocument>)
  const versions = [BEGINNING, ...history.releases.map(({ version }) => version)]
  const changed = new Map(history.changes.map(({ record, release }) => [record, release]))
  return {
    upwards: upwardsIn(records.regions as Iterable<Region>),
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
    heirs: heirsIn(retired),
    lastChanged: record => changed.get(record),
  }
}

const publicationDays = (documents: Iterable<SourceDocument>) =>
  new Map(Array.from(documents, ({ id, published }) => [id, published?.earliest ?? null]))

function heirsIn(retired: Retirement[]): World['heirs'] {
  const next = new Map(retired.map(({ value: { record, into } }) => [record, into]))
  const heirs = (record: string): string[] => {
    const heir = next.get(record)
    return heir === undefined ? [] : [heir, ...heirs(heir)]
  }
  return heirs
}

function upwardsIn(regions: Iterable<Region>): World['upwards'] {
  const parents = new Map(Array.from(regions, ({ code, parent }) => [code, parent]))
  const upwards = (code: string): string[] => {
    const parent = parents.get(code)
    return parent ? [code, ...upwards(parent)] : [code]
  }
  return upwards
}
