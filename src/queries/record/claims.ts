import type { Copies } from '../../dataset/copies.ts'
import type { Dataset } from '../../dataset/dataset.ts'
import type { Claim } from '../../model/claim.ts'
import { recordPath } from '../../model/collections.ts'
import type { SourceDocument } from '../../model/document.ts'
import { decidedBy, isRival, supportOf } from '../../model/evidence.ts'
import { type ClaimedCollection, claimable } from '../../model/fields.ts'
import { findWords } from '../../model/letters.ts'
import type { View } from '../../model/views.ts'
import { findRecord } from './find.ts'

/** The words of the passages of the documents that this server has copies of. */
export class Quotes {
  readonly #copies: Copies | undefined
  readonly #words = new Map<string, string>()

  constructor(copies?: Copies) {
    this.#copies = copies
  }

  get present(): boolean {
    return this.#copies !== undefined
  }

  /** Looks for the passages of all documents of a dataset: no request has to wait for that. */
  async prepare(dataset: Dataset) {
    if (!this.#copies) return
    for (const row of dataset.all('documents').array()) {
      const document: SourceDocument = JSON.parse(dataset.record('documents', row).json)
      const text = this.#copies(document)?.text
      if (text === undefined) continue
      const found = await findWords(text, document.passages)
      for (const [hash, [words]] of found)
        if (words !== undefined) this.#words.set(`${document.id} ${hash}`, words)
    }
  }

  /** The claim with the words of its passage, if they are known. */
  add(claim: Claim): Claim {
    const { document, passage } = claim
    const quote = passage && this.#words.get(`${document} ${passage.sha256}`)
    return quote ? { ...claim, passage: { ...passage, quote } } : claim
  }
}

/** The claims on a record, by its path. */
export const claimsOn = (dataset: Dataset, path: string, quotes: Quotes): Claim[] =>
  dataset
    .jsons('claims', dataset.list('claims', 'record', path))
    .map(json => quotes.add(JSON.parse(json)))

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
