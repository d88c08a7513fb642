import { scaleUtc } from 'd3-scale'
import { DAY } from '../../model/dates.ts'
import { type Html, html } from '../html.ts'

/** Width of every chart, in units of its view box. */
export const WIDTH = 960
/** Space for the labels of the first and the last tick. */
const MARGIN = 16
const TICKS = 9

/** First and last day that a chart shows, counted from 1970-01-01. */
export type Extent = [first: number, last: number]

export type TimeScale = {
  extent: Extent
  /** The place of the beginning of a day; days outside of the chart are at its edge. */
  x: (day: number) => number
  ticks: { x: number; label: string }[]
}

/** A scale of days for the width of a chart. */
export function timeScale(extent: Extent): TimeScale {
  const [first, last] = extent
  const scale = scaleUtc()
    .domain([new Date(first * DAY), new Date((last + 1) * DAY)])
    .range([MARGIN, WIDTH - MARGIN])
  const format = scale.tickFormat(TICKS)
  const ticks = scale.ticks(TICKS).map(date => ({ x: round(scale(date)), label: format(date) }))
  const x = (day: number) => {
    const within = Math.min(Math.max(day, first), last + 1)
    return round(scale(new Date(within * DAY)))
  }
  return { extent, x, ticks }
}

export const round = (value: number): number => Math.round(value * 10) / 10

/** Height of the labels of an axis. */
export const AXIS = 20

/** The lines and labels of a time axis above a drawing of some height. */
export const axis = ({ ticks }: TimeScale, height: number): Html =>
  html`<g class="axis">${ticks.map(({ x, label }) => html`<line x1="${x}" x2="${x}" y1="${AXIS - 4}" y2="${height}"/><text x="${x}" y="12" text-anchor="middle">${label}</text>`)}</g>`

/** The attributes of a chart by which the script turns a place into a day. */
export const zoomable = ({ extent: [first, last] }: TimeScale): Html =>
  html` data-first="${first}" data-last="${last}" data-left="${MARGIN}" data-right="${WIDTH - MARGIN}"`

/** A line on the day of the dataset: later days are still to come. */
export function dayLine(
  { x, extent: [first, last] }: TimeScale,
  day: number,
  height: number,
  label: string,
) {
  if (day < first || day > last) return undefined
  return html`<g class="now"><line x1="${x(day)}" x2="${x(day)}" y1="${AXIS - 4}" y2="${height}"/><title>${label}</title></g>`
}
