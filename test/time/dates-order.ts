import fc from 'fast-check'
import t from 'tap'
import { bounds, compareDated, dayNumber, isoDay, lagDays } from '../../src/model/dates.ts'
import { daysFrom } from '../fixtures/calendar.ts'

const days = daysFrom(1890, 2049)
const week = days.slice(0, 8)

type Dated = { id: string; earliest: string | null; latest: string | null }

/** Dates of a few days, so that they often meet, open on either side as often as not. */
const dated: fc.Arbitrary<Dated> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  earliest: fc.option(fc.constantFrom(...week.slice(0, 5)), { freq: 2 }),
  latest: fc.option(fc.constantFrom(...week.slice(3, 8)), { freq: 2 }),
})
const settings = { numRuns: 1_000, seed: 2021_09_24 }

t.test('days count from 1970, and back', async t => {
  const first = dayNumber('1890-01-01')
  t.equal(dayNumber('1970-01-01'), 0)
  t.strictSame(
    days.map(dayNumber),
    days.map((_, at) => at + first),
  )
  t.strictSame(
    days.map(day => isoDay(dayNumber(day))),
    days,
  )
})

t.test('the order is by first day (if open, last day), then last day, then id', async t => {
  const LAST = '9999-99-99'
  const key = ({ earliest, latest, id }: Dated) =>
    `${earliest ?? latest ?? LAST} ${latest ?? LAST} ${id}`
  const property = fc.property(fc.array(dated), all => {
    const keys = all.toSorted(compareDated).map(key)
    return keys.join() === all.map(key).sort().join()
  })
  t.doesNotThrow(() => fc.assert(property, settings))
  const open = { earliest: null, latest: null, id: 'a' }
  t.ok(compareDated(open, { earliest: '9999-12-31', latest: null, id: 'b' }) > 0, 'comes last')
})

t.test('a lag reaches from the least to the greatest distance of two days', async t => {
  const within = ({ earliest, latest }: Dated) =>
    week.filter(day => day >= (earliest ?? '') && day <= (latest ?? '9999'))
  const property = fc.property(dated, dated, (date, linked) => {
    fc.pre(within(date).length > 0 && within(linked).length > 0)
    const lags = within(date).flatMap(day =>
      within(linked).map(other => week.indexOf(day) - week.indexOf(other)),
    )
    const least = date.earliest && linked.latest ? Math.min(...lags) : null
    const greatest = date.latest && linked.earliest ? Math.max(...lags) : null
    const [min, max] = lagDays(date, linked)
    return min === least && max === greatest
  })
  t.doesNotThrow(() => fc.assert(property, settings))
})

t.test('an end that is open lies at infinity', async t => {
  t.strictSame(bounds(null), [-Infinity, Infinity])
  t.strictSame(bounds({ earliest: null, latest: '1970-01-02' }), [-Infinity, 1])
  t.strictSame(bounds({ earliest: '1969-12-31', latest: null }), [-1, Infinity])
})
