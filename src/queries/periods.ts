/** The groupings by time: the name of a day's period, and the period's first and last day. */
export const periods: Record<
  string,
  {
    label: (day: string) => string
    next: (first: string) => string
    start: (day: string) => string
  }
> = {
  year: {
    label: day => day.slice(0, 4),
    start: day => `${day.slice(0, 4)}-01-01`,
    next: first => addMonths(first, 12),
  },
  quarter: {
    label: day => `${day.slice(0, 4)}-Q${quarter(day)}`,
    start: day => `${day.slice(0, 5)}${pad(quarter(day) * 3 - 2)}-01`,
    next: first => addMonths(first, 3),
  },
  month: {
    label: day => day.slice(0, 7),
    start: day => `${day.slice(0, 7)}-01`,
    next: first => addMonths(first, 1),
  },
}

const pad = (number: number) => String(number).padStart(2, '0')
const quarter = (day: string) => Math.ceil(Number(day.slice(5, 7)) / 3)

function addMonths(first: string, months: number): string {
  const date = new Date(`${first}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}
