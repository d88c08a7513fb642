import { distance } from 'fastest-levenshtein'

/** Case, width, accents' composition, apostrophes and spaces folded, so that names compare as people read them. */
export const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/['’]/gu, '').replaceAll(/\s+/gu, ' ').trim()

/** The candidates closest to `value` by edit distance, nearest first, none that shares less than half of it. */
export function nearest(value: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = fold(value)
  const near: [number, string][] = []
  for (const candidate of new Set(candidates)) {
    const steps = distance(wanted, fold(candidate))
    if (steps <= Math.max(2, Math.floor(wanted.length / 2))) near.push([steps, candidate])
  }
  near.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1))
  return near.slice(0, count).map(([, candidate]) => candidate)
}

/** `; did you mean 'x'?`, or nothing where nothing is near. */
export function didYouMean(value: string, candidates: Iterable<string>): string {
  const [first] = nearest(value, candidates, 1)
  return first === undefined ? '' : `; did you mean '${first}'?`
}
