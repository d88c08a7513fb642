import * as dates from '../../src/model/dates.ts'

const [FIRST, LAST] = [dates.dayNumber('2009-01-01'), dates.dayNumber('2025-12-31')]
const days = Array.from({ length: LAST - FIRST + 1 }, (_, i) => dates.isoDay(FIRST + i))
const months = [...new Set(days.map(day => day.slice(0, 7)))]
const years = [...new Set(days.map(day => day.slice(0, 4)))]
const often = (times: number, texts: string[]) => Array<string[]>(times).fill(texts).flat()

/** Every date in EDTF; months, years and decades more often than days. */
const texts = [
  ...[...days, ...often(6, months), ...often(30, years), ...often(20, ['200X', '201X'])],
  ...months.flatMap(month => [`[${month}-01..${month}-10]`, `${month}-11/${month}-20`]),
  ...months.flatMap(month => [`[..${month}-21]`, `[${month}-22..]`]),
]

const toDate = (edtf: string): dates.EventDate =>
  edtf.startsWith('[')
    ? dates.toEventDate({ edtf, basis: 'bounded', note: 'From two reports.' })
    : dates.toEventDate({ edtf, basis: 'stated' })

const inOrder = texts
  .map(text => ({ id: text, date: toDate(text) }))
  .sort((a, b) => dates.compareDated({ ...a.date, id: a.id }, { ...b.date, id: b.id }))

/** The date of an action. Rows are in the order of their dates. */
export const dateAt = (row: number, count: number): dates.EventDate =>
  inOrder[Math.floor((row * inOrder.length) / count)]?.date as dates.EventDate

/** The day so many days after the first that a date may mean, or after the last if it has no first. */
export const daysAfter = ({ earliest, latest }: dates.EventDate, number: number) =>
  toDate(dates.isoDay(dates.dayNumber((earliest ?? latest) as string) + number))
