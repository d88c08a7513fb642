import { z } from 'zod'
import { type Action, EffectSeed } from '../../model/action.ts'
import type { Claim, ClaimSeed } from '../../model/claim.ts'
import { pathOf } from '../../model/collections.ts'
import { DateSeed, toEventDate } from '../../model/dates.ts'
import type { SourceDocument } from '../../model/document.ts'
import { isRival, supportOf } from '../../model/evidence.ts'
import { type ClaimedCollection, claimable, claimed } from '../../model/fields.ts'
import { type ClaimedRecord, fullClaimId } from '../seed/seed.ts'
import { toEffect } from './actions.ts'

/** How well the claims on an action support it. */
export const toSources = (claims: Claim[]): Action['sources'] => ({
  ...supportOf(claims),
  conflicts: [...new Set(claims.filter(isRival).map(({ field }) => field))],
})

type Served = Record<ClaimedCollection, unknown[]>

/** Records by their paths. */
export const byPath = (records: Served): Map<string, unknown> =>
  new Map(claimed.flatMap(name => records[name].map(record => [pathOf(name, record), record])))

/** The claims of a seed on the records derived from it. */
export function deriveClaims(
  records: ClaimedRecord[],
  derived: Served & { documents: Pick<SourceDocument, 'id' | 'origin'>[] },
): Claim[] {
  const served = byPath(derived)
  const origins = new Map(derived.documents.map(({ id, origin }) => [id, origin]))
  return records.flatMap(({ collection, path, claims }) => {
    const fields = claimable(collection, served.get(path))
    return claims.map(({ id, value: claim }) => {
      const shown = fields.get(claim.field)?.value
      const origin = claim.origin ?? origins.get(claim.document)!
      return toClaim(claim, { id, record: path, shown, origin })
    })
  })
}

type Derived = { id: string; record: string; shown: unknown; origin: string }

/** The claim that is served; an accepted one has the value that is shown. */
function toClaim(claim: ClaimSeed, { id, record, shown, origin }: Derived): Claim {
  const { field, as_reported, document, status, basis, rule, note } = claim
  const { start = null, end = null, sha256 = null } = claim
  const value = (status === 'accepted' ? shown : valueSchema(field).parse(claim.value)) ?? null
  const words = { document, origin, start, end, sha256 }
  const rests_on = claim.rests_on.map(other => fullClaimId(record, other))
  return { id, record, field, value, as_reported, ...words, status, basis, rests_on, rule, note }
}

const EventDateValue = DateSeed.transform(toEventDate)

const valueSchemas = new Map<string, z.ZodType>([
  ['date', EventDateValue],
  ['due', EventDateValue],
  ['published', EventDateValue],
  ['effect', EffectSeed.transform(toEffect)],
])

/** The value of a claim that is not accepted: as curators write it, and with its dates completed as in a record. */
export const valueSchema = (field: string) => (valueSchemas.get(field) ?? z.unknown()).nullish()
