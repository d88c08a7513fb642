import { isSliceOver, turn, type Work } from './turns.ts'

/** Items made into text at a time: so few that they last less than a slice. */
const AT_ONCE = 10
const LETTERS = 65_536

/** Items as texts of some size, other work being let in between. */
export async function* inChunks<T>(
  items: Iterable<T>,
  toText: (items: T[]) => string,
  work: Work = 'sending',
): AsyncGenerator<string> {
  await turn(work)
  let text = ''
  for (const some of batches(items)) {
    text += toText(some)
    if (text.length < LETTERS && !isSliceOver()) continue
    yield text
    text = ''
    await turn(work)
  }
  if (text !== '') yield text
}

function* batches<T>(items: Iterable<T>): Generator<T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
