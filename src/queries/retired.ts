import type { Retired } from '../store/dataset.ts'
import { type Fault, quoted } from './refusal.ts'

/** The id in the path of a record. */
export const idOf = (path: string): string => path.slice(path.indexOf('/') + 1)

/** What became of an id that no record has any more, in words. */
export const tellFate = ({ into, reason, note, release }: Retired): string =>
  into === null
    ? `was withdrawn in release ${release} (${reason}): ${note}`
    : `is ${quoted(idOf(into))} since release ${release} (${reason}): ${note}`

/** What is wrong with a value that names such an id. */
export const retiredFault = (value: string, retired: Retired): Omit<Fault, 'parameter'> => ({
  message: `${quoted(value)} ${tellFate(retired)}`,
  ...(retired.into === null ? {} : { did_you_mean: [idOf(retired.into)] }),
})
