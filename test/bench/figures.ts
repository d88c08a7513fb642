import t from 'tap'
import { type Figures, inTurns, percentile } from '../../bench/figures.ts'
import { type Goal, goals, judge } from '../../bench/goals.ts'
import { cpuOf, residentOf, ticksOf } from '../../bench/processes.ts'
import { reportOf, toText } from '../../bench/report.ts'

t.test('a percentile is a value that was measured', async t => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
  t.equal(percentile(hundred, 0.99), 99)
  t.equal(percentile([9, 1, 5], 0.5), 5)
  t.equal(percentile([7], 0.99), 7)
})

t.test('servers take turns, and the first round does not count', async t => {
  const asked: string[] = []
  const measure = (name: string, values: number[]) => async () => {
    asked.push(name)
    return { rate: values[asked.filter(it => it === name).length - 1] as number }
  }
  const figures: Figures = new Map()
  const measures = { a: measure('a', [99, 1, 7, 5]), b: measure('b', [99, 2, 2, 2]) }
  await inTurns('speed', measures, { figures, rounds: 3 })
  t.equal(asked.join(''), 'abbaabba')
  t.strictSame(Object.fromEntries(figures), { 'speed/a/rate': 5, 'speed/b/rate': 2 })
})

t.test('processor time is read after a name with spaces and brackets', async t => {
  t.equal(ticksOf('47 (node (a) b) S 1 2 3 4 5 6 7 8 9 10 120 30 500 600 20 0 11'), 150)
  t.ok(cpuOf(process.pid) > 0 && residentOf(process.pid) > 10)
})

const figures = new Map([
  ['a/ours/cpu', 30],
  ['a/bare/cpu', 20],
])

t.test('a goal is met up to its limit', async t => {
  const cases: [over: string | undefined, Goal[4], limit: number, isMet?: boolean][] = [
    ['bare', '≤', 1.5, true],
    ['bare', '≤', 1.49, false],
    ['bare', '≥', 1.5, true],
    ['bare', '≥', 1.51, false],
    [undefined, '≤', 29, false],
    ['nobody', '≤', 1.5],
  ]
  for (const [over, sense, limit, isMet] of cases) {
    const value = over === 'nobody' ? undefined : over ? 1.5 : 30
    t.match(judge(['a', 'ours', over, 'cpu', sense, limit], figures), { value, isMet })
  }
})

t.test('the report has each goal and each figure once, with three digits', async t => {
  const keys = goals.flatMap(([what, server, over, unit]) =>
    [server, over ?? server].map(name => `${what}/${name}/${unit}`),
  )
  const all = new Map(keys.map(key => [key, 1_234.5]))
  const report = reportOf(all, 'Today.', ['Not measured: a tool'])
  for (const [what, server] of goals) t.match(report, `| ${what}: ${server}`)
  t.match(report, '| by id: ours ÷ fixed bytes, CPU a request, µs | 1 | ≤ 1.6 | met |')
  t.match(report, 'Not measured: a tool')
  t.equal(report.match(/^\| by id: ours \|/gm)?.length, 1)
  t.strictSame([1_234.5, 12.345, 0.012_345, undefined].map(toText), ['1,230', '12.3', '0.0123', ''])
})
