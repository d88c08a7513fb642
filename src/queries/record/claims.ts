import type { Dataset } from '../../dataset/dataset.ts'
import type { Claim } from '../../model/claim.ts'
import { recordPath } from '../../model/collections.ts'
import type { SourceDocument } from '../../model/document.ts'
import { decidedBy, isRival, supportOf } from '../../model/evidence.ts'
import { type ClaimedCollection, claimable } from '../../model/fields.ts'
import { sha256 } from '../../model/hash.ts'
import type { View } from '../../model/views.ts'
import { findRecord } from './find.ts'

/** The words that claims quote, if this server was given the documents: their texts by the sha256 of the file. */
export class Quotes {
  readonly present: boolean
  readonly #texts: ReadonlyMap<string, string[]>

  constructor(texts: ReadonlyMap<string, string> = new Map()) {
    this.present = texts.size > 0
    this.#texts = new Map([...texts].map(([hash, text]) => [hash, [...text]]))
  }

  /** The claim with its words, if its document is here and the words still have their hash. */
  add(dataset: Dataset, claim: Claim): Claim {
    if (!this.present || claim.start === null || claim.end === null) return claim
    const { sha256: hash }: SourceDocument = JSON.parse(
      dataset.find('documents', claim.document)!.json,
    )
    const words = this.#texts.get(String(hash))?.slice(claim.start, claim.end)
    const quote = words?.join('')
    return quote !== undefined && sha256(quote) === claim.sha256 ? { ...claim, quote } : claim
  }
}

/** The claims on a record, by its path. */
export const claimsOn = (dataset: Dataset, path: string, quotes: Quotes): Claim[] =>
  dataset
    .jsons('claims', dataset.list('claims', 'record', path))
    .map(json => quotes.add(dataset, JSON.parse(json)))

/** The evidence for each field of a record, in the order of the record; fields that only a rival has come last. */
export function evidenceFor(
  dataset: Dataset,
  view: View<ClaimedCollection>,
  id: string,
  quotes: Quotes,
) {
  const { of } = view
  const record = JSON.parse(findRecord(dataset, view, id).json)
  const fields = claimable(of, record)
  const claims = Map.groupBy(claimsOn(dataset, recordPath(of, id), quotes), claim => claim.field)
  const paths = new Set([...fields.keys(), ...claims.keys()])
  return [...paths]
    .filter(path => claims.has(path))
    .map(path => toEvidence(path, fields.get(path)?.value ?? null, claims.get(path)!))
}

/** A field of a record: the value shown, how it was decided, the claims behind it, and those that disagree. */
const toEvidence = (field: string, value: unknown, all: Claim[]) => ({
  field,
  value,
  decided_by: decidedBy(all),
  sources: supportOf(all),
  claims: all.filter(claim => !isRival(claim)),
  rivals: all.filter(isRival),
})
export type FieldEvidence = ReturnType<typeof toEvidence>
