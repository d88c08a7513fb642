import type { Action } from '../../model/action.ts'
import { dateInWords } from '../../model/date-words.ts'
import { bounds, dayNumber, type EventDate } from '../../model/dates.ts'
import { labelOf } from '../../model/vocabulary.ts'
import { type Html, html } from '../html.ts'
import { regionName, type Site } from '../site.ts'
import { texts } from '../texts.ts'
import { largestGroups, packRows } from './lanes.ts'
import {
  AXIS,
  axis,
  dayLine,
  type Extent,
  type TimeScale,
  timeScale,
  WIDTH,
  zoomable,
} from './time-scale.ts'

const ROW = 13
const LANE_HEAD = 18
const LANE_FOOT = 8
const RADIUS = 4.5
const MOST_LANES = 10
/** With more actions, the times of force would need a row each. */
const MOST_WITH_EFFECT = 120

/** The ways in which a timeline can be split into lanes. */
export const laneNames = ['kind', 'region', 'actor'] as const
export type Lanes = (typeof laneNames)[number]

const laneOf: Record<Lanes, (site: Site, action: Action) => string> = {
  kind: (_, { kind }) => labelOf('action-kind', kind),
  region: (site, { regions }) => {
    const region = regions.find(({ role }) => role === 'jurisdiction') ?? regions[0]
    return region ? regionName(site, region.code) : texts.charts.noPlace
  },
  actor: (_, { actors }) => actors.find(({ name }) => name !== null)?.name ?? texts.charts.noActor,
}

/** The settings of a timeline: its lanes, the days of the query, and the date of each action that the query speaks of. */
type Drawing = { lanes: Lanes; limits: Extent; field: string }

/** The dates that a query may speak of. */
const dates: Record<string, (action: Action) => EventDate | null | undefined> = {
  date: action => action.date,
  due: action => action.due,
  effect_from: action => action.effect?.from,
  effect_until: action => action.effect?.until,
}

/** An action with the date by which it is drawn. */
type Dated = { action: Action; date: EventDate }

/** An action on the chart: its days, and the space that it takes. */
type Mark = Dated & { x0: number; x1: number; span: Extent; force: Extent | undefined }

/** Draws each action over the time in which it may have happened, and the time for which it has force below. */
export function drawTimeline(
  site: Site,
  all: Action[],
  { lanes = 'kind', limits = [-Infinity, Infinity], field = 'date' }: Partial<Drawing> = {},
): Html {
  const actions = all.map(action => ({ action, date: dates[field]!(action)! }))
  const isWithEffect = actions.length <= MOST_WITH_EFFECT
  const scale = timeScale(extentOf(actions, limits))
  const marks = actions.map(one => toMark(one, scale, isWithEffect))
  const groups = largestGroups(
    marks,
    ({ action }) => laneOf[lanes](site, action),
    MOST_LANES,
    texts.charts.others,
  )
  let y = AXIS
  const drawn = groups.map(([name, own]) => {
    const { rows, count } = packRows(own)
    const top = y
    y += LANE_HEAD + count * ROW + LANE_FOOT
    return html`<g class="lane"><text x="4" y="${top + 13}" class="lane-name">${name}</text>${own.map(mark => drawMark(site, mark, top + LANE_HEAD + rows.get(mark)! * ROW, scale))}</g>`
  })
  const day = dayNumber(site.dataset.meta.as_of)
  return html`<svg class="chart timeline" viewBox="0 0 ${WIDTH} ${y}" role="group" aria-label="${texts.charts.timeline(actions.length)}"${zoomable(scale)}>${axis(scale, y)}${dayLine(scale, day, y, texts.charts.day(site.dataset.meta.as_of))}${drawn}</svg>`
}

const OPEN_YEARS = 366

/** The days that a chart has to show: those of the actions, within the limits of the query. No date is open on both sides. */
function extentOf(actions: Dated[], [from, to]: Extent): Extent {
  const days = actions.flatMap(({ date }) => {
    const [first, last] = bounds(date)
    const begin = date.floor || first === -Infinity ? last : first
    return [begin, last === Infinity ? first + OPEN_YEARS : last]
  })
  const [least, most] = [Math.min(...days), Math.max(...days)]
  const [first, last] = [Math.max(least, from), Math.min(most, to)]
  if (from === -Infinity && to === Infinity) return widened([least, most])
  return first <= last ? [first, last] : [least, most]
}

/** With fewer days, the axis would name weekdays and hours, and no year. */
const FEWEST_DAYS = 400

function widened([first, last]: Extent): Extent {
  const lacking = Math.max(0, Math.ceil((FEWEST_DAYS - (last - first)) / 2))
  return [first - lacking, last + lacking]
}

function toMark({ action, date }: Dated, scale: TimeScale, isWithEffect: boolean): Mark {
  const { effect } = action
  const span = bounds(date)
  const force: Extent | undefined =
    isWithEffect && effect ? [bounds(effect.from)[0], bounds(effect.until)[1]] : undefined
  const x0 = scale.x(span[0]) - RADIUS
  const ends = force ? [span[1] + 1, force[1]] : [span[1] + 1]
  const x1 = Math.max(...ends.map(scale.x), x0 + 2 * RADIUS)
  return { action, date, x0, x1, span, force }
}

function drawMark(
  site: Site,
  { action, date, span, force }: Mark,
  y: number,
  scale: TimeScale,
): Html {
  const { id, title, kind, planned, due } = action
  const text = `${dateInWords(date)}: ${title}`
  const label = planned ? texts.charts.planned(text, due && dateInWords(due)) : text
  const shape = `k-${kind}${planned ? ' planned' : ''}`
  return html`<a href="${site.at(`/actions/${id}`)}" tabindex="-1"><title>${label}</title>${force && drawForce(force, y, scale, kind)}${drawSpan(span, y, scale, shape)}</a>`
}

const MIDDLE = ROW / 2

/** A point for a single day, else a bar over all days that are possible: the longer, the vaguer. */
function drawSpan([first, last]: Extent, y: number, { x }: TimeScale, shape: string): Html {
  const left = x(first)
  const width = x(last + 1) - left
  if (first === last || width < 2 * RADIUS)
    return html`<circle class="mark ${shape}${first !== last && ' vague'}" cx="${left + width / 2}" cy="${y + MIDDLE}" r="${RADIUS}"/>`
  return html`<rect class="mark vague ${shape}" x="${left}" y="${y + MIDDLE - RADIUS}" width="${width}" height="${2 * RADIUS}" rx="${RADIUS}"/>`
}

/** A thin bar from the first to the last day of force. */
function drawForce([first, last]: Extent, y: number, { x }: TimeScale, kind: string): Html {
  const left = x(first)
  const width = Math.max(x(last === Infinity ? last : last + 1) - left, 1)
  return html`<rect class="force k-${kind}${last === Infinity && ' open'}" x="${left}" y="${y + MIDDLE - 1.5}" width="${width}" height="3"/>`
}
