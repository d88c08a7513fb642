import { distance } from 'fastest-levenshtein'
import { fold } from '../model/nearest.ts'
import type { Dataset } from '../store/dataset.ts'

const LETTERS_A_SLIP = 3
const SHORTEST = 4
const MOST = 5
const plain = /^[\p{L}\p{N}\p{M}\s.'&]+$/u

/** An actor with the name that is near, and how near: 1 is the same. */
export type NearName = { id: string; name: string; score: number }

/**
 * The actors with a name that differs from a text by a slip of the pen, the nearest first: one letter in three may
 * differ, two neighbours in each other's place being one. None for a text that asks for more than a name.
 */
export function nearNames(dataset: Dataset, text: string): NearName[] {
  const wanted = fold(text)
  if (!plain.test(text) || wanted.length < SHORTEST) return []
  const best = new Map<string, { name: string; steps: number }>()
  const most = wanted.length / LETTERS_A_SLIP
  for (const { id, name, folded } of dataset.names) {
    // Most names are of another length: they are not compared.
    if (Math.abs(wanted.length - folded.length) > most) continue
    const steps = isSwapped(wanted, folded) ? 1 : distance(wanted, folded)
    if (steps <= most && steps < (best.get(id)?.steps ?? Infinity)) best.set(id, { name, steps })
  }
  return [...best]
    .sort(([, a], [, b]) => a.steps - b.steps)
    .slice(0, MOST)
    .map(([id, { name, steps }]) => ({ id, name, score: 1 - steps / wanted.length }))
}

/** Whether two texts are the same but for two neighbours in each other's place. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const [letters, others] = [[...a], [...b]]
  const at = letters.findIndex((letter, i) => letter !== others[i])
  const [first, second] = letters.slice(at, at + 2)
  if (at < 0 || first === undefined || second === undefined) return false
  return letters.toSpliced(at, 2, second, first).join('') === b
}
