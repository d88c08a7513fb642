import { CalendarDate } from '../../model/dates.ts'
import { quoted } from '../../model/issues.ts'
import type { Layout } from '../../model/register.ts'
import { Unclear } from '../rules.ts'

/** How days are written, as ISO days, months or years. */
const forms: Record<Layout['dates'], (text: string) => string | undefined> = {
  'Y-M-D': text => text,
  'D/M/Y': text => {
    const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
    return year && `${year}-${month}-${day}`
  },
}

/** Reads a day, month or year; an empty text is none. */
export function readDay(form: Layout['dates'], text: string): string {
  if (text === '') return ''
  const iso = forms[form](text)
  const read = CalendarDate.safeParse(iso)
  if (!read.success) throw new Unclear(`${quoted(text)} is no day`)
  return read.data
}
