import { setImmediate } from 'node:timers/promises'

const CHUNK = 100

/** Texts of a hundred items each, the event loop being let in between. */
export async function* inChunks<T>(
  items: Iterable<T>,
  toText: (items: T[]) => string,
): AsyncGenerator<string> {
  let chunk: T[] = []
  for (const item of items) {
    chunk.push(item)
    if (chunk.length < CHUNK) continue
    yield toText(chunk)
    chunk = []
    await setImmediate()
  }
  if (chunk.length > 0) yield toText(chunk)
}
