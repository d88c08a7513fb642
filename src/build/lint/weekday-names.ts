import { DAY, dayNumber, daysOf } from '../../model/dates.ts'

/** The days since 1970-01-01 of a Sunday. */
const SUNDAY = 3

/** The names of the weekdays in a language, or in English if it is not known; Sunday is the first. */
function namesIn(language: string): string[] {
  // Without its further subtags, of which some are not possible.
  const [tag] = /^[a-z]+(?:-[A-Za-z]{4})?(?![^-])/.exec(language)!
  const options = { weekday: 'long', timeZone: 'UTC', calendar: 'gregory' } as const
  const { format } = new Intl.DateTimeFormat([tag, 'en'], options)
  return Array.from({ length: 7 }, (_, i) => format((SUNDAY + i) * DAY))
}

const english = namesIn('en')

/** The place in the week of a count of days since 1970-01-01; Sunday is 0. */
const weekdayOf = (day: number): number => new Date(day * DAY).getUTCDay()

/** The English name of the weekday of a count of days since 1970-01-01. */
export const weekdayName = (day: number): string => english[weekdayOf(day)]!

const unspaced = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

const toPattern = (name: string): RegExp =>
  unspaced.test(name)
    ? new RegExp(name, 'gu')
    : new RegExp(`(?<![\\p{L}\\p{M}])${name}(?![\\p{L}\\p{M}])`, 'giu')

/** Finds the names of weekdays in texts of a language: as they are written there, with their places in the week. */
export function weekdayFinder(language: string) {
  const patterns = namesIn(language).map(toPattern)
  return (text: string) =>
    patterns.flatMap((pattern, weekday) =>
      Array.from(text.matchAll(pattern), ([name]) => ({
        name,
        isThatOf: (day: number) => weekdayOf(day) === weekday,
      })),
    )
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const WEEKDAY = `\\b(?<weekday>${english.join('|')})`
const MONTH = `(?:${months.join('|')})[a-z]*\\.?`
const NUMBER = '\\d{1,2}(?:st|nd|rd|th)?'
const DATE = `\\b(?<date>(?:${NUMBER} ${MONTH}|${MONTH} ${NUMBER}),? \\d{4}|\\d{4}-\\d{2}-\\d{2})\\b`
/** Friday, 24 September 2021; Friday, September 24, 2021; 24 September 2021, a Friday; 2021-09-24 (Friday). */
const forms = [`${WEEKDAY},? ${DATE}`, `${DATE}(?:,? an? |, | \\()${WEEKDAY}`].map(
  form => new RegExp(form, 'gi'),
)

/** The days that an English text names with their year, as ISO days. */
export const daysIn = (text: string): string[] =>
  Array.from(text.matchAll(new RegExp(DATE, 'gi')), ([date]) => toDay(date))

/** The first date of an English text that is beside the name of another weekday, and the right name. */
export function misnamedIn(text: string): { date: string; is: string } | undefined {
  return forms
    .flatMap(form => [...text.matchAll(form)])
    .map(({ groups: { date = '', weekday = '' } = {} }) => ({ date, weekday }))
    .map(({ date, weekday }) => ({ date, weekday, is: nameOf(date) }))
    .find(({ weekday, is }) => weekday.toLowerCase() !== is.toLowerCase())
}

/** A date in English or ISO form as an ISO day, which may not exist. */
function toDay(date: string): string {
  const [text = ''] = /[a-z]{3}/i.exec(date) ?? []
  const month = months.indexOf(text.toLowerCase()) + 1
  const numbers = date.match(/\d+/g)!
  const parts = month > 0 ? [numbers[1], String(month), numbers[0]] : numbers
  return parts.map(part => part!.padStart(2, '0')).join('-')
}

function nameOf(date: string): string {
  const day = toDay(date)
  return daysOf(day) ? weekdayName(dayNumber(day)) : 'day that does not exist'
}
