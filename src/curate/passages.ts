import search from 'approx-string-match'
import { nextKey } from '../build/seed/evidence.ts'
import type { Copies } from '../dataset/copies.ts'
import { type Fingerprint, fingerprintOf, lettersOf } from '../model/letters.ts'
import { didYouMean } from '../model/names.ts'
import { fewestLetters, type Passage } from '../model/passage.ts'

/** A document that claims may name: one of the seed, or one that a draft describes. */
type Known = { id: string; language: string; sha256?: string; passages: Passage[] }

type SavedText = { text: string; letters: Buffer }

type Found = { key: string } | { reason: string }

/** The passages of documents: those of the seed, and those that are found for the words of drafts. */
export class Passages {
  readonly #documents = new Map<string, Known>()
  readonly #texts = new Map<string, SavedText | undefined>()
  readonly #copies: Copies
  readonly added = new Map<string, Passage[]>()

  constructor(copies: Copies) {
    this.#copies = copies
  }

  /** Makes a document known, unless it is. */
  add(document: Known) {
    if (!this.#documents.has(document.id)) this.#documents.set(document.id, document)
  }

  #textOf(document: Known): SavedText | undefined {
    const { id } = document
    if (!this.#texts.has(id)) {
      const text = this.#copies(document)?.text
      this.#texts.set(id, text === undefined ? text : { text, letters: lettersOf(text).bytes })
    }
    return this.#texts.get(id)
  }

  /** The key of the passage with some words, a new one if the document has none yet; else the reason why there is none. */
  find(id: string, words: string): Found {
    const document = this.#documents.get(id)
    if (!document)
      return { reason: `document '${id}' is not known${didYouMean(id, this.#documents.keys())}` }
    const saved = this.#textOf(document)
    if (!saved) return { reason: `no text of ${id} is saved: ${id}.txt, .md or .html` }
    const { letters, sha256 } = fingerprintOf(words)
    const fewest = fewestLetters(document.language)
    if (letters < fewest)
      return { reason: `${shown(words)} has ${letters} letters; a passage has at least ${fewest}` }
    const places = countIn(saved.letters, lettersOf(words).bytes)
    if (places === 0)
      return { reason: `${shown(words)} is not in ${id}; ${nearestIn(saved.text, words)}` }
    if (places > 1)
      return { reason: `${shown(words)} is ${places} times in ${id}; quote more of the text` }
    return { key: this.#keyOf(document, { letters, sha256 }) }
  }

  #keyOf({ id, passages }: Known, { letters, sha256 }: Fingerprint): string {
    const added = this.added.get(id) ?? []
    const all = [...passages, ...added]
    const own = all.find(passage => passage.sha256 === sha256)
    if (own) return own.key
    const key = nextKey(all)
    this.added.set(id, [...added, { key, letters, sha256 }])
    return key
  }
}

/** How often some bytes occur in others. */
function countIn(bytes: Buffer, wanted: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) count++
  return count
}

/** Words on one line, in whole: a curator compares them letter by letter. */
const shown = (words: string): string => `'${words.replaceAll(/\s+/g, ' ').trim()}'`

/** The place in a text that resembles some words most, if at most half of their characters differ. */
function nearestIn(text: string, words: string): string {
  const most = Math.floor(words.length / 2)
  const matches = search(text, words, most)
  const [best] = matches.toSorted((a, b) => a.errors - b.errors)
  return best ? `nearest: ${shown(text.slice(best.start, best.end))}` : 'nothing there is like it'
}
