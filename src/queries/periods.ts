import { DAY } from '../model/dates.ts'

/** The groupings by time, the longest first: how long a period is, and the name of the one that a day lies in. */
export const periods: Record<string, { months: number; label: (day: string) => string }> = {
  year: { months: 12, label: day => day.slice(0, 4) },
  quarter: {
    months: 3,
    label: day => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  },
  month: { months: 1, label: day => day.slice(0, 7) },
}

/** The first day of the period of so many months that a day lies in, or of one so many periods later. */
export function startOf(day: number, months: number, later = 0): number {
  const date = new Date(day * DAY)
  const month = date.getUTCMonth()
  return date.setUTCMonth(month - (month % months) + later * months, 1) / DAY
}
