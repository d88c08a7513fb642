import fc from 'fast-check'
import t from 'tap'
import { DateSeed, spanOf, toEventDate } from '../../src/model/dates.ts'
import { daysFrom } from '../fixtures/calendar.ts'

// A century without a leap day, one with it, and the years that the dataset is about.
const days = [...daysFrom(1900, 1909), ...daysFrom(2000, 2009), ...daysFrom(2020, 2029)]
const forms: [precision: string, of: (day: string) => string][] = [
  ['day', day => day],
  ['month', day => day.slice(0, 7)],
  ['year', day => day.slice(0, 4)],
  ['decade', day => `${day.slice(0, 3)}X`],
]

type Span = { earliest: string; latest: string; precision: string }

/** Every year, month, day and decade of these days, with its first and last one. */
const points = new Map<string, Span>()
for (const latest of days)
  for (const [precision, of] of forms) {
    const earliest = points.get(of(latest))?.earliest ?? latest
    points.set(of(latest), { earliest, latest, precision })
  }

const isSame = (text: string, expected: object | undefined) =>
  JSON.stringify(spanOf(text)) === JSON.stringify(expected)

t.test('each year, month, day and decade has the days that the calendar gives it', async t => {
  const wrong = [...points].filter(([text, span]) => !isSame(text, span))
  t.strictSame(wrong, [])
  t.ok(points.size > 11_000)
})

t.test('what the calendar does not have is no date', async t => {
  const texts: string[] = []
  for (const year of ['1900', '2000', '2021', '2024'])
    for (let month = 0; month < 100; month++) {
      const text = `${year}-${String(month).padStart(2, '0')}`
      texts.push(text, ...['00', '29', '30', '31', '32', '99'].map(day => `${text}-${day}`))
    }
  const accepted = texts.filter(text => spanOf(text) !== undefined)
  t.strictSame(
    accepted,
    texts.filter(text => points.has(text)),
  )
  t.ok(accepted.length > 100)
})

t.test('two of them reach from the first day of one to the last of the other', async t => {
  const point = fc.constantFrom(...points.keys())
  const property = fc.property(point, point, (a, b) => {
    const earliest = points.get(a)?.earliest as string
    const latest = points.get(b)?.latest as string
    const from = (precision: string) =>
      earliest <= latest ? { earliest, latest, precision } : undefined
    return (
      isSame(`${a}/${b}`, from('interval')) &&
      isSame(`[${a}..${b}]`, from('range')) &&
      isSame(`[${a}..]`, { earliest, latest: null, precision: 'open' }) &&
      isSame(`[..${b}]`, { earliest: null, latest, precision: 'open' })
    )
  })
  t.doesNotThrow(() => fc.assert(property, { numRuns: 1_000, seed: 2021_09_24 }))
})

t.test('other forms of EDTF, and what is none, are refused', async t => {
  const refused = [
    ...['', ' 2021', '2021 ', '21', '2021-5', '2021-05-1', '20210521', '-2021', 'Y12021', '2021T'],
    ...['2021?', '2021~', '2021%', '20XX', '2021-XX', '2021-05-XX', '201x', '2021-05-21T00:00:00Z'],
    ...['[..]', '2021/', '/2021', '2021/..', '../2021', '2021..2022', '{2021..2022}', 'x/y', '/'],
    ...['[2021]', '[2021,2022]', '[2021..2022', '2021..2022]', '2021/2022/2023', '[2021/2022]'],
    ...[
      '2022/2021',
      '[2021-06..2021-05]',
      '2021-02-30/2021-03',
      '[2021-01..2021-13]',
      '[..2021-21]',
    ],
  ]
  for (const text of refused) t.equal(spanOf(text), undefined, `'${text}'`)
  for (const text of ['0000', '9999-12-31', '000X', '2021/2021', '[2021-05-21..2021-05-21]'])
    t.ok(spanOf(text), text)
})

t.test(
  'a date that a curator wrote must exist, and have its working unless it is stated',
  async t => {
    const faultsOf = (date: object) => DateSeed.safeParse(date).error?.issues ?? []
    t.strictSame(faultsOf({ edtf: '2021', basis: 'stated' }), [])
    t.strictSame(faultsOf({ edtf: '2021', basis: 'bounded', note: 'Told in that year.' }), [])
    for (const basis of ['relative', 'bounded', 'inferred'])
      t.match(faultsOf({ edtf: '2021', basis }), [{ path: ['note'] }])
    const [fault] = faultsOf({ edtf: '2021-02-30', basis: 'stated' })
    t.match(fault, { path: ['edtf'], message: "'2021-02-30' is no date" })
  },
)

t.test('the date that is served says the days, and the working if there is one', async t => {
  const may = { earliest: '2021-05-01', latest: '2021-05-31', precision: 'month' }
  const stated = { edtf: '2021-05', basis: 'stated' } as const
  t.strictSame(toEventDate(stated), { ...stated, ...may })
  t.strictSame(toEventDate({ ...stated, note: 'Why' }), { ...stated, ...may, note: 'Why' })
})
