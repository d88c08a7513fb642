import type { End } from '../build/registers/compare/ends.ts'
import { changesOf } from '../build/registers/compare/keys.ts'
import type { Track } from '../build/registers/compare/track.ts'
import type { RegisterFolder } from '../build/registers/read/folder.ts'
import { namesOf } from '../build/registers/write/times.ts'

/** The effects of a reading: a line in words for each licence that is added, changed, ended or corrected. */
export type Changes = {
  added: string[]
  changed: string[]
  ended: string[]
  corrected: string[]
  /** Licences, changes and ends that no reading supports any more. */
  gone: string[]
  /** The licences that end because the reading no longer lists them, and how many it covers. */
  notListed: { count: number; covered: number }
  /** The licences that no reading supports any more, and how many there were. */
  lost: { count: number; of: number }
}

/** What differs between a register with a reading and without it. */
export function changesBetween(before: RegisterFolder, now: RegisterFolder, on: string): Changes {
  const old = new Map(before.tracks.flatMap(track => track.keys.map(key => [key, track] as const)))
  const changes: Changes = {
    ...{ added: [], changed: [], ended: [], corrected: [], gone: [] },
    notListed: { count: 0, covered: coveredBy(now, on) },
    lost: { count: 0, of: before.tracks.length },
  }
  for (const track of now.tracks) {
    const was = track.keys.map(key => old.get(key)).find(it => it !== undefined)
    const [end, ended] = [now.ends.get(track), was && before.ends.get(was)]
    if (end?.how === 'not-listed' && ended?.how !== 'not-listed') changes.notListed.count++
    describe(changes, track, was, end, ended)
  }
  const kept = new Set(now.tracks.flatMap(({ keys }) => keys))
  for (const track of before.tracks)
    if (!track.keys.some(key => kept.has(key))) {
      changes.gone.push(nameOf(track))
      changes.lost.count++
    }
  return changes
}

const nameOf = (track: Track) => namesOf(track).name

/** How many licences of a kind that a reading covers it or an earlier reading lists, and that had not ended before. */
function coveredBy({ readings, tracks }: RegisterFolder, on: string): number {
  const covers = readings.find(reading => reading.on === on)!.covers
  return tracks.filter(({ observations: [first] }) => {
    return covers.includes(first!.kind) && first!.reading.on <= on
  }).length
}

function describe(
  changes: Changes,
  track: Track,
  was: Track | undefined,
  end: End | undefined,
  ended: End | undefined,
) {
  const name = nameOf(track)
  if (!was) changes.added.push(name)
  const [texts, oldTexts] = [stepsOf(track), was ? stepsOf(was) : new Set<string>()]
  for (const text of texts.difference(oldTexts)) changes.changed.push(`${name}: ${text}`)
  if (was) for (const text of oldTexts.difference(texts)) changes.gone.push(`${name}: ${text}`)
  if (end && !ended) changes.ended.push(`${name}: ${endText(end)}`)
  if (!end && ended) changes.gone.push(`${name}: its end`)
  if (was) changes.corrected.push(...correctionsOf(track, was).map(text => `${name}: ${text}`))
}

function stepsOf(track: Track): Set<string> {
  const places = track.places.versions.slice(1).map(({ value }) => `places now ${value.join(' ')}`)
  return new Set([...changesOf(track).map(({ text }) => text), ...places])
}

function endText(end: End): string {
  if ('edtf' in end) return end.edtf
  const { first, last } = end.between
  return `${end.how}, between ${first ?? 'an unknown day'} and ${last}`
}

const compared = [
  'names',
  'activities',
  'places',
  'granted',
  'ended',
  'leis',
  'references',
  'otherNumbers',
] as const

/** The fields in which a value of an earlier reading is a mistake now. */
const correctionsOf = (track: Track, was: Track): string[] =>
  compared.filter(field => count(track, field) > count(was, field))

const count = (track: Track, field: (typeof compared)[number]): number =>
  track[field].seen.filter(
    ({ judgement, value }) =>
      value !== '' && (judgement === 'corrected' || judgement === 'copied-wrongly'),
  ).length
