/** The groupings by time: the name of a day's period, and the period's first and last day. */
export const periods: Record<
  string,
  {
    label: (day: string) => string
    start: (day: string) => string
    end: (start: string) => string
  }
> = {
  year: {
    label: day => day.slice(0, 4),
    start: day => `${day.slice(0, 4)}-01-01`,
    end: start => lastOf(12, start),
  },
  quarter: {
    label: day => `${day.slice(0, 4)}-Q${quarter(day)}`,
    start: day => `${day.slice(0, 5)}${pad(quarter(day) * 3 - 2)}-01`,
    end: start => lastOf(3, start),
  },
  month: {
    label: day => day.slice(0, 7),
    start: day => `${day.slice(0, 7)}-01`,
    end: start => lastOf(1, start),
  },
}

const pad = (number: number) => String(number).padStart(2, '0')
const quarter = (day: string) => Math.ceil(Number(day.slice(5, 7)) / 3)

function lastOf(months: number, start: string): string {
  const date = new Date(`${start}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months, 0)
  return date.toISOString().slice(0, 10)
}
