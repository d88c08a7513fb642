/** Something that lies between two places of a chart. */
type Placed = { x0: number; x1: number }

const GAP = 3

/** Puts each item in the first row in which it touches no other; items keep their order of x0. Gives the row of each and how many there are. */
export function packRows<T extends Placed>(items: T[]): { rows: Map<T, number>; count: number } {
  const ends: number[] = []
  const rows = new Map<T, number>()
  for (const item of items.toSorted((a, b) => a.x0 - b.x0)) {
    const free = ends.findIndex(end => end + GAP <= item.x0)
    const row = free < 0 ? ends.length : free
    ends[row] = item.x1
    rows.set(item, row)
  }
  return { rows, count: ends.length }
}

/** The groups with most items, at most so many, and the others together as one; in falling order of their size. */
export function largestGroups<T>(
  items: T[],
  keyOf: (item: T) => string,
  most: number,
  others: string,
): [key: string, items: T[]][] {
  const groups = [...Map.groupBy(items, keyOf)].sort((a, b) => b[1].length - a[1].length)
  const rest = groups.slice(most).flatMap(([, own]) => own)
  return rest.length > 0 ? [...groups.slice(0, most), [others, rest]] : groups
}
