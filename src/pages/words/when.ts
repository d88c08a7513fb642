import { dateInWords } from '../../model/date-words.ts'
import type { EventDate } from '../../model/dates.ts'

/** Words of a date that need no word before them. */
const COMPLETE = /^(?:by|between) | or later$/

/** When something happened: on 24 September 2021, in late September 2021, by June 2020. */
export function whenInWords(date: Pick<EventDate, 'edtf'>): string {
  const words = dateInWords(date)
  if (COMPLETE.test(words)) return words
  if (date.edtf.includes('/')) return `from ${words}`
  return `${/^\d{1,2} /.test(words) ? 'on' : 'in'} ${words}`
}
