import { didYouMean } from '../model/nearest.ts'
import type { Entry } from './seed.ts'

/** Reports a mistake at a path of a seed entry. */
export type Report = (path: PropertyKey[], reason: string) => void

/** Runs a check over entries and collects what it reports. */
export function collect<T>(
  entries: Entry<T>[],
  check: (value: T, report: Report) => void,
): string[] {
  const problems: string[] = []
  for (const { value, at } of entries)
    check(value, (path, reason) => problems.push(at(path, `${path.join('.')}: ${reason}`)))
  return problems
}

/** Reports a value that is not among the known ones, with the nearest; nothing where there is no value. */
export function expectKnown(
  report: Report,
  known: Set<string>,
  path: PropertyKey[],
  value: string | null | undefined,
) {
  if (value !== null && value !== undefined && !known.has(value))
    report(path, `'${value}' is not known${didYouMean(value, known)}`)
}

/** Reports each item of a list whose value, found by `key`, is not among the known ones. */
export function expectEachKnown<T>(
  report: Report,
  known: Set<string>,
  [list, key]: [list: string, key: string],
  items: T[],
  value: (item: T) => string | undefined,
) {
  for (const [index, item] of items.entries())
    expectKnown(report, known, [list, index, key], value(item))
}

/** Reports each key that an earlier item of the list has already. */
export function expectUnique(report: Report, path: PropertyKey[], keys: string[]) {
  for (const [index, key] of keys.entries())
    if (keys.indexOf(key) < index) report([...path, index], `'${key}' is there twice`)
}
