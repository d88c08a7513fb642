import { hash } from 'node:crypto'
import { yieldToOthers } from './batches.ts'

const isLetter = /[\p{L}\p{N}]/u

/** The letters of a character by the method letters-1: decomposed, without marks and signs, in lower case. */
function fold(character: string): string {
  const kept = [...character.normalize('NFKD')].filter(one => isLetter.test(one)).join('')
  return kept.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ').replaceAll('ı', 'i')
}

/** A text reduced to its letters, by which its passages are found in any copy of it, however that is laid out. */
export type Letters = {
  /** The letters in UTF-8, where each begins, and where the last one ends. */
  bytes: Buffer
  starts: Uint32Array
  /** The place in the text of the character that each letter comes from. */
  places: Uint32Array
}

/** The letters of a text by the method letters-1, which docs/evidence.md describes. */
export function lettersOf(text: string): Letters {
  const folded = new Map<string, string[]>()
  const [letters, places, starts]: [string[], number[], number[]] = [[], [], [0]]
  let [place, end] = [0, 0]
  for (const character of text) {
    const own = folded.get(character) ?? [...fold(character)]
    folded.set(character, own)
    for (const letter of own) {
      letters.push(letter)
      places.push(place)
      end += Buffer.byteLength(letter)
      starts.push(end)
    }
    place += character.length
  }
  const bytes = Buffer.from(letters.join(''))
  return { bytes, starts: Uint32Array.from(starts), places: Uint32Array.from(places) }
}

/** How many letters some words have, and their hash. */
export type Fingerprint = { letters: number; sha256: string }

export function fingerprintOf(words: string): Fingerprint {
  const { bytes, places } = lettersOf(words)
  return { letters: places.length, sha256: hash('sha256', bytes) }
}

const WINDOWS_AT_ONCE = 2_000

/** The words of a text with each fingerprint, by its hash: none, or more than one where they occur often. */
export async function findWords(
  text: string,
  fingerprints: Iterable<Fingerprint>,
): Promise<Map<string, string[]>> {
  const { bytes, starts, places } = lettersOf(text)
  const found = new Map(Array.from(fingerprints, ({ sha256 }) => [sha256, [] as string[]]))
  for (const size of new Set(Array.from(fingerprints, ({ letters }) => letters)))
    for (let first = 0; first + size <= places.length; first++) {
      if (first % WINDOWS_AT_ONCE === 0) await yieldToOthers()
      const end = first + size
      const own = found.get(hash('sha256', bytes.subarray(starts[first], starts[end])))
      own?.push(text.slice(places[first], endOf(text, places[end - 1]!)))
    }
  return found
}

/** Code units, with marks. */
const LONGEST_CHARACTER = 20

/** The place after a character and the marks that belong to it. */
const endOf = (text: string, place: number): number => {
  const [character] = /^.\p{M}*/su.exec(text.slice(place, place + LONGEST_CHARACTER))!
  return place + character.length
}
