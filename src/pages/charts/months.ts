import { DAY, dayNumber, daysOf } from '../../model/dates.ts'
import { codesOf, labelOf } from '../../model/vocabulary.ts'
import { type Html, html } from '../html.ts'
import { AXIS, axis, round, timeScale, WIDTH, zoomable } from './time-scale.ts'

/** How many actions of a kind certainly and possibly lie in a month. */
export type MonthCount = { month: string; kind: string; certain: number; possible: number }

const HEIGHT = 180
const kinds = codesOf('action-kind')

/** Draws months as bars: the certain actions in the colours of their kinds, before all that are possible. */
export function drawMonths(counts: MonthCount[], hrefOf: (month: string) => string): Html {
  const months = [...Map.groupBy(counts, ({ month }) => month)].sort(([a], [b]) => (a < b ? -1 : 1))
  const total = (own: MonthCount[], name: 'certain' | 'possible') =>
    own.reduce((sum, count) => sum + count[name], 0)
  const most = Math.max(1, ...months.map(([, own]) => total(own, 'possible')))
  const first = dayNumber(daysOf(months[0]![0])![0])
  const last = dayNumber(daysOf(months.at(-1)![0])![1])
  const scale = timeScale([first, last])
  const bars = months.map(([month, own]) => {
    const [begin, end] = daysOf(month)!.map(dayNumber) as [number, number]
    const left = scale.x(begin)
    const width = round(Math.max(scale.x(end + 1) - left - 0.5, 0.8))
    const [certain, possible] = [total(own, 'certain'), total(own, 'possible')]
    const label = `${monthName(month)}: ${certain} certain${possible > certain ? `, ${possible} possible` : ''}`
    return html`<a href="${hrefOf(month)}" tabindex="-1"><title>${label}</title>${bar('maybe', left, width, 0, possible / most)}${stack(own, left, width, most)}</a>`
  })
  const height = AXIS + HEIGHT
  return html`<svg class="chart months" viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="Events by month, at most ${most} in a month"${zoomable(scale)}>${axis(scale, height)}<text x="4" y="${AXIS + 10}" class="lane-name">${most} at most</text>${bars}</svg>`
}

function stack(own: MonthCount[], left: number, width: number, most: number): Html[] {
  let base = 0
  const sorted = own.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
  return sorted
    .filter(({ certain }) => certain > 0)
    .map(({ kind, certain }) => {
      const part = bar(`k-${kind}`, left, width, base / most, certain / most)
      base += certain
      return part
    })
}

const bar = (name: string, x: number, width: number, base: number, share: number): Html =>
  html`<rect class="mark ${name}" x="${x}" y="${round(AXIS + HEIGHT * (1 - base - share))}" width="${width}" height="${round(HEIGHT * share)}"/>`

const monthName = (month: string): string =>
  new Date(dayNumber(`${month}-01`) * DAY).toLocaleDateString('en', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

/** The colours of the kinds. */
export const kindLegend = (): Html =>
  html`<ul class="legend">${kinds.map(kind => html`<li><svg viewBox="0 0 10 10" aria-hidden="true"><circle class="mark k-${kind}" cx="5" cy="5" r="4.5"/></svg> ${labelOf('action-kind', kind)}</li>`)}</ul>`
