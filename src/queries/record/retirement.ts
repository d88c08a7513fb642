import type { Dataset, Retired } from '../../dataset/dataset.ts'
import { quoted, type Reason } from '../../model/issues.ts'

/** The id in the path of a record. */
export const idOf = (path: string): string => path.slice(path.indexOf('/') + 1)

/** What happened to a retired id, in words. */
export function describeRetirement({ into, reason, note, release }: Retired): string {
  const event =
    into === null
      ? `was withdrawn in release ${release}`
      : `is ${quoted(idOf(into))} since ${release}`
  return `${event} (${reason ?? 'not released yet'})${note === null ? '' : `: ${note}`}`
}

/** Why a parameter's value that names a retired record is refused; `toValue` gives the value to use instead. */
export function retiredReason(dataset: Dataset, path: string, value: string, toValue = idOf) {
  const retired = dataset.retired(path)
  if (!retired) return undefined
  const reason: Reason = { message: `${quoted(value)} ${describeRetirement(retired)}` }
  return retired.into === null ? reason : { ...reason, did_you_mean: [toValue(retired.into)] }
}
