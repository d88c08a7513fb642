import type { Dataset } from '../../dataset/dataset.ts'
import type { Claim } from '../../model/claim.ts'
import type { SourceDocument } from '../../model/document.ts'
import { sha256 } from '../../model/hash.ts'

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
