/** Milliseconds for which long work may keep others waiting. */
const SLICE_MS = 1

/** Long work: what makes an answer, and what sends one that is made meanwhile, which may go on for ever. */
export type Work = 'making' | 'sending'

const waiting: Record<Work, (() => void)[]> = { making: [], sending: [] }
let turnOf: Work = 'making'
/** When long work began in this turn of the event loop; undefined where none has. */
let began: number | undefined

/** Whether long work has lasted long enough in this turn of the event loop. */
export const isSliceOver = (): boolean =>
  began !== undefined && performance.now() - began >= SLICE_MS

/**
 * Waits until long work may go on: no time where none has lasted a slice in this turn of the event loop, else after
 * what waits already, one in each turn. So what is short waits for a slice at most, however much long work there is,
 * and what makes answers has every other slice, however much is sent.
 */
export async function turn(work: Work = 'making'): Promise<void> {
  if (isSliceOver())
    await new Promise<void>(resolve => {
      waiting[work].push(resolve)
    })
  else if (began === undefined) beginTurn()
}

function beginTurn() {
  began = performance.now()
  setImmediate(endTurn)
}

function endTurn() {
  began = undefined
  const other = turnOf === 'making' ? 'sending' : 'making'
  const next = waiting[turnOf].shift() ?? waiting[other].shift()
  turnOf = other
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
