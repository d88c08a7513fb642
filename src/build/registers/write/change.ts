import type { ActionSeed } from '../../../model/action.ts'
import { type Change, changeKey } from '../compare/keys.ts'
import type { Track } from '../compare/track.ts'
import type { Observation } from '../read/observations.ts'
import { actionSeed, inferredDate } from './actions.ts'
import { reportedListing } from './reported.ts'
import { type Subject, stepOf } from './subject.ts'
import { CHANGED, edtfOf } from './times.ts'
import { changeTitle } from './wording.ts'

/** A change of name, kind or activities, which two readings show. */
export function changeAction(subject: Subject, change: Change): ActionSeed {
  const { track, numberOf } = subject
  const [before, after] = around(track, change)
  const { added, removed } = activitiesBetween(track, before, after)
  const renamed = track.names.versions.some(({ since }) => since?.on === change.on)
  const toTitle = changeTitle({ renamed, added: added.length, removed: removed.length })
  const date = { edtf: edtfOf(change.between), basis: 'inferred', note: CHANGED }
  const facts = {
    ...stepOf(subject, changeKey(subject.id, change), after.kind, toTitle),
    summary: `The readings of ${before.reading.on} and ${after.reading.on} differ: ${change.words}.`,
    ...{ type: 'licence-change', date, activities: [...added, ...removed].sort() },
  }
  const rests = restsOn(subject, [before, after], {
    activities: added.length + removed.length > 0,
    renamed,
  })
  const dated = inferredDate(after.reading.id, numberOf(after), date, rests)
  const listing = reportedListing(track).filter(({ observation }) => observation === after)
  return actionSeed(track, facts, listing, [dated], numberOf)
}

/** The two observations that differ. */
function around({ observations }: Track, { on }: Change): [Observation, Observation] {
  const at = observations.findIndex(({ reading }) => reading.on === on)
  const after = observations[at]!
  const before = observations
    .slice(0, at)
    .findLast(({ reading }) => reading.isRaw === after.reading.isRaw)!
  return [before, after]
}

function activitiesBetween({ activities }: Track, before: Observation, after: Observation) {
  const [old, now] = [before, after].map(
    one => new Set(activities.seen.find(({ observation }) => observation === one)?.value),
  ) as [Set<string>, Set<string>]
  return { added: [...now.difference(old)], removed: [...old.difference(now)] }
}

/** The claims that the date of a change rests on: those of both readings on what changed. */
function restsOn(
  { runs, path }: Subject,
  observations: Observation[],
  what: { activities: boolean; renamed: boolean },
): string[] {
  const changed = [
    ...(what.activities ? [runs.activities] : []),
    ...(what.renamed || !what.activities ? [runs.holder] : []),
  ]
  return changed.flatMap(run => observations.map(one => run.idFor(path, one)))
}
