import type { Claim } from '../model/claim.ts'
import type { ViewName } from '../model/collections.ts'
import { view } from '../model/collections.ts'
import { decidedBy, isRival, type Support, supportOf } from '../model/evidence.ts'
import { type ClaimedCollection, claimable } from '../model/fields.ts'
import type { Dataset } from '../store/dataset.ts'
import { claimsOn } from './expand.ts'
import { findRow } from './find.ts'
import type { Quotes } from './quotes.ts'

/** A field of a record: the value shown, how it was decided, the claims behind it, and those that disagree. */
export type FieldEvidence = {
  field: string
  value: unknown
  decided_by: string[]
  sources: Support
  claims: Claim[]
  rivals: Claim[]
}

/** The evidence for each field of a record, in the order of the record; fields that only a rival has come last. */
export function evidenceFor(
  dataset: Dataset,
  name: ViewName,
  id: string,
  quotes: Quotes,
): FieldEvidence[] {
  const of = view(name).of as ClaimedCollection
  const row = findRow(dataset, name, id)
  const fields = claimable(of, JSON.parse(dataset.record(row).json))
  const claims = Map.groupBy(claimsOn(dataset, of, row, quotes), claim => claim.field)
  const paths = new Set([...fields.keys(), ...claims.keys()])
  return [...paths]
    .filter(path => claims.has(path))
    .map(path => toEvidence(path, fields.get(path)?.value, claims.get(path) as Claim[]))
}

const toEvidence = (field: string, value: unknown, all: Claim[]): FieldEvidence => ({
  field,
  value: value ?? null,
  decided_by: decidedBy(all),
  sources: supportOf(all),
  claims: all.filter(claim => !isRival(claim)),
  rivals: all.filter(isRival),
})
