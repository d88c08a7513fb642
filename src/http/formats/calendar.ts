import {
  ICalCalendar,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { Dataset } from '../../dataset/dataset.ts'
import type { Action } from '../../model/action.ts'
import { whenInWords } from '../../model/action-words.ts'
import { inBatches } from '../../model/batches.ts'
import { recordPath } from '../../model/collections.ts'
import { dateInWords, isExact } from '../../model/date-words.ts'
import { dayNumber, type EventDate, isoDay } from '../../model/dates.ts'
import { labelOf } from '../../model/vocabulary.ts'
import { revisionsOf } from '../../queries/record/revisions.ts'

/** A date that may lie on any of more days than these is no entry of a calendar. */
const MOST_DAYS = 31

/** The date that a calendar follows, by its name in `date_field`. */
const dates: Record<string, (action: Action) => EventDate> = {
  date: ({ date }) => date,
  due: ({ due }) => due!,
  effect_from: ({ effect }) => effect!.from!,
  effect_until: ({ effect }) => effect!.until!,
}

/** Whether the date of an action, by its row, is exact enough for a calendar. */
export function isEntry(dataset: Dataset, field: string): (row: number) => boolean {
  const { earliest, latest } = dataset.days('actions', field)
  return row => latest[row]! - earliest[row]! < MOST_DAYS
}

/** A calendar of actions: its name, the address of the server, the path of its page, the date that it follows. */
export type CalendarFrame = { name: string; base: string; page: string; field: string }

const ENTRIES_AT_ONCE = 10
const DAY_IN_SECONDS = 86_400
const BEGIN = 'BEGIN:VEVENT'
const END = 'END:VCALENDAR'

/** The text of a calendar in parts, by RFC 5545 and RFC 7986; `leftOut`: how many actions it has no entry for. */
export function* toCalendar(
  dataset: Dataset,
  frame: CalendarFrame,
  rows: Iterable<number>,
  leftOut: number,
): Generator<string> {
  const empty = new ICalCalendar({
    prodId: { company: dataset.meta.page.publisher, product: dataset.meta.page.title },
    name: escapeText(frame.name),
    description: escapeText(describe(leftOut)),
    url: frame.base + frame.page,
    ttl: DAY_IN_SECONDS,
  }).toString()
  yield empty.slice(0, -END.length)
  for (const batch of inBatches(rows, ENTRIES_AT_ONCE)) {
    const jsons = dataset.jsons('actions', batch)
    const events = jsons.map(json => toEntry(dataset, frame, JSON.parse(json)))
    const text = new ICalCalendar({ events }).toString()
    yield text.slice(text.indexOf(BEGIN), -END.length)
  }
  yield `${END}\r\n`
}

/** The library escapes the texts of entries, but not those of the calendar. */
const escapeText = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\;,]/g, character => `\\${character}`)

const describe = (leftOut: number): string =>
  leftOut === 0
    ? 'All actions of the query.'
    : `Left out because their dates span more than a month: ${leftOut} of the actions.`

function toEntry(dataset: Dataset, frame: CalendarFrame, action: Action): ICalEventData {
  const { base, field } = frame
  const { id, title, kind, type, planned } = action
  const date = dates[field]!(action)
  const path = recordPath('actions', id)
  const { count, changed } = revisionsOf(dataset, path)
  return {
    id: `${id}.${field}@crypto-regulation-events`,
    sequence: count,
    stamp: changed,
    lastModified: changed,
    allDay: true,
    start: date.earliest!,
    end: dayAfter(date.latest!),
    summary: planned ? `Planned: ${title}` : title,
    description: explain(action, field, date),
    url: `${base}/${path}`,
    categories: [{ name: kind }, { name: type }],
    status: planned || !isSettled(date) ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
  }
}

const dayAfter = (day: string): string => isoDay(dayNumber(day) + 1)

/** Whether its days are known: of one that lasted, the first and the last. */
const isSettled = (date: EventDate): boolean =>
  isExact(date) || /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/.test(date.edtf)

/** The date in words, the summary, and what it rests on. */
function explain(action: Action, field: string, date: EventDate): string {
  const { documents, official, origins } = action.sources
  const when =
    field === 'date' ? whenInWords(action) : `${labelOf('date-field', field)}: ${dateInWords(date)}`
  const sources = `Documents: ${documents}, official ones: ${official}, independent reports: ${origins}.`
  return [`${when}.`, action.summary, sources].join('\n\n')
}
