import { type Derived, derive } from '../derive/derive.ts'
import { mistakesOf } from '../lint/lint.ts'
import { claimedRecords, type Seed } from '../seed/seed.ts'
import { throwIfAny } from '../seed/seed-error.ts'
import { checkClaimIds, checkClaims, checkDates, checkSupport } from './claims.ts'
import { checkReferences } from './references.ts'
import { checkRemoved, checkRetired } from './retired.ts'

/**
 * Checks a seed and derives the dataset from it, for a release on the day `released` if there is one. Throws a SeedError
 * with every mistake.
 */
export function checkSeed(seed: Seed, released?: string): Derived {
  const claimed = claimedRecords(seed)
  throwIfAny([
    ...checkReferences(seed),
    ...checkRetired(seed, claimed),
    ...checkClaims(seed, claimed),
  ])
  const derived = derive(seed, claimed, released)
  throwIfAny([
    ...checkSupport(claimed, derived.records),
    ...checkDates(claimed, derived.records.claims),
    ...checkRemoved(seed),
    ...checkClaimIds(claimed, seed.releases, derived.records.claims),
  ])
  throwIfAny(mistakesOf(seed, derived))
  return derived
}
