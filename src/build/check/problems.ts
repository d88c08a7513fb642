import { didYouMean } from '../../model/names.ts'
import type { Entry } from '../seed/entry.ts'

/** A mistake in a record: the path of the value there, and the reason. */
export type Problem = [path: PropertyKey[], reason: string]

/** The problems that a check finds in entries, with their positions. */
export const problemsIn = <E extends Pick<Entry<unknown>, 'at'>>(
  entries: E[],
  check: (entry: E) => Iterable<Problem>,
): string[] => entries.flatMap(entry => Array.from(check(entry), one => entry.at(...one)))

/** A problem unless the id is known or absent. */
export const unlessKnown = (
  known: Pick<Map<string, unknown>, 'has' | 'keys'>,
  path: PropertyKey[],
  id: string | null | undefined,
): Problem[] =>
  id === null || id === undefined || known.has(id)
    ? []
    : [[path, `'${id}' is not known${didYouMean(id, known.keys())}`]]

/** A check of keys one by one: a problem with each that it has seen before. */
export function unlessRepeated(): (path: PropertyKey[], key: string) => Problem[] {
  const seen = new Set<string>()
  return (path, key) => {
    const { size } = seen
    return seen.add(key).size > size ? [] : [[path, `'${key}' is repeated`]]
  }
}

/** Whether a node comes after itself in one or more steps. */
export function isOnCycle(node: string, next: (node: string) => string[]): boolean {
  const reached = new Set(next(node))
  // The loop also visits the nodes that it adds.
  for (const other of reached) for (const one of next(other)) reached.add(one)
  return reached.has(node)
}

/** The nodes that close a cycle, at least one for each. Unlike isOnCycle for every node, it takes each step once. */
export function closersOfCycles(next: Map<string, string[]>): Set<string> {
  const [closers, path, done] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const stack = [...next.keys()]
  for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
    if (path.delete(node) || done.has(node)) {
      done.add(node)
      stack.pop()
      continue
    }
    path.add(node)
    for (const one of next.get(node) ?? [])
      if (path.has(one)) closers.add(node)
      else stack.push(one)
  }
  return closers
}
