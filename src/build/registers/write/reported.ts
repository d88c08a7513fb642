import type { Licence } from '../../../model/licence.ts'
import { numbersOf, shown, type Track } from '../compare/track.ts'
import { type History, isEqual } from '../compare/versions.ts'
import { isDamaged, isSameName } from '../read/names.ts'
import type { Observation } from '../read/observations.ts'
import { accepted, type Report, statusOf } from './runs.ts'

/** The reports of the readings on a field that is shown with the value of a history. */
export function reportedValues<V>(
  history: History<V>,
  toValue: (value: V) => unknown = value => value,
) {
  const current = shown(history)
  return history.seen.map(({ observation, value, judgement }): Report => {
    const status = isEqual(value, current) ? accepted : statusOf[judgement]
    return { observation, value: toValue(value), status }
  })
}

const garbled = { status: 'garbled', note: 'The file lost letters of the name.' }

/** The reports of the readings on the holder: its name, and its LEI if that is valid. */
export function reportedHolder(track: Track, holder: Licence['holder']): Report[] {
  return track.names.seen.map(({ observation, value: name, judgement }): Report => {
    const lei = observation.lei || undefined
    const value = { name, ...(lei === undefined ? {} : { lei }) }
    const asReported = observation.leiAsReported || undefined
    const isShown = name === holder.name && lei === holder.lei
    const status = isShown
      ? accepted
      : isSameName(name, holder.name)
        ? statusOfSpelling(track, observation, name)
        : statusOf[judgement]
    return { observation, value, status, ...(asReported === undefined ? {} : { asReported }) }
  })
}

/** The status of the name in another spelling, or without the LEI that is shown. */
function statusOfSpelling(track: Track, observation: Observation, name: string): Report['status'] {
  if (isDamaged(name)) return garbled
  const lei = track.leis.seen.find(one => one.observation === observation)
  return statusOf[lei?.judgement ?? 'shown']
}

/** The reports of the readings on the numbers of a licence, by number. */
export function reportedNumbers(track: Track): Map<string, Report[]> {
  const current = numbersOf(track)
  const seen = [...track.references.seen, ...track.otherNumbers.seen]
  const all = seen.flatMap(({ observation, value, judgement }) =>
    value.map(number => {
      const status = current.includes(number) ? accepted : statusOf[judgement]
      const report = { observation, value: { type: 'licence-number', value: number }, status }
      return { number, report }
    }),
  )
  const groups = Map.groupBy(all, ({ number }) => number)
  return new Map([...groups].map(([number, own]) => [number, own.map(({ report }) => report)]))
}

/** That the readings list a licence at all. */
export const reportedListing = ({ observations }: Track): Report[] =>
  observations.map(observation => ({ observation, value: null, status: accepted }))
