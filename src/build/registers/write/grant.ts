import type { ActionSeed } from '../../../model/action.ts'
import type { DateSeed } from '../../../model/dates.ts'
import { grantKey } from '../compare/keys.ts'
import { shown, type Track } from '../compare/track.ts'
import { isEqual } from '../compare/versions.ts'
import { actionSeed } from './actions.ts'
import { reportedListing, reportedValues } from './reported.ts'
import type { Report } from './runs.ts'
import { runsOn, type Subject, stepOf, wordsFor } from './subject.ts'
import { grantOf } from './wording.ts'

/** The date of the grant as a register gives it; null if it gives none. */
export function grantDate({ track }: Subject): DateSeed | null {
  const edtf = shown(track.granted)
  return edtf === undefined ? null : { edtf, basis: 'stated' }
}

/** The grant of a licence, for the activities that it had first. */
export function grantAction(subject: Subject, date: DateSeed): ActionSeed {
  const { track } = subject
  const { granted, kinds } = track
  const kind = kinds.versions[0]!.value
  const activities = track.activities.versions[0]?.value ?? []
  const facts = {
    ...stepOf(subject, grantKey(subject.id), kind, grantOf(kind).title),
    summary: `By the register, ${grantOf(kind).summary(wordsFor(subject, kind))}.`,
    ...{ type: 'licence-grant', date, activities },
  }
  const dated = runsOn(
    subject,
    'date',
    reportedValues(granted, edtf => ({ edtf, basis: 'stated' })),
  )
  return actionSeed(track, facts, listedFor(track, activities), dated.claims, subject.numberOf)
}

/** The readings that list a licence with some activities, or do not state any. */
function listedFor(track: Track, activities: string[]): Report[] {
  const others = track.activities.seen.filter(({ value }) => !isEqual(value, activities))
  const excluded = new Set(others.map(({ observation }) => observation))
  return reportedListing(track).filter(({ observation }) => !excluded.has(observation))
}
