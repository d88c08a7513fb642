let last: Promise<void> = Promise.resolve()

/**
 * Lets waiting requests run. Long work calls it about once a millisecond; of all work that waits here, one piece goes
 * on in each turn of the event loop, in the order of the calls.
 */
export function yieldToOthers(): Promise<void> {
  last = last.then(() => new Promise(resolve => setImmediate(resolve)))
  return last
}

/** Items in groups of `size`. */
export function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = []
  for (const item of items) {
    if (batch.push(item) < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Maps many items, yielding to other requests before each group of `size`. */
export async function mapInBatches<T, R>(items: Iterable<T>, size: number, map: (item: T) => R) {
  const results: R[] = []
  for (const item of items) {
    if (results.length % size === 0) await yieldToOthers()
    results.push(map(item))
  }
  return results
}
