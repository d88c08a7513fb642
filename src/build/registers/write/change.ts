import type { ActionSeed } from '../../../model/action.ts'
import { type Change, changeKey } from '../compare/keys.ts'
import type { History } from '../compare/versions.ts'
import { actionSeed, inferredDate } from './actions.ts'
import { reportedListing } from './reported.ts'
import type { Runs } from './runs.ts'
import { type Subject, stepOf } from './subject.ts'
import { CHANGED, edtfOf } from './times.ts'
import { changeTitle } from './wording.ts'

/** A change of name, kind or activities, which two readings show. */
export function changeAction(subject: Subject, change: Change): ActionSeed {
  const { track, numberOf, runs } = subject
  const { before, after } = change
  const [name, kind] = [stepAt(track.names, change), stepAt(track.kinds, change)]
  const activities = stepAt(track.activities, change)
  const [old, now] = [new Set(activities?.old), new Set(activities?.now)]
  const [added, removed] = [[...now.difference(old)], [...old.difference(now)]]
  const what = { isRenamed: !!name, isOther: !!kind, added: added.length, removed: removed.length }
  const date = { edtf: edtfOf(change.between), basis: 'inferred', note: CHANGED }
  const facts = {
    ...stepOf(subject, changeKey(subject.id, change), after.kind, changeTitle(what)),
    summary: `The readings of ${before.reading.on} and ${after.reading.on} differ: ${change.words}.`,
    ...{ type: 'licence-change', date, activities: [...added, ...removed].sort() },
  }
  const idsIn = (run: Runs, step: Step<unknown>) =>
    [step.since.before, after].map(one => run.idFor(subject.path, one))
  const held = name ?? kind
  const rests = [
    ...(activities ? idsIn(runs.activities, activities) : []),
    ...(held ? idsIn(runs.holder, held) : []),
  ]
  const dated = inferredDate(after.reading.id, numberOf(after), date, rests)
  const listing = reportedListing(track).filter(({ observation }) => observation === after)
  return actionSeed(track, facts, listing, [dated], numberOf)
}

/** The values of a field before and after a change; undefined if the change is not one of that field. */
function stepAt<V>({ versions }: History<V>, { on }: Change) {
  const at = versions.findIndex(({ since }) => since?.on === on)
  if (at < 0) return undefined
  return { old: versions[at - 1]!.value, now: versions[at]!.value, since: versions[at]!.since! }
}

type Step<V> = NonNullable<ReturnType<typeof stepAt<V>>>
