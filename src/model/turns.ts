/** Milliseconds for which long work may keep others waiting. */
const SLICE_MS = 1

const waiting: (() => void)[] = []
/** When long work began in this turn of the event loop; undefined where none has. */
let began: number | undefined

/** Whether long work has lasted long enough in this turn of the event loop. */
export const isSliceOver = (): boolean =>
  began !== undefined && performance.now() - began >= SLICE_MS

/**
 * Waits until long work may go on: no time where none has lasted a slice in this turn of the event loop, else after
 * what waits already, one in each turn. So what is short waits for a slice at most, however much long work there is.
 */
export async function turn(): Promise<void> {
  if (waiting.length > 0 || isSliceOver())
    await new Promise<void>(resolve => {
      waiting.push(resolve)
    })
  else if (began === undefined) beginTurn()
}

function beginTurn() {
  began = performance.now()
  setImmediate(endTurn)
}

function endTurn() {
  began = undefined
  const next = waiting.shift()
  if (!next) return
  beginTurn()
  next()
}

/** What is made of each of many items, other work being let in between. */
export async function mapInTurns<T, R>(items: Iterable<T>, make: (item: T) => R): Promise<R[]> {
  const made: R[] = []
  await turn()
  for (const item of items) {
    made.push(make(item))
    if (isSliceOver()) await turn()
  }
  return made
}
