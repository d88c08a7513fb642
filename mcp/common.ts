const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What two JSON Schemas both say, with the items of the lists of either; undefined where they disagree. */
export function common(a: unknown, b: unknown): unknown {
  if (Array.isArray(a) && Array.isArray(b)) return distinct([...a, ...b])
  if (!isObject(a) || !isObject(b)) return a === b ? a : undefined
  const entries = Object.entries(a).map(([key, value]) => [key, common(value, b[key])])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

const distinct = (items: unknown[]) => [
  ...new Map(items.map(item => [JSON.stringify(item), item])).values(),
]
