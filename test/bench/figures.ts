import t from 'tap'
import { cursorAt } from '../../bench/cursors.ts'
import { type Goal, goals, judge } from '../../bench/goals.ts'
import { latenciesIn } from '../../bench/latencies.ts'
import { median, percentile } from '../../bench/medians.ts'
import { cpuOf, family, residentOf, ticksOf } from '../../bench/process-figures.ts'
import { shuffled } from '../../bench/subjects.ts'
import { tableOf, toText } from '../../bench/tables.ts'

t.test('a median is the middle value, or lies half way between two', async t => {
  t.equal(median([9, 1, 5]), 5)
  t.equal(median([9, 1, 5, 7]), 6)
  t.equal(median([4]), 4)
  t.throws(() => median([]), /median of nothing/)
})

t.test('a percentile is a value that was measured', async t => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
  t.equal(percentile(hundred, 0.99), 99)
  t.equal(percentile(hundred, 0.5), 50)
  t.equal(percentile([7], 0.99), 7)
})

t.test('processor time is read behind a name with spaces and brackets', async t => {
  const stat = '4711 (node (a) b) S 1 2 3 4 5 6 7 8 9 10 120 30 500 600 20 0 11'
  t.equal(ticksOf(stat), 150)
})

t.test('a process is measured with those that it has started', async t => {
  t.equal(family(process.pid)[0], process.pid)
  t.ok(cpuOf(process.pid) > 0)
  t.ok(residentOf(process.pid) > 10)
})

t.test('an answer that failed has taken forever', async t => {
  const log = '1700000000000000\t200\t412\n1700000000000100\t503\t90\n1700000000000200\t-1\t5\n'
  t.strictSame(latenciesIn(log), [412, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])
})

t.test('numbers are drawn in any order, none of them twice', async t => {
  t.strictSame(
    shuffled(50, 100).toSorted((a, b) => a - b),
    Array.from({ length: 50 }, (_, i) => i),
  )
  const some = shuffled(1_000, 100)
  t.equal(new Set(some).size, 100)
  t.ok(some.every(number => number < 1_000))
  t.notSame(
    some,
    some.toSorted((a, b) => a - b),
  )
})

const figures = new Map([
  ['a/ours/cpu', 30],
  ['a/bare/cpu', 20],
  ['a/ours/ms', 5],
])
const goal: Goal = {
  name: 'a',
  figure: 'a/ours/cpu',
  over: 'a/bare/cpu',
  limit: 1.5,
  sense: 'at most',
}

t.test('a goal is met up to its limit, and not beyond it', async t => {
  const verdicts: [Partial<Goal>, number | undefined, boolean | undefined][] = [
    [{}, 1.5, true],
    [{ limit: 1.49 }, 1.5, false],
    [{ sense: 'at least' }, 1.5, true],
    [{ sense: 'at least', limit: 1.51 }, 1.5, false],
    [{ over: undefined, limit: 30 }, 30, true],
    [{ over: undefined, limit: 29 }, 30, false],
    [{ limit: 1, or: { figure: 'a/ours/ms', limit: 5, unit: 'ms' } }, 1.5, true],
    [{ limit: 1, or: { figure: 'a/ours/ms', limit: 4, unit: 'ms' } }, 1.5, false],
    [{ limit: 1, or: { figure: 'not measured', limit: 4, unit: 'ms' } }, 1.5, false],
    [{ figure: 'not measured' }, undefined, undefined],
    [{ over: 'not measured' }, undefined, undefined],
  ]
  for (const [change, value, isMet] of verdicts) {
    const verdict = judge({ ...goal, ...change }, figures)
    t.strictSame([verdict.value, verdict.isMet], [value, isMet], JSON.stringify(change))
  }
})

t.test('what never ended meets no goal', async t => {
  const never = new Map([...figures, ['a/ours/cpu', Number.POSITIVE_INFINITY]])
  t.equal(judge(goal, never as typeof figures).isMet, false)
  const bothNever = new Map([...never, ['a/bare/cpu', Number.POSITIVE_INFINITY]])
  t.equal(judge(goal, bothNever as typeof figures).isMet, false)
})

t.test('no two goals have the same name', async t => {
  t.equal(new Set(goals.map(({ name }) => name)).size, goals.length)
})

t.test('a table is aligned', async t => {
  const table = tableOf(['', 'requests/s'], [['ours', '1']])
  t.equal(table, '|      | requests/s |\n| ---- | ---------- |\n| ours | 1          |')
})

t.test('numbers have three digits that count', async t => {
  const texts = [1_234.56, 12.345, 0.012_345, 999.9, 0, Number.POSITIVE_INFINITY].map(toText)
  t.strictSame(texts, ['1,235', '12.3', '0.0123', '1,000', '0', 'none'])
})

t.test('a cursor keeps its query and begins at another place', async t => {
  const cursor = Buffer.from('["release","query",100]').toString('base64url')
  t.equal(Buffer.from(cursorAt(cursor, 7), 'base64url').toString(), '["release","query",7]')
})
