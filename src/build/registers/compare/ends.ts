import { APPROVAL } from '../../../model/register.ts'
import { foldName } from '../read/names.ts'
import type { Observation } from '../read/observations.ts'
import type { Reading } from '../read/reading.ts'
import { shown, type Track } from './track.ts'
import { type Between, changeBetween, daysAfter, decisive } from './versions.ts'

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
  const own = decisive(track.observations, observation => observation)
  const at = own.findLastIndex(({ state }) => state !== 'ended') + 1
  const observation = own[at]
  if (!observation) return undefined
  const before = own[at - 1]
  const changed = before && changeBetween(before, observation)
  const by = lastSaid(track, one => one.endedBy)
  const between = changed ?? daysAfter(null, observation.reading.on)
  return { how: 'listed-as-ended', between, observation, by }
}

/** An approval in principle ends on the day of the licence that follows, though the register may list it longer. */
function replacement(track: Track, tracks: Track[]): End | undefined {
  if (shown(track.kinds) !== APPROVAL) return undefined
  const successor = tracks.find(other => isSuccessor(track, other))
  if (!successor) return undefined
  return { how: 'replaced', edtf: shown(successor.granted)!, successor, by: 'successor' }
}

function isSuccessor(track: Track, other: Track): boolean {
  const [from, since] = [shown(track.granted) ?? '', shown(other.granted)]
  if (shown(other.kinds) === APPROVAL || since === undefined) return false
  const names = (one: Track) => new Set(one.observations.map(({ name }) => foldName(name)))
  return since >= from && !names(track).isDisjointFrom(names(other))
}

/** A licence that a complete reading no longer lists ended after the last update of its row. */
function absence(track: Track, readings: Reading[]): End | undefined {
  const observation = last(track)
  const reading = readings.find(
    ({ on, covers }) => on > observation.reading.on && covers.includes(observation.kind),
  )
  if (!reading) return undefined
  const between = daysAfter(observation.updated || null, reading.on)
  return { how: 'not-listed', between, last: observation, reading, by: undefined }
}
