import { isDeepStrictEqual } from 'node:util'
import type { Value } from './records.ts'
import { isObject } from './short-forms.ts'

/** Whether a value of a draft is in the record that exists, which may have more since: items of lists, and values where the draft has none. */
function isContained(draft: unknown, existing: unknown): boolean {
  if (draft === null || draft === undefined) return true
  if (Array.isArray(draft) && Array.isArray(existing))
    return draft.every(item => existing.some(one => isDeepStrictEqual(one, item)))
  if (isObject(draft) && isObject(existing))
    return Object.entries(draft).every(([key, value]) => isContained(value, existing[key]))
  return isDeepStrictEqual(draft, existing)
}

/** The fields of a draft's record that the existing one does not contain. */
export const newIn = (draft: Value, existing: Value): string[] =>
  Object.keys(draft).filter(name => !isContained(draft[name], existing[name]))

/** How many items a record loses by being written again, by list. */
export function lossesIn(now: Value, before: Value): [list: string, count: number][] {
  const lists = Object.keys(before).filter(name => Array.isArray(before[name]))
  return lists
    .map((name): [string, number] => {
      const [old, kept] = [before[name], now[name]] as [unknown[], unknown[]]
      return [name, old.filter(one => !kept.some(item => isDeepStrictEqual(one, item))).length]
    })
    .filter(([, count]) => count > 0)
}
