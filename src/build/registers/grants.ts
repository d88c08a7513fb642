import type { ActionSeed } from '../../model/action.ts'
import type { ClaimSeed } from '../../model/claim.ts'
import { bounds, toEventDate } from '../../model/dates.ts'
import type { Entry } from '../seed/entry.ts'

/** The grants that are coded by hand, by the licences that they name. */
export type Grants = ReadonlyMap<string, Entry<ActionSeed>>

export const codedGrants = (actions: Entry<ActionSeed>[]): Grants =>
  new Map(
    actions.flatMap(entry =>
      entry.value.type === 'licence-grant'
        ? entry.value.matters.map(({ id }) => [id, entry] as const)
        : [],
    ),
  )

/** A grant that is coded by hand, with the claims that a register makes about it. */
export const joinGrant = (coded: Entry<ActionSeed>, derived: ActionSeed): Entry<ActionSeed> => {
  const claims = derived.claims.flatMap(claim => claimOn(coded.value, claim, derived))
  return { ...coded, value: { ...coded.value, claims: [...coded.value.claims, ...claims] } }
}

function claimOn(coded: ActionSeed, claim: ClaimSeed, derived: ActionSeed): ClaimSeed[] {
  if (claim.field === 'date') return [dateClaim(coded, claim, derived)]
  const fields = new Set([
    ...coded.matters.map(({ id }) => `matters/${id}`),
    ...coded.actors.flatMap(one => ('id' in one ? `actors/${one.id}/${one.role}` : [])),
    ...coded.regions.map(({ code, role }) => `regions/${code}/${role}`),
    ...coded.activities.map(code => `activities/${code}`),
  ])
  return fields.has(claim.field) ? [claim] : []
}

/** A day in a register beside another one in the record is a rival; a vaguer date agrees with it. */
function dateClaim({ date }: ActionSeed, claim: ClaimSeed, derived: ActionSeed): ClaimSeed {
  const value = claim.value ?? { edtf: derived.date.edtf, basis: 'stated' }
  const { edtf } = value as ActionSeed['date']
  if (edtf === date.edtf) return { ...claim, value: undefined, status: 'accepted' }
  const { rule: _, note: _note, ...plain } = claim
  if (contains(edtf, date.edtf)) return { ...plain, value, status: 'consistent' }
  return { ...plain, value, status: 'rival', rule: 'own-act', note: RIVAL }
}

const RIVAL =
  "The record shows the day in the authority's own words on the act; the register has another."

function contains(edtf: string, other: string): boolean {
  const [whole, part] = [edtf, other].map(it => bounds(toEventDate({ edtf: it, basis: 'stated' })))
  return whole![0] <= part![0] && part![1] <= whole![1]
}
