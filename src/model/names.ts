import { distance } from 'fastest-levenshtein'
import { partsOf } from './scripts.ts'

/** Case, width, accents' composition, apostrophes and spaces folded, so that names compare as people read them. */
export const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/['’]/gu, '').replaceAll(/\s+/gu, ' ').trim()

const SHORTEST_BEGINNING = 3

/**
 * The candidates that resemble `value`, nearest first: at most a third of the letters differ, or they begin with it. A
 * letter less, more or other is one edit, and so is a swap of neighbours.
 */
export function nearest(value: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = fold(value)
  const most = Math.floor(wanted.length / 3)
  const near: [edits: number, candidate: string][] = []
  for (const candidate of new Set(candidates)) {
    const folded = fold(candidate)
    if (Math.abs(folded.length - wanted.length) <= most) {
      const edits = editsBetween(wanted, folded)
      if (edits <= most) near.push([edits, candidate])
    } else if (wanted.length >= SHORTEST_BEGINNING && folded.startsWith(wanted))
      near.push([folded.length, candidate])
  }
  near.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1))
  return near.slice(0, count).map(([, candidate]) => candidate)
}

/** How many edits turn one text into another. */
export function editsBetween(a: string, b: string): number {
  const edits = distance(a, b)
  return edits === 2 && isSwapped(a, b) ? 1 : edits
}

/** Whether two texts differ by a swap of neighbours alone. */
function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, place) => letter !== b[place])
  return a.length === b.length && b === a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2)
}

/** `; did you mean 'x'?`, or nothing where nothing is near. */
export function didYouMean(value: string, candidates: Iterable<string>): string {
  const [first] = nearest(value, candidates, 1)
  return first === undefined ? '' : `; did you mean '${first}'?`
}

/** A name prepared for comparison: folded, with its words sorted, and its words; the parts of one that has no spaces are words too. */
export type PreparedName = { folded: string; sorted: string; words: ReadonlySet<string> }

const word = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text in their order, folded. */
export const wordsOf = (text: string): string[] => fold(text).match(word) ?? []

export function prepareName(text: string): PreparedName {
  const folded = fold(text)
  const words = wordsOf(text)
  return { folded, sorted: words.toSorted().join(' '), words: new Set(words.flatMap(partsOf)) }
}

/** The least similarity that counts: below it, names share letters only by chance. */
export const LEAST_SIMILARITY = 0.4

const OTHER_WORD_ORDER = 0.98
const WHOLE_WORDS = 0.9
const CONTAINED = 0.6

/**
 * How alike two names are, from 0 to 1: by edit distance, by edit distance with the words sorted, or by the words they
 * share, whichever is highest. 0 if that is less than LEAST_SIMILARITY.
 */
export function similarity(a: PreparedName, b: PreparedName): number {
  const best = Math.max(
    byLetters(a.folded, b.folded),
    OTHER_WORD_ORDER * byLetters(a.sorted, b.sorted),
    byWords(a.words, b.words),
  )
  return best < LEAST_SIMILARITY ? 0 : best
}

function byLetters(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  const fewestEdits = Math.abs(a.length - b.length)
  if (longest === 0 || 1 - fewestEdits / longest < LEAST_SIMILARITY) return 0
  return 1 - distance(a, b) / longest
}

function byWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const one of a) if (b.has(one)) shared++
  if (shared === 0) return 0
  const isContained = shared === Math.min(a.size, b.size)
  return Math.max((WHOLE_WORDS * 2 * shared) / (a.size + b.size), isContained ? CONTAINED : 0)
}
