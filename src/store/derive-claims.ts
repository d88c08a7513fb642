import { z } from 'zod'
import { type Action, EffectSeed } from '../model/action.ts'
import type { Claim, ClaimSeed } from '../model/claim.ts'
import { pathOf } from '../model/collections.ts'
import { DateSeed, toEventDate } from '../model/dates.ts'
import { isRival, supportOf } from '../model/evidence.ts'
import { type ClaimedCollection, claimable } from '../model/fields.ts'
import { toEffect } from './derive-actions.ts'
import type { Seed } from './seed.ts'

/** How well the claims on an action support it. */
export const toSources = (claims: Claim[]): Action['sources'] => ({
  ...supportOf(claims),
  conflicts: [...new Set(claims.filter(isRival).map(({ field }) => field))],
})

/** The id of a claim: the record, the field and its number among the claims on that field, the next one if it says none. */
export function claimIds(record: string, claims: Pick<ClaimSeed, 'field' | 'number'>[]): string[] {
  const highest = new Map<string, number>()
  return claims.map(({ field, number = (highest.get(field) ?? 0) + 1 }) => {
    highest.set(field, Math.max(number, highest.get(field) ?? 0))
    return `${record}.${field}.${number}`
  })
}

/** A claim id as written in `rests_on`: whole, or from the dot on where the record is the claim's own. */
export const fullClaimId = (record: string, id: string): string =>
  id.startsWith('.') ? record + id : id

type Claimed = { [name in ClaimedCollection]: unknown[] }

/** The claims of a seed, on the records derived from it. */
export function deriveClaims(seed: Seed, records: Claimed): Claim[] {
  const origins = new Map(seed.documents.map(({ value }) => [value.id, value.origin]))
  return (Object.keys(records) as ClaimedCollection[]).flatMap(name =>
    seed[name].flatMap(({ value: { claims } }, index) => {
      const record = records[name][index]
      const path = pathOf(name, record)
      const ids = claimIds(path, claims)
      const fields = claimable(name, record)
      return claims.map((claim, i) => {
        const shown = claim.status === 'accepted' ? fields.get(claim.field)?.value : toValue(claim)
        return toClaim(claim, {
          id: ids[i] as string,
          record: path,
          shown,
          origin: origins.get(claim.document) as string,
        })
      })
    }),
  )
}

type Derived = { id: string; record: string; shown: unknown; origin: string }

function toClaim(claim: ClaimSeed, { id, record, shown, origin }: Derived): Claim {
  const { field, document, as_reported, start, end, sha256, status, basis, rule, note } = claim
  return {
    id,
    record,
    field,
    value: shown ?? null,
    as_reported,
    document,
    origin: claim.origin ?? origin,
    start: start ?? null,
    end: end ?? null,
    sha256: sha256 ?? null,
    status,
    basis,
    rests_on: claim.rests_on.map(other => fullClaimId(record, other)),
    rule,
    note,
  }
}

const dateFields = new Set(['date', 'due', 'published'])

/** The form that the value of a claim must have, where its field asks for one. */
export const valueSchema = (field: string) =>
  dateFields.has(field) ? DateSeed : field === 'effect' ? EffectSeed : z.unknown()

/** The value of a claim that is not accepted, which has been checked: its dates completed as in a record. */
function toValue({ field, value = null }: Pick<ClaimSeed, 'field' | 'value'>): unknown {
  if (value === null) return null
  if (dateFields.has(field)) return toEventDate(DateSeed.parse(value))
  return field === 'effect' ? toEffect(EffectSeed.parse(value)) : value
}
