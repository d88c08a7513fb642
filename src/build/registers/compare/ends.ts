import { dayNumber } from '../../../model/dates.ts'
import { foldName } from '../read/names.ts'
import type { Observation } from '../read/observations.ts'
import type { Reading } from '../read/reading.ts'
import { shown, type Track } from './track.ts'
import { type Between, changeBetween, nextDay } from './versions.ts'

/** How a licence ended, and what shows it. */
export type End = { by: string | undefined } & (
  | { how: 'stated'; edtf: string }
  | { how: 'listed-as-ended'; between: Between; observation: Observation }
  | { how: 'replaced'; edtf: string; successor: Track }
  | { how: 'not-listed'; between: Between; last: Observation; reading: Reading }
)

/** How each licence of a register ended; those that have not are left out. */
export function endsOf(tracks: Track[], readings: Reading[]): Map<Track, End> {
  const ends = tracks.flatMap(track => {
    const end =
      statedEnd(track) ?? listedEnd(track) ?? replacement(track, tracks) ?? absence(track, readings)
    return end ? [[track, end] as const] : []
  })
  return new Map(ends)
}

const last = ({ observations }: Track): Observation => observations.at(-1)!

function statedEnd(track: Track): End | undefined {
  const edtf = shown(track.ended)
  return edtf ? { how: 'stated', edtf, by: lastSaid(track, one => one.endedBy) } : undefined
}

const lastSaid = ({ observations }: Track, read: (one: Observation) => string | undefined) =>
  observations.map(read).findLast(Boolean)

/** The end of a licence that its register lists as ended, without a day. */
function listedEnd(track: Track): End | undefined {
  const decisive = observationsThatCount(track)
  const at = decisive.findLastIndex(({ state }) => state !== 'ended') + 1
  const observation = decisive[at]
  if (!observation) return undefined
  const before = decisive[at - 1]
  const between = before && changeBetween(before, observation)
  const by = lastSaid(track, one => one.endedBy)
  const open = { first: null, last: observation.reading.on }
  return { how: 'listed-as-ended', between: between ?? open, observation, by }
}

/** The official files among the observations; all where there are only copies. */
function observationsThatCount({ observations }: Track): Observation[] {
  const raw = observations.filter(({ reading }) => reading.isRaw)
  return raw.length > 0 ? raw : observations
}

/** An approval in principle ends on the day of the licence that follows, though the register may list it longer. */
function replacement(track: Track, tracks: Track[]): End | undefined {
  if (shown(track.kinds) !== 'approval-in-principle') return undefined
  const successor = tracks.find(other => isSuccessor(track, other))
  if (!successor) return undefined
  return { how: 'replaced', edtf: shown(successor.granted)!, successor, by: 'successor' }
}

function isSuccessor(track: Track, other: Track): boolean {
  const [from, since] = [shown(track.granted) ?? '', shown(other.granted)]
  if (shown(other.kinds) === 'approval-in-principle' || since === undefined) return false
  const names = (one: Track) => new Set(one.observations.map(({ name }) => foldName(name)))
  return since >= from && !names(track).isDisjointFrom(names(other))
}

/** A licence that a complete reading lists no more ended after the last update of its row. */
function absence(track: Track, readings: Reading[]): End | undefined {
  const observation = last(track)
  const reading = readings.find(
    ({ on, covers }) => on > observation.reading.on && covers.includes(observation.kind),
  )
  if (!reading) return undefined
  const { updated } = observation
  const first = updated && dayNumber(updated) < dayNumber(reading.on) ? nextDay(updated) : null
  const between = { first, last: reading.on }
  return { how: 'not-listed', between, last: observation, reading, by: undefined }
}
