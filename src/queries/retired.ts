import type { Retired } from '../store/retired.ts'
import { type Fault, quoted } from './refusal.ts'

/** The id in the path of a record. */
export const idOf = (path: string): string => path.slice(path.indexOf('/') + 1)

/** What became of an id that no record has any more, in words. */
export function tellFate({ into, reason, note, release }: Retired): string {
  const what =
    into === null
      ? `was withdrawn in release ${release}`
      : `is ${quoted(idOf(into))} since ${release}`
  return `${what} (${reason ?? 'not released yet'})${note === null ? '' : `: ${note}`}`
}

/** What is wrong with a value that names such an id; `toValue`: what to name instead, by the path of the record. */
export const retiredFault = (
  value: string,
  retired: Retired,
  toValue = idOf,
): Omit<Fault, 'parameter'> => ({
  message: `${quoted(value)} ${tellFate(retired)}`,
  ...(retired.into === null ? {} : { did_you_mean: [toValue(retired.into)] }),
})
