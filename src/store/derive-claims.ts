import { type Action, EffectSeed } from '../model/action.ts'
import type { Claim, ClaimSeed } from '../model/claim.ts'
import { collection } from '../model/collections.ts'
import { DateSeed, toEventDate } from '../model/dates.ts'
import { type ClaimedCollection, claimable } from '../model/fields.ts'
import type { Seed } from './seed.ts'

const counted = new Set(['accepted', 'consistent'])

/** How well the claims on an action support it. */
export function toSources(claims: Claim[]): Action['sources'] {
  const support = claims.filter(({ status }) => counted.has(status))
  return {
    claims: support.length,
    documents: new Set(support.map(({ document }) => document)).size,
    origins: new Set(support.map(({ origin }) => origin)).size,
    conflicts: [
      ...new Set(claims.filter(({ status }) => status === 'rival').map(({ field }) => field)),
    ],
  }
}

/** The id of a claim: the record, the field and its number among the claims on that field. */
export function claimIds(record: string, claims: Pick<ClaimSeed, 'field'>[]): string[] {
  const seen = new Map<string, number>()
  return claims.map(({ field }) => {
    const number = (seen.get(field) ?? 0) + 1
    seen.set(field, number)
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
      const path = `${name}/${collection(name).key(record as never)}`
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

/** The value of a claim that is not accepted, its dates completed as in a record. Throws a ZodError where it is none. */
export function toValue({ field, value }: Pick<ClaimSeed, 'field' | 'value'>): unknown {
  if (value === null || value === undefined) return null
  if (dateFields.has(field)) return toEventDate(DateSeed.parse(value))
  if (field !== 'effect') return value
  const effect = EffectSeed.parse(value)
  const { from, until } = effect
  return { ...effect, from: from && toEventDate(from), until: until && toEventDate(until) }
}
