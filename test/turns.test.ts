import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { isSliceOver, mapInTurns, turn } from '../src/model/turns.ts'

/** Work that lasts longer than a slice. */
function lasts() {
  for (const end = performance.now() + 2; performance.now() < end; );
}

t.test('of long work one slice is done in each turn of the event loop, in order', async t => {
  await setImmediate()
  let turns = 0
  let done = false
  const counting = (async () => {
    for (; !done; turns++) await setImmediate()
  })()
  const slices: [worker: number, turn: number][] = []
  const work = async (worker: number) => {
    for (let i = 0; i < 3; i++) {
      await turn()
      slices.push([worker, turns])
      lasts()
      t.ok(isSliceOver())
    }
  }
  const works: Promise<void>[] = []
  for (const worker of [1, 2, 3]) {
    works.push(work(worker))
    // A request comes when the one before has begun: its work follows without a turn of the event loop.
    while (worker === 1 && slices.length === 0) await Promise.resolve()
  }
  await Promise.all(works)
  done = true
  await counting
  t.strictSame(
    slices.map(([worker]) => worker),
    [1, 1, 2, 3, 1, 2, 3, 2, 3],
  )
  t.equal(new Set(slices.map(([, turn]) => turn)).size, 9, 'no turn has two of them')
})

t.test('many small steps go on in the slices of their work, whatever else waits', async t => {
  await setImmediate()
  let done = false
  let slices = 0
  const long = (async () => {
    for (; !done; slices++) {
      await turn()
      lasts()
    }
  })()
  for (let step = 0; step < 1_000; step++) await turn()
  done = true
  await long
  t.ok(slices < 100, `${slices} slices of other work in between`)
})

t.test('what makes answers has every other slice, however much is sent', async t => {
  await setImmediate()
  const order: string[] = []
  const work = async (name: string, kind: 'making' | 'sending') => {
    for (let i = 0; i < 3; i++) {
      await turn(kind)
      order.push(name)
      lasts()
    }
  }
  const sent = ['a', 'b', 'c', 'd'].map(name => work(name, 'sending'))
  await Promise.all([...sent, work('answer', 'making')])
  // All begin in one turn of the event loop; then each slice of the answer comes after one of the others at most.
  t.ok(order.lastIndexOf('answer') <= 8, order.join(' '))
  t.equal(order.length, 15, 'all get theirs')
})

t.test('what is short is done in one turn', async t => {
  await setImmediate()
  let isNext = false
  const next = setImmediate().then(() => {
    isNext = true
  })
  t.strictSame(await mapInTurns([1, 2, 3], number => number * 2), [2, 4, 6])
  t.notOk(isNext)
  await next
})
