import type { Dataset } from '../../dataset/dataset.ts'
import { keepRows } from '../../dataset/rows.ts'
import type { Action } from '../../model/action.ts'
import { compareDated, dayNumber, type EventDate } from '../../model/dates.ts'
import { isReached } from '../../model/matter.ts'
import { placesFor } from '../list/places.ts'

/** The dates of an action that may be still to come, in the order in which they name it. */
const dates = {
  date: ({ date }: Action) => date,
  due: ({ due }: Action) => due,
  effect_from: ({ effect }: Action) => effect?.from ?? null,
  effect_until: ({ effect }: Action) => effect?.until ?? null,
}
export type DateName = keyof typeof dates
const names = Object.keys(dates) as DateName[]

/** A day that is still to come: of which date of which action. */
export type Upcoming = { name: DateName; date: EventDate; action: Action }

/** What is still to come on the day of the dataset by the law that applies in a place, the earliest first. */
export function upcomingIn(dataset: Dataset, code: string): Upcoming[] {
  const { as_of } = dataset.meta
  const on = dayNumber(as_of)
  const rows = dataset.rowsOfAny('actions', 'applies_in', placesFor(dataset, code))
  const latest = names.map(name => dataset.days('actions', name).latest)
  keepRows(rows, row => latest.some(days => days[row]! > on))
  const actions = dataset.jsons('actions', rows.array()).map((json): Action => JSON.parse(json))
  return actions
    .flatMap(action => comingOf(action, as_of))
    .sort((a, b) => compareDated(keyOf(a), keyOf(b)))
}

const keyOf = ({ date, action: { id } }: Upcoming) => ({ ...date, id })

/** The dates of an action that are still to come; of several that are the same the first. */
function comingOf(action: Action, asOf: string): Upcoming[] {
  const coming = names.flatMap((name): Upcoming[] => {
    const date = dates[name](action)
    return date && !isReached({ date }, asOf) ? [{ name, date, action }] : []
  })
  return coming.filter(
    ({ date }, at) => coming.findIndex(other => other.date.edtf === date.edtf) === at,
  )
}
