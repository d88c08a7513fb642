import { distance } from 'fastest-levenshtein'
import { fewestSteps, type Letters, toLetters } from '../model/letters.ts'
import { fold } from '../model/nearest.ts'

/** A text made ready for comparison: as it reads, with its words in one order, and its words. */
export type Comparable = { folded: Letters; ordered: Letters; words: ReadonlySet<string> }

/** The least similarity that makes a candidate: below it, names only share letters by chance. */
export const LEAST = 0.4

const OTHER_ORDER = 0.98
const WHOLE_WORDS = 0.9
const CONTAINED = 0.6

const words = /[\p{L}\p{N}\p{M}]+/gu

/** Makes a text ready for comparison. */
export function toComparable(text: string): Comparable {
  const folded = fold(text)
  const found = folded.match(words) ?? []
  return {
    folded: toLetters(folded),
    ordered: toLetters(found.toSorted().join(' ')),
    words: new Set(found),
  }
}

/**
 * How alike two texts are, from 0 to 1: by the letters to change as they read, by those with the words in one order, or
 * by the words that both have, whichever is most. 0 where it is less than LEAST.
 */
export function similarity(a: Comparable, b: Comparable): number {
  const best = Math.max(
    byLetters(a.folded, b.folded),
    OTHER_ORDER * byLetters(a.ordered, b.ordered),
    byWords(a.words, b.words),
  )
  return best < LEAST ? 0 : best
}

/** Whether two texts are the same but for case, width, apostrophes and spaces. */
export const isSame = (a: Comparable, b: Comparable): boolean => a.folded.text === b.folded.text

function byLetters(a: Letters, b: Letters): number {
  const longest = Math.max(a.text.length, b.text.length)
  if (longest === 0 || 1 - fewestSteps(a, b) / longest < LEAST) return 0
  return 1 - distance(a.text, b.text) / longest
}

function byWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  if (shared === 0) return 0
  const isContained = shared === Math.min(a.size, b.size)
  return Math.max((WHOLE_WORDS * 2 * shared) / (a.size + b.size), isContained ? CONTAINED : 0)
}
