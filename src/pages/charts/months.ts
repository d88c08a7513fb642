import { DAY, dayNumber, daysOf } from '../../model/dates.ts'
import { codesOf, labelOf } from '../../model/vocabulary.ts'
import type { MonthCount } from '../../queries/counts/months.ts'
import { type Html, html } from '../html.ts'
import { texts } from '../texts.ts'
import { AXIS, axis, round, type TimeScale, timeScale, WIDTH, zoomable } from './time-scale.ts'

const HEIGHT = 180
const kinds = codesOf('action-kind')

/** A month, with its counts by kind in the order of the codebook. */
type Month = { name: string; counts: MonthCount[]; certain: number; maybe: number }

const sum = (counts: MonthCount[], name: 'certain' | 'maybe'): number =>
  counts.reduce((total, count) => total + count[name], 0)

function monthsOf(all: MonthCount[]): Month[] {
  const groups = [...Map.groupBy(all, ({ month }) => month)].sort(([a], [b]) => (a < b ? -1 : 1))
  return groups.map(([name, own]) => ({
    name,
    counts: own.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
    certain: sum(own, 'certain'),
    maybe: sum(own, 'maybe'),
  }))
}

/** Draws months as bars: in the colours of their kinds the actions that surely belong to them, above these the others. */
export function drawMonths(all: MonthCount[], hrefOf: (month: string) => string): Html {
  const months = monthsOf(all)
  const most = Math.max(1, ...months.map(({ certain, maybe }) => certain + maybe))
  const dayOf = (month: string | undefined): number => dayNumber(daysOf(month ?? '2009-01')![0])
  const scale = timeScale([dayOf(months[0]?.name), dayOf(months.at(-1)?.name) + 30])
  const bars = months.map(
    month =>
      html`<a href="${hrefOf(month.name)}" tabindex="-1"><title>${labelFor(month)}</title>${drawMonth(month, scale, most)}</a>`,
  )
  const height = AXIS + HEIGHT
  return html`<svg class="chart months" viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="${texts.charts.months(most)}"${zoomable(scale)}>${axis(scale, height)}<text x="4" y="${AXIS + 10}" class="lane-name">${texts.charts.most(most)}</text>${bars}</svg>`
}

function drawMonth({ name, counts, maybe }: Month, { x }: TimeScale, most: number): Html[] {
  const [first, last] = daysOf(name)!.map(dayNumber) as [number, number]
  const left = x(first)
  const width = round(Math.max(x(last + 1) - left - 0.5, 0.8))
  let base = 0
  const bar = (shade: string, count: number): Html => {
    const [y, height] = [HEIGHT * (1 - (base + count) / most), (HEIGHT * count) / most]
    base += count
    return html`<rect class="mark ${shade}" x="${left}" y="${round(AXIS + y)}" width="${width}" height="${round(height)}"/>`
  }
  const parts = counts.filter(({ certain }) => certain > 0)
  const drawn = parts.map(({ kind, certain }) => bar(`k-${kind}`, certain))
  return maybe > 0 ? [...drawn, bar('maybe', maybe)] : drawn
}

const labelFor = ({ name, certain, maybe }: Month): string =>
  texts.charts.month(monthName(name), certain, maybe)

const monthName = (month: string): string =>
  new Date(dayNumber(`${month}-01`) * DAY).toLocaleDateString('en', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

/** The colours of the kinds. */
export const kindLegend = (): Html =>
  html`<ul class="legend">${kinds.map(kind => html`<li><svg viewBox="0 0 10 10" aria-hidden="true"><circle class="mark k-${kind}" cx="5" cy="5" r="4.5"/></svg> ${labelOf('action-kind', kind)}</li>`)}</ul>`
