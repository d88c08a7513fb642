import fc from 'fast-check'
import t from 'tap'
import { compareDated, dayNumber, isoDay, spanOf } from '../../src/model/dates.ts'
import { daysFrom, pad } from '../fixtures/calendar.ts'

const settings = { numRuns: 1_000, seed: 2021_09_24 }

t.test('days are numbered from 1970-01-01', async t => {
  const days = daysFrom(1890, 2049)
  const first = days.indexOf('1970-01-01')
  const isRight = (day: string, at: number) =>
    dayNumber(day) === at - first && isoDay(at - first) === day
  t.ok(days.every(isRight))
})

// A century without a leap day, and one with it.
const days = [...daysFrom(1900, 1909), ...daysFrom(2000, 2009)]
const forms: [precision: string, of: (day: string) => string][] = [
  ['day', day => day],
  ['month', day => day.slice(0, 7)],
  ['year', day => day.slice(0, 4)],
  ['decade', day => `${day.slice(0, 3)}X`],
]

type Span = { earliest: string; latest: string; precision: string }

/** Every year, month, day and decade of these days, with its first and last day. */
const points = new Map<string, Span>()
for (const latest of days)
  for (const [precision, of] of forms) {
    const earliest = points.get(of(latest))?.earliest ?? latest
    points.set(of(latest), { earliest, latest, precision })
  }

const isSame = (text: string, expected: object | undefined) =>
  JSON.stringify(spanOf(text)) === JSON.stringify(expected)

t.test('each year, month, day and decade has its days of the calendar', async t => {
  const wrong = [...points].filter(([text, span]) => !isSame(text, span))
  t.strictSame(wrong, [])
  t.ok(points.size > 7_500)
})

t.test('no other month or day is a date', async t => {
  const texts = ['1900', '2000', '2001'].flatMap(year =>
    Array.from({ length: 100 }, (_, month) => `${year}-${pad(month)}`).flatMap(month => [
      month,
      ...['00', '29', '30', '31', '32', '99'].map(day => `${month}-${day}`),
    ]),
  )
  const accepted = texts.filter(text => spanOf(text) !== undefined)
  const expected = texts.filter(text => points.has(text))
  t.strictSame(accepted, expected)
  t.ok(accepted.length > 80)
})

t.test('a pair reaches from the first day of one to the last day of the other', async t => {
  const point = fc.constantFrom(...points.entries())
  const property = fc.property(point, point, ([a, { earliest }], [b, { latest }]) => {
    const from = (precision: string) =>
      earliest <= latest ? { earliest, latest, precision } : undefined
    return (
      isSame(`${a}/${b}`, from('interval')) &&
      isSame(`[${a}..${b}]`, from('range')) &&
      isSame(`[${a}..]`, { earliest, latest: null, precision: 'open' }) &&
      isSame(`[..${b}]`, { earliest: null, latest, precision: 'open' })
    )
  })
  t.doesNotThrow(() => fc.assert(property, settings))
})

t.test('other forms of EDTF and other texts are refused', async t => {
  const refused = [
    ...['', ' 2021', '2021 ', '21', '2021-5', '2021-05-1', '20210521', '-2021', 'Y12021', '2021T'],
    ...['2021?', '2021~', '2021%', '20XX', '2021-XX', '2021-05-XX', '201x', '2021-05-21T00:00:00Z'],
    ...['[..]', '2021/', '/2021', '2021/..', '../2021', '2021..2022', '{2021..2022}', 'x/y', '/'],
    ...['[2021]', '[2021,2022]', '[2021..2022', '2021..2022]', '2021/2022/2023', '[2021/2022]'],
    ...['2022/2021', '[2021-06..2021-05]', '2021-02-30/2021-03', '[2021-01..2021-13]'],
    '[..2021-21]',
  ]
  for (const text of refused) t.equal(spanOf(text), undefined, `'${text}'`)
  for (const text of ['0000', '9999-12-31', '000X', '2021/2021', '[2021-05-21..2021-05-21]'])
    t.ok(spanOf(text), text)
})

t.test('a date with an open end comes last', async t => {
  const open = { earliest: null, latest: null, id: 'a' }
  t.ok(compareDated(open, { earliest: '9999-12-31', latest: null, id: 'b' }) > 0)
})
