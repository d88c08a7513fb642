import type { Claim } from '../model/claim.ts'
import type { World } from '../model/filter.ts'
import type { Region } from '../model/region.ts'
import type { Records } from './derive.ts'

/** What the keys of records depend on beside the record itself. */
export function worldOf(records: Records): World {
  const parents = new Map((records.regions as Region[]).map(({ code, parent }) => [code, parent]))
  const claims = Map.groupBy(records.claims as Claim[], ({ record }) => record)
  const upwards = (code: string): string[] => {
    const parent = parents.get(code)
    return parent ? [code, ...upwards(parent)] : [code]
  }
  return {
    upwards,
    documents: record => [...new Set((claims.get(record) ?? []).map(({ document }) => document))],
  }
}
