import { bounds, DAY, daysOf, type EventDate, isoDay, type Lag } from './dates.ts'

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
]

type Part = { day: string | undefined; month: string | undefined; year: string }

/** The day, month and year that a text such as 2021-09-24, 2021-09, 2021 or 202X names. */
function partsOf(text: string): Part {
  const [year = '', month, day] = text.split('-')
  return {
    day: day?.replace(/^0/, ''),
    month: month && MONTHS[Number(month) - 1],
    year: year.endsWith('X') ? `the ${year.replace('X', '0s')}` : year,
  }
}

const join = (...words: (string | undefined)[]): string => words.filter(Boolean).join(' ')

/** A day, month, year or decade in words: 24 September 2021. */
export function pointInWords(text: string): string {
  const { day, month, year } = partsOf(text)
  return join(day, month, year)
}

/** Two points with a word between them; the first leaves out the year, or month and year, that both have. */
function pairInWords(from: string, word: string, to: string): string {
  const [first, last] = [partsOf(from), partsOf(to)]
  const isSameYear = first.year === last.year && first.month !== undefined
  const isSameMonth = isSameYear && first.month === last.month && first.day !== undefined
  const short = isSameMonth ? first.day : isSameYear ? join(first.day, first.month) : undefined
  return `${short ?? pointInWords(from)} ${word} ${pointInWords(to)}`
}

/** The part of a month that a range covers: early is days 1 to 10, mid 11 to 20, late 21 to the end. */
function partOfMonth(from: string, to: string): string | undefined {
  const month = from.slice(0, 7)
  if (from.length !== 10 || to.slice(0, 7) !== month) return undefined
  const days = `${from.slice(8)}-${to.slice(8)}`
  const name = pointInWords(month)
  if (days === '01-10') return `early ${name}`
  if (days === '11-20') return `mid-${name}`
  const isToEnd = to === daysOf(month)![1]
  if (days.startsWith('21-') && isToEnd) return `late ${name}`
  return days.startsWith('01-') && isToEnd ? name : undefined
}

/** Whether one point follows another without a gap. */
const follows = (from: string, to: string): boolean =>
  from.length === to.length && daysOf(to)![0] === isoDay(Date.parse(daysOf(from)![1]) / DAY + 1)

function rangeInWords(from: string, to: string): string {
  if (from === '') return `by ${pointInWords(to)}`
  if (to === '') return `${pointInWords(from)} or later`
  const part = partOfMonth(from, to)
  if (part !== undefined) return part
  return follows(from, to) ? pairInWords(from, 'or', to) : `between ${pairInWords(from, 'and', to)}`
}

/** A date in words that are as exact as it is: late September 2021, 24 or 25 May 2021, by June 2020. */
export function dateInWords({ edtf }: Pick<EventDate, 'edtf'>): string {
  const [, from, to] = /^\[(.*)\.\.(.*)\]$/.exec(edtf) ?? []
  if (from !== undefined && to !== undefined) return rangeInWords(from, to)
  const [first, last] = edtf.split('/')
  return last === undefined ? pointInWords(edtf) : pairInWords(first!, 'to', last)
}

/** Days from one date to another in words: on the same day, 3 to 10 days later, up to 4 days before. */
export function lagInWords({ min, max }: Lag): string {
  if (min === null && max === null) return 'an unknown time before or later'
  if (min === 0 && max === 0) return 'on the same day'
  if (min !== null && min >= 0) return `${distanceInWords(min, max)} later`
  if (max !== null && max <= 0) return `${distanceInWords(-max, min === null ? null : -min)} before`
  if (min === null) return `up to ${daysInWords(max!)} later, or before`
  const before = `${daysInWords(-min)} before`
  return max === null ? `${before} or later` : `between ${before} and ${daysInWords(max)} later`
}

/** A distance of at least `near` and at most `far` days. */
function distanceInWords(near: number, far: number | null): string {
  if (far === null) return `at least ${daysInWords(near)}`
  if (near === far) return daysInWords(far)
  return near === 0 ? `up to ${daysInWords(far)}` : `${near} to ${daysInWords(far)}`
}

const daysInWords = (days: number) => `${days.toLocaleString('en')} ${days === 1 ? 'day' : 'days'}`

/** Whether a date is a single day. */
export const isExact = (date: EventDate): boolean => {
  const [first, last] = bounds(date)
  return first === last
}
