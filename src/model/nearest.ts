import { distance } from 'fastest-levenshtein'
import { fewestSteps, type Letters, toLetters } from './letters.ts'

/** Case, width, accents' composition, apostrophes and spaces folded, so that names compare as people read them. */
export const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/['’]/gu, '').replaceAll(/\s+/gu, ' ').trim()

/** The candidates closest to `value` by edit distance, nearest first, none that shares less than half of it. */
export const nearest = (value: string, candidates: Iterable<string>, count = 3): string[] =>
  nearestOf(value, toCandidates(candidates), count)

/** A candidate made ready for comparison, and what it stands for. */
export type Candidate = Letters & { of: string }

export const toCandidates = (texts: Iterable<string>): Candidate[] =>
  [...new Set(texts)].map(of => ({ ...toLetters(fold(of)), of }))

/** The same among many candidates that are kept ready for it. */
export function nearestOf(value: string, candidates: Iterable<Candidate>, count = 3): string[] {
  const wanted = toLetters(fold(value))
  const most = Math.max(2, Math.floor(wanted.text.length / 2))
  const near: [number, string][] = []
  for (const candidate of candidates) {
    if (fewestSteps(wanted, candidate) > most) continue
    const steps = distance(wanted.text, candidate.text)
    if (steps <= most) near.push([steps, candidate.of])
  }
  near.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1))
  return near.slice(0, count).map(([, candidate]) => candidate)
}

/** `; did you mean 'x'?`, or nothing where nothing is near. */
export function didYouMean(value: string, candidates: Iterable<string>): string {
  const [first] = nearest(value, candidates, 1)
  return first === undefined ? '' : `; did you mean '${first}'?`
}
