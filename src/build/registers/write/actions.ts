import type { ActionSeed } from '../../../model/action.ts'
import type { ClaimSeed } from '../../../model/claim.ts'
import type { DateSeed } from '../../../model/dates.ts'
import type { Track } from '../compare/track.ts'
import { type NumberOf, type Report, Runs } from './runs.ts'

/** The facts of an action that follows from a register. */
export type ActionFacts = Pick<
  ActionSeed,
  'id' | 'title' | 'summary' | 'type' | 'date' | 'activities'
> & {
  licence: string
  authority: string
  firm: string
  home: string
}

/** The seed of an action; `listing` are the readings that show its parties, `own` the claims on its date. */
export function actionSeed(
  track: Track,
  { licence, authority, firm, home, ...facts }: ActionFacts,
  listing: Report[],
  dated: ClaimSeed[],
  numberOf: NumberOf,
): ActionSeed {
  const claimOn = (field: string) => new Runs(track, field, listing, numberOf).claims
  const fields = [
    `matters/${licence}`,
    `actors/${authority}/issuer`,
    `actors/${firm}/target`,
    `regions/${home}/jurisdiction`,
    ...facts.activities.map(code => `activities/${code}`),
  ]
  const { id, title, summary, type, date, activities } = facts
  return {
    ...{ id, title, summary, type, matters: [{ id: licence }], date },
    ...{ planned: false, due: null, effect: null },
    actors: [
      { id: authority, role: 'issuer' },
      { id: firm, role: 'target' },
    ],
    regions: [{ code: home, role: 'jurisdiction' }],
    activities,
    ...{ amounts: [], details: [], links: [] },
    claims: [...dated, ...fields.flatMap(claimOn)],
  }
}

/** A claim on a date that nothing states: it follows from others. */
export const inferredDate = (
  document: string,
  number: number,
  { note }: DateSeed,
  rests_on: string[],
): ClaimSeed => ({
  ...{ field: 'date', number, document, status: 'accepted', basis: 'inferred' },
  rests_on: [...new Set(rests_on)],
  note,
})
