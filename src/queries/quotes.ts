import type { Claim } from '../model/claim.ts'
import { sha256 } from '../model/hash.ts'
import type { Dataset } from '../store/dataset.ts'

/** The documents' own words, where this server was given the documents: texts by the sha256 of their file. */
export class Quotes {
  readonly #texts: ReadonlyMap<string, string[]>

  constructor(texts: ReadonlyMap<string, string> = new Map()) {
    this.#texts = new Map([...texts].map(([hash, text]) => [hash, [...text]]))
  }

  get present(): boolean {
    return this.#texts.size > 0
  }

  /** The claim with its words, if its document is here and the words still have their hash. */
  add(dataset: Dataset, claim: Claim): Claim {
    if (claim.start === null || claim.end === null) return claim
    const text = this.#texts.get(dataset.documentHash(claim.document) as string)
    const quote = text?.slice(claim.start, claim.end).join('')
    return quote !== undefined && sha256(quote) === claim.sha256 ? { ...claim, quote } : claim
  }
}
