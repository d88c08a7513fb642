import { actionKeys, grantKey, licenceIds } from './compare/keys.ts'
import { shown, type Track } from './compare/track.ts'
import type { Grants } from './grants.ts'
import type { RegisterFolder } from './read/folder.ts'
import { decisionsOn } from './read/identity.ts'
import type { NumberOf } from './write/runs.ts'

const MISSING = 'has no id yet; run `npm run register`'

/** The decisions about the rows of a licence. */
export const decisionsOf = ({ register, rows }: Track) =>
  rows.flatMap(row => decisionsOn(register, row))

/** The decision of a curator about the id of a licence or about its firm; undefined if there is none. */
export const decided = (
  track: Track,
  effect: 'id' | 'firm' | 'firm_name' | 'sector',
): string | undefined => decisionsOf(track).find(one => one[effect] !== undefined)?.[effect]

/** How the records of a register are named. An id that is missing is a problem. */
export function namesIn(
  { ids, readings, ends }: RegisterFolder,
  grants: Grants,
  problems: string[],
) {
  const numbers = new Map(readings.map(({ on }) => [on, Number(ids.get('reading', on))]))
  for (const { on, id } of readings)
    if (ids.get('reading', on) === undefined) problems.push(`${id}: ${MISSING}`)
  const numberOf: NumberOf = ({ reading }) => numbers.get(reading.on)!
  const idOf = (track: Track) => licenceIds(track, ids)[0]
  const idOfAction = (key: string) => grantFor(key, grants) ?? ids.get('action', key)
  const idOfFirm = (track: Track, licence: string) =>
    decided(track, 'firm') ?? ids.get('firm', licence)
  return {
    numberOf,
    actionId: (key: string) => idOfAction(key)!,
    /** The ids of a licence and its firm; undefined if one of its ids is missing. */
    named(track: Track) {
      const id = idOf(track)
      const firm = id && idOfFirm(track, id)
      const keys = id ? actionKeys(id, track, ends.get(track)) : []
      if (id && firm && keys.every(key => idOfAction(key))) return { id, firm }
      problems.push(track.observations[0]!.at(MISSING))
    },
    grantClaim(track: Track) {
      const stated = track.granted.seen.find(({ value }) => value === shown(track.granted))!
      return `actions/${idOfAction(grantKey(idOf(track)!))}.date.${numberOf(stated.observation)}`
    },
  }
}

/** The grant that is coded by hand, if the key is that of a grant. */
export function grantFor(key: string, grants: Grants): string | undefined {
  const [licence = '', step] = key.split(' ')
  return step === 'granted' ? grants.get(licence)?.value.id : undefined
}
