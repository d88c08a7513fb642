import edtf from 'edtf'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { code } from './vocabulary.ts'

/** Milliseconds. */
export const DAY = 86_400_000

/** Days since 1970-01-01 of an ISO day. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY

/** The ISO day of a count of days since 1970-01-01. */
export const isoDay = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

const POINT = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{3}X`
const point = new RegExp(`^(?:${POINT})$`)
const interval = new RegExp(`^(${POINT})/(${POINT})$`)
const range = new RegExp(String.raw`^\[(${POINT})?\.\.(${POINT})?\]$`)

type Precision = 'day' | 'month' | 'year' | 'decade' | 'interval' | 'range' | 'open'
type Span = { earliest: string | null; latest: string | null; precision: Precision }

// Parsing takes about a fifth of a millisecond, and the same few dates come again and again.
const parsed = new LRUCache<string, { days: [string, string] | undefined }>({ max: 10_000 })

/** First and last day of a year, month, day or decade; undefined where it is none, or no such day exists. */
export function daysOf(text: string): [string, string] | undefined {
  const known = parsed.get(text)
  if (known) return known.days
  const days = parseDays(text)
  parsed.set(text, { days })
  return days
}

function parseDays(text: string): [string, string] | undefined {
  if (!point.test(text)) return undefined
  try {
    const { min, max } = edtf(text) as { min: number; max: number }
    const days: [string, string] = [isoDay(Math.floor(min / DAY)), isoDay(Math.floor(max / DAY))]
    // The library takes 2021-02-29 for 1 March, and a month of 21 to 41 for a season.
    return days.every(day => day.startsWith(text.replace('X', ''))) ? days : undefined
  } catch {
    return undefined
  }
}

const precisions: Record<number, Precision> = { 10: 'day', 7: 'month' }
const precisionOf = (text: string): Precision =>
  precisions[text.length] ?? (text.endsWith('X') ? 'decade' : 'year')

/**
 * The days that an EDTF text of one of the accepted forms may mean; undefined where it is of none of them.
 * Each end is parsed by itself: the library's own bounds of a set stop at its first member.
 */
export function spanOf(text: string): Span | undefined {
  const single = daysOf(text)
  if (single) return { earliest: single[0], latest: single[1], precision: precisionOf(text) }
  const [form, match] =
    [interval, range].map(form => [form, form.exec(text)] as const).find(([, m]) => m) ?? []
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined
  return spanBetween(match[1], match[2], form === interval ? 'interval' : 'range')
}

function spanBetween(
  from: string | undefined,
  to: string | undefined,
  precision: Precision,
): Span | undefined {
  const first = from === undefined ? null : daysOf(from)?.[0]
  const last = to === undefined ? null : daysOf(to)?.[1]
  if (first === undefined || last === undefined) return undefined
  if (first !== null && last !== null && first > last) return undefined
  return {
    earliest: first,
    latest: last,
    precision: first === null || last === null ? 'open' : precision,
  }
}

const FORMS = 'a year, month, day or decade (201X), a/b, [a..b], [..b] or [a..]'

const IsoDay = z.string().meta({ format: 'date' })

export const EventDate = z
  .object({
    edtf: z.string().describe(`The date in EDTF: ${FORMS}`),
    earliest: IsoDay.nullable().describe('First day that it may mean; null where it is open'),
    latest: IsoDay.nullable().describe('Last day that it may mean; null where it is open'),
    precision: code('precision').describe('How exact it is'),
    basis: code('date-basis').describe('Whence it is known'),
    note: z.string().optional().describe('The working, where it was worked out'),
  })
  .meta({
    id: 'EventDate',
    description: 'A date as exact as the sources give it. Civil dates where it took place.',
  })
export type EventDate = z.output<typeof EventDate>

/** A date as a curator writes it. */
export const DateSeed = EventDate.pick({ edtf: true, basis: true, note: true })
  .strict()
  .superRefine((date, context) => {
    if (!spanOf(date.edtf))
      context.addIssue({
        code: 'custom',
        path: ['edtf'],
        message: `'${date.edtf}' is no date; write ${FORMS}`,
      })
    if (date.basis !== 'stated' && !date.note)
      context.addIssue({
        code: 'custom',
        path: ['note'],
        message: `a date that is ${date.basis} needs a note with the working`,
      })
  })
export type DateSeed = z.output<typeof DateSeed>

/** The date that is served for the one a curator wrote, which has been checked. */
export function toEventDate({ edtf, basis, note }: DateSeed): EventDate {
  return { edtf, ...(spanOf(edtf) as Span), basis, ...(note === undefined ? {} : { note }) }
}

/** The first and last day of a date; null where it is open. */
export type Bounds = Pick<EventDate, 'earliest' | 'latest'>

/** First and last day as numbers, an open end at infinity. */
export const bounds = (date: Bounds | null): [number, number] => [
  date?.earliest ? dayNumber(date.earliest) : -Infinity,
  date?.latest ? dayNumber(date.latest) : Infinity,
]

/** Order of dated records: earliest (if open, latest), then latest, then id; open on both sides last. */
export function compareDated(a: Bounds & { id: string }, b: Bounds & { id: string }): number {
  const first = key(a) - key(b) || bounds(a)[1] - bounds(b)[1]
  return first || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

const FAR = Number.MAX_SAFE_INTEGER
const key = (date: Bounds): number => {
  const day = date.earliest ?? date.latest
  return day === null ? FAR : dayNumber(day)
}

/** Days from the linked interval to this one, `[min, max]`; an open end is null. */
export function lagDays(date: Bounds, linked: Bounds): [number | null, number | null] {
  const [first, last] = bounds(date)
  const [linkedFirst, linkedLast] = bounds(linked)
  const finite = (lag: number) => (Number.isFinite(lag) ? lag : null)
  return [finite(first - linkedLast), finite(last - linkedFirst)]
}
