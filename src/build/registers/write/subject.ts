import type { LicenceSeed } from '../../../model/licence.ts'
import type { RegisterSeed } from '../../../model/register.ts'
import type { End } from '../compare/ends.ts'
import { shown, type Track } from '../compare/track.ts'
import { reportedHolder, reportedValues } from './reported.ts'
import { type NumberOf, type Report, Runs } from './runs.ts'
import { namesOf } from './times.ts'
import { fitTitle, type Wording } from './wording.ts'

/** How a licence is named: its id, its firm, the ids of its steps by their keys, and the numbers of readings. */
export type Named = {
  id: string
  firm: string
  actionId: (key: string) => string
  placeName: (code: string) => string
  numberOf: NumberOf
  /** The id of the claim on the date of a licence's grant. */
  grantClaim: (track: Track) => string
}

/** A licence with all that its records are written from. */
export type Subject = Named & {
  track: Track
  end: End | undefined
  /** The path of its record. */
  path: string
  holder: LicenceSeed['holder']
  authority: RegisterSeed['authorities'][number]
  home: string
  /** Claims that others rest on. */
  runs: { holder: Runs; activities: Runs }
}

export function subjectOf(track: Track, end: End | undefined, named: Named): Subject {
  const lei = shown(track.leis)
  const { name, names_before } = namesOf(track)
  const holder = { name, ...(lei === undefined ? {} : { lei }), names_before }
  const { authority, home } = track.observations.at(-1)!
  const source = { track, numberOf: named.numberOf }
  return {
    ...named,
    ...{ track, end, path: `licences/${named.id}`, holder, home },
    authority: track.register.authorities.find(({ id }) => id === authority)!,
    runs: {
      holder: runsOn(source, 'holder', reportedHolder(track, holder)),
      activities: runsOn(source, 'activities', reportedValues(track.activities)),
    },
  }
}

/** Claims on a field of a licence or of one of its steps. */
export const runsOn = (
  { track, numberOf }: Pick<Subject, 'track' | 'numberOf'>,
  field: string,
  reports: Report[],
): Runs => new Runs(track, field, reports, numberOf)

/** The parts of a sentence about a step of a licence; `kind` is that of the licence then. */
export const wordsFor = ({ track, authority, holder }: Subject, kind: string): Wording => ({
  ...{ kind, authority: authority.name, holder: holder.name, as: track.register.holder_is },
})

/** The fields that every step of a licence has. */
export function stepOf(
  subject: Subject,
  key: string,
  kind: string,
  toTitle: (words: Wording) => string,
) {
  const { id, firm, actionId, authority, home, holder } = subject
  const words = { ...wordsFor(subject, kind), authority: authority.short }
  const title = fitTitle(holder.name, name => toTitle({ ...words, holder: name }))
  return { id: actionId(key), licence: id, firm, authority: authority.id, home, title }
}
