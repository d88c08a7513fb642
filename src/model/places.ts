import { type Bounds, bounds } from './dates.ts'
import type { Place } from './region.ts'

/** Finds a place by its code. */
type Find = (code: string) => Pick<Place, 'kind' | 'parents'> | undefined

/** The places just above one at some time between two days. */
function parentsAt(find: Find, code: string, days: Bounds): string[] {
  const [first, last] = bounds(days)
  const parents = find(code)?.parents ?? []
  return parents
    .filter(({ from, until }) => {
      const [begin, end] = bounds({ earliest: from ?? null, latest: until ?? null })
      return begin <= last && end >= first
    })
    .map(parent => parent.code)
}

/** A place and all above it at some time between two days. */
export function upwards(find: Find, code: string, days: Bounds): string[] {
  const found = new Set([code])
  // The loop also visits the places that it adds.
  for (const one of found) for (const above of parentsAt(find, one, days)) found.add(above)
  return [...found]
}

/** The places whose law binds in a place by itself between two days: itself and all above it. An area makes no law. */
export const bindingIn = (find: Find, code: string, days: Bounds): string[] =>
  upwards(find, code, days).filter(one => one === code || find(one)?.kind !== 'area')
