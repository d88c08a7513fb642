import { bounds, type EventDate } from '../../model/dates.ts'
import { type Problem, problemsIn } from '../check/problems.ts'
import type { LintedAction, LintInput } from './input.ts'

/** A text fixes beforehand the days on which it begins, changes or ends, but not those on which it is made. */
const unfixedStages = ['consulted', 'proposed', 'passed', 'signed', 'published', 'rejected']
const fixedTypes = ['exemption', 'repeal', 'licence-end']

/** Where a document appears it may still be the day before. */
const TIME_ZONES = 1

type Published = Map<string, EventDate | null>

/** A document states the day of an action only if it appeared on that day or later, unless the day was fixed beforehand or a note excuses it. */
export function lintPublication({ derived, actions }: LintInput): string[] {
  const published: Published = new Map(
    derived.records.documents.map(document => [document.id, document.published]),
  )
  const events = actions.values().filter(isEvent)
  return problemsIn([...events], action => checkPublication(action, published))
}

/** Whether an action cannot be dated before it happens. */
const isEvent = ({ action: { planned, type, matters } }: LintedAction): boolean =>
  !planned &&
  !fixedTypes.includes(type) &&
  !matters.some(({ stage }) => stage !== undefined && !unfixedStages.includes(stage))

function* checkPublication(
  { action: { date }, value: { claims } }: LintedAction,
  published: Published,
): Generator<Problem> {
  const [first] = bounds(date)
  for (const [i, { field, status, basis, document, note }] of claims.entries()) {
    if (field !== 'date' || status !== 'accepted' || basis !== 'stated' || note) continue
    const day = published.get(document)!
    if (bounds(day)[1] + TIME_ZONES < first)
      yield [
        ['claims', i, 'document'],
        `'${document}' appeared before the event (${day?.edtf}), so it can only report a plan; if the day was fixed, a note says by what`,
      ]
  }
}
