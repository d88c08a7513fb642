import { SeedError } from '../model/yaml-file.ts'
import { checkClaimIds } from './check-claim-ids.ts'
import { checkClaims, checkSupport } from './check-claims.ts'
import { checkReferences } from './check-references.ts'
import { checkReleases } from './check-releases.ts'
import { checkRetired } from './check-retired.ts'
import { type Derived, derive } from './derive.ts'
import type { Seed } from './seed.ts'

/** Derives what is served from a seed after checking all that ties it together. Throws a SeedError that names every mistake. */
export function checkSeed(seed: Seed): Derived {
  refuse(checkReleases(seed))
  refuse([...checkReferences(seed), ...checkRetired(seed), ...checkClaims(seed)])
  const derived = derive(seed)
  refuse([...checkSupport(seed, derived.records), ...checkClaimIds(seed, derived.history.records)])
  return derived
}

function refuse(problems: string[]) {
  if (problems.length > 0) throw new SeedError(problems)
}
