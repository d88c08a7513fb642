import { dateInWords, pointInWords } from '../../model/date-words.ts'
import type { EventDate } from '../../model/dates.ts'
import { type Html, html } from '../html.ts'

/** A single day in words. */
export const dayText = (day: string): Html =>
  html`<time datetime="${day}">${pointInWords(day)}</time>`

/** Since when something holds, in words that are as exact as its date. */
export function sinceWords(date: EventDate | null): string {
  if (date === null) return 'since an unknown day'
  const words = dateInWords(date)
  if (words.startsWith('by ')) return `since ${words.slice(3)} or earlier`
  return words.startsWith('between ') ? `since a day ${words}` : `since ${words}`
}

/** Until when something held, in words that are as exact as its date. */
export function untilWords(date: EventDate): string {
  const words = dateInWords(date)
  if (words.startsWith('by ')) return `until ${words.slice(3)} or earlier`
  return words.startsWith('between ') ? `until a day ${words}` : `until ${words}`
}
