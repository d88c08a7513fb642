import { bounds, dayNumber } from '../../model/dates.ts'
import type { Licence, LicenceTime } from '../../model/licence.ts'

/** An unbroken time for which a licence holds in some places, whatever its activities. */
export type Holding = Pick<LicenceTime, 'from' | 'until' | 'last_listed'> & { places: string[] }

/** The times for which a licence holds in each place; places with the same times together, the first ones first. */
export function holdingsOf({ in_force }: Pick<Licence, 'in_force'>): Holding[] {
  const places = [...new Set(in_force.flatMap(({ regions }) => regions))]
  const all = places.flatMap(place => runsIn(in_force, place))
  const groups = Map.groupBy(all, ({ from, until }) => `${from?.edtf} ${until?.edtf}`)
  return [...groups.values()].map(group => ({
    ...group[0]!,
    places: group.flatMap(({ places }) => places),
  }))
}

/** The unbroken times of a place: those that follow each other in the list, as for joinedTimes. */
function runsIn(times: LicenceTime[], place: string): Holding[] {
  const runs: Holding[] = []
  let isGoingOn = false
  for (const { from, until, last_listed, regions } of times) {
    const isHere = regions.includes(place)
    if (isHere && isGoingOn) Object.assign(runs.at(-1)!, { until, last_listed })
    else if (isHere) runs.push({ from, until, last_listed, places: [place] })
    isGoingOn = isHere
  }
  return runs
}

/** The holdings of a licence that may include a day; with places, only those in one of them. */
export function holdingsOn(licence: Licence, day: string, wanted?: Set<string>): Holding[] {
  const on = dayNumber(day)
  return holdingsOf(licence).filter(({ from, until, places }) => {
    const isOn = bounds(from)[0] <= on && on <= bounds(until)[1]
    return isOn && (!wanted || places.some(place => wanted.has(place)))
  })
}
