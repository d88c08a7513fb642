import type { ActionSeed } from '../../../model/action.ts'
import type { ClaimSeed } from '../../../model/claim.ts'
import type { DateSeed } from '../../../model/dates.ts'
import type { End } from '../compare/ends.ts'
import { endKey } from '../compare/keys.ts'
import { shown } from '../compare/track.ts'
import { actionSeed, inferredDate } from './actions.ts'
import { reportedListing, reportedValues } from './reported.ts'
import { runsOn, type Subject, stepOf, wordsFor } from './subject.ts'
import { edtfOf } from './times.ts'
import { endingOf } from './wording.ts'

const notes: Record<Exclude<End['how'], 'stated'>, string> = {
  'listed-as-ended': 'The register lists it as ended on that day, and gives no day of the end.',
  replaced: 'An approval in principle ends on the day of the licence that follows.',
  'not-listed': 'A complete reading of the register no longer lists it; an earlier one does.',
}

/** The date of the end of a licence; null if it has not ended. */
export function endDate({ end }: Subject): DateSeed | null {
  if (!end) return null
  if (end.how === 'stated') return { edtf: end.edtf, basis: 'stated' }
  const edtf = 'edtf' in end ? end.edtf : edtfOf(end.between)
  return { edtf, basis: 'inferred', note: notes[end.how] }
}

/** The end of a licence. */
export function endAction(subject: Subject, date: DateSeed): ActionSeed {
  const { track } = subject
  const end = subject.end!
  const kind = shown(track.kinds)!
  const act = endingOf(end.by, end.how !== 'not-listed')
  const facts = {
    ...stepOf(subject, endKey(subject.id), kind, act.title),
    summary: `By the register, ${act.summary(wordsFor(subject, kind))}.`,
    type: end.by === 'authority' ? 'licence-withdrawal' : 'licence-end',
    ...{ date, activities: shown(track.activities) ?? [] },
  }
  const last = track.observations.at(-1)!
  const listing = reportedListing(track).filter(({ observation }) => observation === last)
  return actionSeed(track, facts, listing, dateClaims(subject, end, date), subject.numberOf)
}

function dateClaims(subject: Subject, end: End, date: DateSeed): ClaimSeed[] {
  if (end.how === 'stated') {
    const reports = reportedValues(subject.track.ended, edtf => ({ edtf, basis: 'stated' }))
    return runsOn(
      subject,
      'date',
      reports.filter(({ value }) => (value as DateSeed).edtf !== ''),
    ).claims
  }
  const { numberOf, grantClaim, runs, path, track } = subject
  const shownBy = 'observation' in end ? end.observation : track.observations.at(-1)!
  const { reading } = end.how === 'not-listed' ? end : shownBy
  const rests = [runs.holder.idFor(path, shownBy)]
  if (end.how === 'replaced') rests.push(grantClaim(end.successor))
  return [inferredDate(reading.id, numberOf({ reading }), date, rests)]
}
