import { z } from 'zod'
import { EffectSeed } from '../../model/action.ts'
import type { Claim, ClaimSeed } from '../../model/claim.ts'
import { pathOf } from '../../model/collections.ts'
import { DateSeed, toEventDate } from '../../model/dates.ts'
import type { SourceDocument } from '../../model/document.ts'
import { type ClaimedCollection, claimable, claimed } from '../../model/fields.ts'
import { type ClaimedRecord, fullClaimId } from '../seed/seed.ts'
import { toEffect } from './actions.ts'

type Served = Omit<Record<ClaimedCollection, unknown[]>, 'documents'> & {
  documents: SourceDocument[]
}

/** Records by their paths. */
export const byPath = (records: Served): Map<string, unknown> =>
  new Map(claimed.flatMap(name => records[name].map(record => [pathOf(name, record), record])))

/** The claims of a seed on the records derived from it. */
export function deriveClaims(records: ClaimedRecord[], derived: Served): Claim[] {
  const served = byPath(derived)
  const documents = new Map(derived.documents.map(document => [document.id, document] as const))
  return records.flatMap(({ collection, path, claims }) => {
    const fields = claimable(collection, served.get(path))
    return claims.map(({ id, value: claim }) => {
      const shown = fields.get(claim.field)?.value
      return toClaim(claim, documents.get(claim.document)!, { id, record: path, shown })
    })
  })
}

type Derived = { id: string; record: string; shown: unknown }

/** The claim that is served; an accepted one has the value that is shown. */
function toClaim(
  claim: ClaimSeed,
  { passages, ...source }: SourceDocument,
  { id, record, shown }: Derived,
): Claim {
  const { field, as_reported, document, origin = source.origin, status, basis, rule, note } = claim
  const { row, last_document } = claim
  const value = (status === 'accepted' ? shown : valueSchema(field).parse(claim.value)) ?? null
  const passage = passages.find(({ key }) => key === claim.passage) ?? null
  const rests_on = claim.rests_on.map(other => fullClaimId(record, other))
  const told = {
    document,
    origin,
    passage,
    row,
    last_document,
    status,
    basis,
    rests_on,
    rule,
    note,
  }
  return { id, record, field, value, as_reported, ...told }
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
