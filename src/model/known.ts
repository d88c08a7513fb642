/** The value of a key that is known to be in a map. Throws if it is not: a fault of the program. */
export function getKnown<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`'${key}' is not known`)
  return value
}
