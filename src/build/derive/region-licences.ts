import { timesOn } from '../../model/force.ts'
import type { Licence, LicenceTime } from '../../model/licence.ts'
import { bindingIn } from '../../model/places.ts'
import { jurisdictionsOf, type Place, type Region } from '../../model/region.ts'
import { APPROVAL } from '../../model/register.ts'

/** The regions with the numbers of licences that may be in force on a day. */
export function withLicences(places: Place[], licences: Licence[], day: string): Region[] {
  const byCode = new Map(places.map(place => [place.code, place]))
  const find = (code: string) => byCode.get(code)
  const held = licences.filter(({ kind }) => kind !== APPROVAL)
  const inForce = held.map(licence => ({ licence, times: timesOn(licence.in_force, day) }))
  const granted = idsByPlace(inForce, ({ licence, times }) =>
    times.length > 0 ? jurisdictionsOf(licence.regions) : [],
  )
  const valid = idsByPlace(inForce, ({ times }) => times.flatMap(({ regions }) => regions))
  return places.map(place => {
    const binding = bindingIn(find, place.code, { earliest: day, latest: day })
    const here = new Set(binding.flatMap(code => valid.get(code) ?? []))
    const own = new Set(granted.get(place.code))
    return { ...place, licences: { granted_here: own.size, valid_here: here.size } }
  })
}

type InForce = { licence: Licence; times: LicenceTime[] }

/** The ids of licences by places. */
function idsByPlace(licences: InForce[], placesOf: (licence: InForce) => string[]) {
  const pairs = licences.flatMap(one => placesOf(one).map(place => ({ place, id: one.licence.id })))
  const groups = Map.groupBy(pairs, ({ place }) => place)
  return new Map(groups.entries().map(([place, own]) => [place, own.map(({ id }) => id)]))
}
