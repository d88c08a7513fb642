import { z } from 'zod'
import { code } from './vocabulary.ts'

/** Milliseconds. */
export const DAY = 86_400_000

/** Days since 1970-01-01 of an ISO day. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY

/** The ISO day of a count of days since 1970-01-01. */
export const isoDay = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

type Precision = 'day' | 'month' | 'year' | 'decade' | 'interval' | 'range' | 'open'
type Span = Bounds & { precision: Precision }

const point = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{3}X)$/

/** First and last day of a year, month, day or decade; undefined where it is none, or no such day exists. */
export function daysOf(text: string): [string, string] | undefined {
  const first = `${text.replace('X', '0')}-01-01`.slice(0, 10)
  if (!point.test(text) || !isDay(first)) return undefined
  const isMonth = text.length === 7
  return [first, isMonth ? lastOfMonth(first) : `${text.replace('X', '9')}-12-31`.slice(0, 10)]
}

/** Whether a day exists: JavaScript takes 2021-02-30 for 2 March. */
const isDay = (text: string) => !Number.isNaN(dayNumber(text)) && isoDay(dayNumber(text)) === text

const lastOfMonth = (first: string): string =>
  isoDay(new Date(first).setUTCMonth(Number(first.slice(5, 7)), 0) / DAY)

/** A day, month or year; `misshapen` is the message for a text of another form, `missing` for a date that does not exist. */
export const dayText = (form: RegExp, misshapen: string, missing: string) =>
  z
    .string()
    .regex(form, { abort: true, error: misshapen })
    .refine(text => daysOf(text) !== undefined, missing)

/** A single day. */
export const Day = dayText(/^\d{4}-\d{2}-\d{2}$/, 'not a day', 'no such day').meta({
  format: 'date',
})

/** A day, a month or a year. */
export const CalendarDate = dayText(
  /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/,
  'not a year, month or day',
  'no such day',
)

const precisions: Record<number, Precision> = { 10: 'day', 7: 'month' }
const precisionOf = (text: string): Precision =>
  precisions[text.length] ?? (text.endsWith('X') ? 'decade' : 'year')

/** The days that an EDTF text of one of the accepted forms may mean; undefined where it is of none of them. */
export function spanOf(text: string): Span | undefined {
  const days = daysOf(text)
  if (days) return { earliest: days[0], latest: days[1], precision: precisionOf(text) }
  const [, from, to] = /^(.+)\/(.+)$/.exec(text) ?? /^\[(.*)\.\.(.*)\]$/.exec(text) ?? []
  if (from === undefined || to === undefined) return undefined
  const earliest = from === '' ? null : daysOf(from)?.[0]
  const latest = to === '' ? null : daysOf(to)?.[1]
  if (earliest === undefined || latest === undefined) return undefined
  if (earliest === null || latest === null)
    return earliest === latest ? undefined : { earliest, latest, precision: 'open' }
  const precision = text.startsWith('[') ? 'range' : 'interval'
  return earliest <= latest ? { earliest, latest, precision } : undefined
}

const FORMS = 'a year, month, day or decade (201X), a/b, [a..b], [..b] or [a..]'

export const IsoDay = z.string().meta({ format: 'date' })

export const EventDate = z
  .object({
    edtf: z.string().describe(`The date in EDTF: ${FORMS}`),
    earliest: IsoDay.nullable().describe('First day that it may mean; null where it is open'),
    latest: IsoDay.nullable().describe('Last day that it may mean; null where it is open'),
    precision: code('precision').describe('How exact it is'),
    basis: code('date-basis').describe('How we know it'),
    floor: z
      .literal(true)
      .optional()
      .describe(
        'True if nothing limits the start: earliest is then the day of the first Bitcoin block',
      ),
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
  .superRefine(({ edtf, basis, note }, { addIssue }) => {
    if (!spanOf(edtf)) {
      const message = `'${edtf}' is no date; write ${FORMS}`
      addIssue({ code: 'custom', path: ['edtf'], message })
    }
    if (basis !== 'stated' && !note) {
      const message = `a date that is ${basis} needs a note with the working`
      addIssue({ code: 'custom', path: ['note'], message })
    }
  })
export type DateSeed = z.output<typeof DateSeed>

/** The date that is served for the one a curator wrote, which has been checked. */
export function toEventDate({ edtf, basis, note }: DateSeed): EventDate {
  const span = spanOf(edtf)!
  const isFloored = span.earliest === null && span.latest !== null && span.latest >= FIRST_BLOCK
  return {
    edtf,
    ...span,
    ...(isFloored && { earliest: FIRST_BLOCK }),
    basis,
    ...(isFloored && { floor: true as const }),
    ...(note === undefined ? {} : { note }),
  }
}

/** The day of the first Bitcoin block: nothing that the dataset describes is older. */
export const FIRST_BLOCK = '2009-01-03'

/** No two days that EDTF can write are further apart. */
const MOST_DAYS = 4_000_000

/** The first and last day of a date; null where it is open. */
export type Bounds = Pick<EventDate, 'earliest' | 'latest' | 'floor'>

/** First and last day as numbers, an open end at infinity. */
export const bounds = (date: Bounds | null): [number, number] => [
  date?.earliest ? dayNumber(date.earliest) : -Infinity,
  date?.latest ? dayNumber(date.latest) : Infinity,
]

/** Order of dated records: earliest (if open or the floor, latest), then latest, then id; open on both sides last. */
export function compareDated(a: Bounds & { id: string }, b: Bounds & { id: string }): number {
  const first = key(a) - key(b) || bounds(a)[1] - bounds(b)[1]
  return first || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

const key = ({ earliest, latest, floor }: Bounds): number =>
  bounds({ earliest: null, latest: (floor ? null : earliest) ?? latest })[1]

const Days = z.int().min(-MOST_DAYS).max(MOST_DAYS).nullable()

/** Days from one date to another, at least and at most. */
export const Lag = z
  .object({
    min: Days.describe('At least; null where it is open'),
    max: Days.describe('At most; null where it is open'),
  })
  .meta({ id: 'Lag' })
export type Lag = z.output<typeof Lag>

/** Days from the linked date to this one; an open end is null. */
export function lagDays(date: Bounds, linked: Bounds): Lag {
  const [first, last] = bounds(date)
  const [linkedFirst, linkedLast] = bounds(linked)
  const finite = (lag: number) => (Number.isFinite(lag) ? lag : null)
  return { min: finite(first - linkedLast), max: finite(last - linkedFirst) }
}
