/** Something that lies between two places of a chart. */
type Placed = { x0: number; x1: number }

const GAP = 3

const overlaps = (a: Placed, b: Placed): boolean => a.x0 < b.x1 + GAP && b.x0 < a.x1 + GAP

/** Puts each item in the first row in which it touches no other, short ones first, so that they fill the top rows. Gives the row of each and how many there are. */
export function packRows<T extends Placed>(items: T[]): { rows: Map<T, number>; count: number } {
  const filled: T[][] = []
  const rows = new Map<T, number>()
  for (const item of items.toSorted((a, b) => a.x1 - a.x0 - (b.x1 - b.x0) || a.x0 - b.x0)) {
    const free = filled.findIndex(row => !row.some(other => overlaps(item, other)))
    const row = free < 0 ? filled.push([]) - 1 : free
    filled[row]!.push(item)
    rows.set(item, row)
  }
  return { rows, count: filled.length }
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
