import { bounds, dayNumber, type EventDate } from '../../model/dates.ts'
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

/** The unbroken times of a place. */
function runsIn(times: LicenceTime[], place: string): Holding[] {
  const runs: Holding[] = []
  for (const { from, until, last_listed } of times.filter(({ regions }) =>
    regions.includes(place),
  )) {
    const last = runs.at(-1)
    if (last && follows(last.until, from)) Object.assign(last, { until, last_listed })
    else runs.push({ from, until, last_listed, places: [place] })
  }
  return runs
}

/** Whether a time may begin on the day after another one ends. */
const follows = (until: EventDate | null, from: EventDate | null): boolean =>
  bounds(from)[0] <= bounds(until)[1] + 1

/** The holdings of a licence that may include a day; with places, only those in one of them. */
export function holdingsOn(licence: Licence, day: string, wanted?: Set<string>): Holding[] {
  const on = dayNumber(day)
  return holdingsOf(licence).filter(({ from, until, places }) => {
    const isOn = bounds(from)[0] <= on && on <= bounds(until)[1]
    return isOn && (!wanted || places.some(place => wanted.has(place)))
  })
}
