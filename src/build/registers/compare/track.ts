import type { RegisterSeed } from '../../../model/register.ts'
import type { Group } from '../read/identity.ts'
import { isDamaged, isSameName } from '../read/names.ts'
import { type Observation, observationsOf } from '../read/observations.ts'
import type { Reading, Row } from '../read/reading.ts'
import { type History, historyOf, type Seen, settledOf } from './versions.ts'

/** All that the readings of a register say of one licence. */
export type Track = {
  register: RegisterSeed
  keys: string[]
  rows: Row[]
  /** All readings of the register, the oldest first. */
  readings: Reading[]
  observations: Observation[]
  names: History<string>
  kinds: History<string>
  /** Of activities, not of the services of the register. */
  activities: History<string[]>
  places: History<string[]>
  /** Years, months or days. */
  granted: History<string>
  ended: History<string>
  leis: History<string>
  brands: History<string>
  references: History<string[]>
  otherNumbers: History<string[]>
  clients: History<string[]>
  domains: History<string[]>
}

export function trackOf(
  register: RegisterSeed,
  readings: Reading[],
  group: Group,
  problems: string[],
): Track {
  const observations = observationsOf(register, group, problems)
  const seen = <V>(read: (observation: Observation) => V | undefined): Seen<V>[] =>
    observations.flatMap(observation => {
      const value = read(observation)
      return value === undefined ? [] : [{ observation, value }]
    })
  // A register without places lists licences for the place that grants them.
  const places = seen(one => one.places)
  const filled = (read: (observation: Observation) => string | undefined) =>
    settledOf(seen(one => read(one) || undefined))
  const lists = (read: (observation: Observation) => string[] | undefined) =>
    settledOf(seen(one => (read(one)?.length ? read(one) : undefined)))
  return {
    ...{ register, keys: group.keys, rows: group.rows, readings, observations },
    names: historyOf(
      seen(one => one.name),
      isSameName,
      (before, after) => (isDamaged(after) ? before : after),
    ),
    kinds: historyOf(seen(one => one.kind)),
    activities: historyOf(seen(one => activitiesOf(register, one))),
    places: historyOf(places.length > 0 ? places : seen(({ home }) => [home])),
    granted: filled(one => one.granted),
    ended: settledOf(seen(one => one.ended)),
    leis: filled(one => one.lei),
    brands: filled(one => one.brand),
    references: lists(one => one.references),
    otherNumbers: lists(one => one.otherNumbers),
    clients: lists(one => one.clients),
    domains: lists(one => one.domains),
  }
}

/** The activities of a licence; undefined if the register does not say. */
function activitiesOf(register: RegisterSeed, { services }: Observation): string[] | undefined {
  if (register.activities) return register.activities
  if (services === undefined || services.length === 0) return undefined
  return [...new Set(services.flatMap(code => register.services[code]!.activities))].sort()
}

/** The value that a licence is shown with. */
export const shown = <V>({ versions }: History<V>): V | undefined => versions.at(-1)?.value

/** Whether no complete reading between two observations of a licence lacks it. */
export function isUnbroken({ readings, observations }: Track, from: Observation, to: Observation) {
  const listed = new Set(observations.map(({ reading }) => reading))
  return !readings.some(
    reading =>
      from.reading.on < reading.on &&
      reading.on < to.reading.on &&
      reading.covers.includes(from.kind) &&
      !listed.has(reading),
  )
}

/** The official numbers that a licence is shown with. */
export const numbersOf = ({ references, otherNumbers }: Track): string[] => [
  ...(shown(references) ?? []),
  ...(shown(otherNumbers) ?? []),
]

/** Gives a problem with a record the place of its first row. */
export const atRow =
  ({ observations }: Track) =>
  (path: PropertyKey[], reason: string): string =>
    observations[0]!.at(`${path.join('.')}: ${reason}`)
