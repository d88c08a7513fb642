import { bounds, type DateSeed, isoDay, toEventDate } from '../../../model/dates.ts'
import type { LicenceTime } from '../../../model/licence.ts'
import { isUnbroken, shown, type Track } from '../compare/track.ts'
import {
  type Between,
  dayBefore,
  type History,
  isEqual,
  type Version,
} from '../compare/versions.ts'
import type { Observation } from '../read/observations.ts'

/** A date that is one of some days, in EDTF. */
export const edtfOf = ({ first, last }: Between): string =>
  first === last ? last : `[${first ?? ''}..${last}]`

/** One of the steps by which the times of a licence follow each other; null for the first. */
export type Turn = { on: string; between: Between } | null

/** Why a date is one of some days. */
export const CHANGED =
  'Two readings of the register differ. The row changed after the last update that the earlier one shows, and by the one that the later one shows.'

const UNDATED = 'The register lists it, and gives no day of the grant.'

/** The times of force of a licence. `stepOf` gives the action of a change, if it has one. */
export function timesOf(
  track: Track,
  granted: DateSeed | null,
  ended: DateSeed | null,
  stepOf: (turn: Turn) => string[],
): LicenceTime[] {
  const start = granted ?? firstListing(track)
  const turns = turnsWithin(turnsOf(track), start, ended)
  return turns.map((turn, i) => {
    const next = turns[i + 1]
    const activities = valueAt(track.activities, turn) ?? null
    const regions = valueAt(track.places, turn)!
    const from = turn && i > 0 ? changeDate(turn.between, start, ended) : start
    const until = next ? endBefore(next.between, from, ended) : ended
    return {
      from: toEventDate(from),
      until: until && toEventDate(until),
      ...{ activities, regions, actions: stepOf(i > 0 ? turn : null) },
      ...listedWith(track, [turn?.on ?? '', next?.on ?? '9'], activities, regions),
    }
  })
}

/** The turns of a licence, in the order of the readings that show them. */
function turnsOf({ activities, places }: Track): Turn[] {
  const versions: Version<unknown>[] = [...activities.versions, ...places.versions]
  const turns = new Map(versions.flatMap(({ since }) => (since ? [[since.on, since]] : [])))
  return [null, ...[...turns.values()].sort((a, b) => (a.on < b.on ? -1 : 1))]
}

/**
 * The turns that lie between the grant and the end of a licence. The first time begins with the grant: a turn that is
 * before it, since the licence was granted again, takes its place.
 */
function turnsWithin(turns: Turn[], start: DateSeed, ended: DateSeed | null): Turn[] {
  const begun = earliestOf(start)
  const end = latestOf(ended)
  const isBefore = (turn: Turn) => !turn || (begun !== null && turn.between.last <= begun)
  const isAfter = (turn: Turn) => end && turn && (turn.between.first ?? '') > end
  return turns.slice(turns.findLastIndex(isBefore)).filter(turn => !isAfter(turn))
}

/** The value that holds from a turn on. */
const valueAt = <V>({ versions }: History<V>, turn: Turn): V | undefined =>
  versions.findLast(({ since }) => !since || (turn && since.on <= turn.on))?.value

const firstListing = ({ observations }: Track): DateSeed => ({
  edtf: `[..${observations[0]!.reading.on}]`,
  basis: 'inferred',
  note: UNDATED,
})

/** The first day of what a change brought: not before the grant, nor after the end. */
const changeDate = (
  { first, last }: Between,
  start: DateSeed,
  ended: DateSeed | null,
): DateSeed => ({
  edtf: edtfOf({ first: later(first, earliestOf(start)), last: earlier(last, latestOf(ended)) }),
  basis: 'inferred',
  note: CHANGED,
})

/** The last day of what a change ended: not before its first, nor after the end of the licence. */
function endBefore(next: Between, from: DateSeed, ended: DateSeed | null): DateSeed {
  const first = later(next.first && dayBefore(next.first), earliestOf(from))
  const last = later(earlier(dayBefore(next.last), latestOf(ended)), first)!
  return { edtf: edtfOf({ first, last }), basis: 'inferred', note: CHANGED }
}

const later = (a: string | null, b: string | null): string | null =>
  a && b && b < a ? a : (b ?? a)
const earlier = (a: string, b: string | null): string => (b !== null && b < a ? b : a)

const latestOf = (ended: DateSeed | null): string | null => ended && toEventDate(ended).latest

function earliestOf(start: DateSeed): string | null {
  const { floor, ...date } = toEventDate(start)
  const [earliest] = bounds(date)
  return floor || !Number.isFinite(earliest) ? null : isoDay(earliest)
}

/** The first and the last official file of the last unbroken run that shows activities and places. */
function listedWith(
  track: Track,
  [since, until]: [since: string, until: string],
  activities: string[] | null,
  regions: string[],
) {
  let run: Observation[] = []
  let before: Observation | undefined
  const own = track.observations.filter(
    ({ reading: { isRaw, on } }) => isRaw && on >= since && on < until,
  )
  for (const observation of own) {
    const isShown = observation.state !== 'ended' && shows(track, observation, activities, regions)
    if (isShown) {
      const goesOn = before && isUnbroken(track, before, observation)
      run = goesOn ? [...run, observation] : [observation]
    }
    before = isShown ? observation : undefined
  }
  return { first_listed: run[0]?.reading.on ?? null, last_listed: run.at(-1)?.reading.on ?? null }
}

const shows = (
  { activities, places }: Track,
  observation: Observation,
  ...[own, regions]: [string[] | null, string[]]
): boolean => has(activities, observation, own) && has(places, observation, regions)

/** Whether a reading has a value, or says nothing about it. */
function has<V>({ seen }: History<V>, observation: Observation, value: V | null): boolean {
  const found = seen.find(one => one.observation === observation)
  return !found || isEqual(found.value, value)
}

export const lastListing = (track: Track): string => track.observations.at(-1)!.reading.on

/** The holder's name now, and the names before, the oldest first. */
export function namesOf({ names }: Track): { name: string; names_before: string[] } {
  const before = names.versions.slice(0, -1).map(({ value }) => value)
  return { name: shown(names)!, names_before: before }
}
