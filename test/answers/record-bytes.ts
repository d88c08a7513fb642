import fc from 'fast-check'
import t from 'tap'
import { testApp } from '../fixtures/app.ts'

const { datasets } = await testApp(t)
const { dataset } = datasets
const [first, end] = dataset.span('actions')
const row = fc.integer({ min: first, max: end - 1 })

/** Rows that follow each other, upwards or downwards. */
const range = fc
  .tuple(row, fc.integer({ min: 1, max: 60 }), fc.boolean())
  .map(([from, count, isDown]) => {
    const rows = Array.from({ length: Math.min(count, end - from) }, (_, i) => from + i)
    return isDown ? rows.reverse() : rows
  })
const list = fc.array(row, { maxLength: 60 })
const almostRange = fc.tuple(range, list).map(([rows, others]) => [...rows, ...others])
const frame = fc.constantFrom<[string, string, string]>(
  ['{"data":[', ',', '],"meta":{"query":"‘é’"}}'],
  ['', '\n', '\n'],
)

t.test(
  'records are put together in the order of any rows, with what stands around them',
  async t => {
    fc.assert(
      fc.property(fc.oneof(range, list, almostRange), frame, (rows, [before, between, after]) => {
        const records = rows.map(one => dataset.record(one).json)
        const bytes = dataset.joined(rows, [before, between, after])
        return bytes.toString() === before + records.join(between) + after
      }),
      { numRuns: 500 },
    )
    t.ok(end - first > 60)
  },
)
