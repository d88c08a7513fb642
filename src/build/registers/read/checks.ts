import { daysOf } from '../../../model/dates.ts'
import {
  type FactColumn,
  type Facts,
  type RegisterSeed,
  SEPARATOR,
} from '../../../model/register.ts'
import { codesOf } from '../../../model/vocabulary.ts'

/** The register that a reading is of, and the day of the reading. */
export type Source = { register: RegisterSeed; on: string }

type Check = (facts: Facts, source: Source) => string | false | undefined

/** Why a row of facts cannot be right, by the column that shows it. */
export const checks: [FactColumn, Check][] = [
  ['name', ({ name }) => !name && 'is missing'],
  ['kind', ({ kind }) => !kind && 'is missing'],
  ['kind', ({ kind }, { register }) => strangeIn(kind, register.kinds)],
  ['authority', unknownAuthority],
  ['home', ({ home }, { register }) => strangeIn(home, register.places)],
  ['home', otherHome],
  ['granted', ({ granted }) => noDate(granted)],
  ['granted', ({ granted }, { on }) => isAfter(granted, on) && afterReading(granted)],
  ['ended', ({ ended }) => noDate(ended)],
  [
    'ended',
    ({ granted, ended }) => ended && isAfter(granted, ended) && `${ended} is before the grant`,
  ],
  ['ended_by', ({ ended_by }) => strangeIn(ended_by, codesOf('licence-ending'))],
  ['state', ({ state }) => strangeIn(state, ['granted', 'ended'])],
  ['updated', ({ updated }) => noDate(updated)],
  ['updated', ({ updated }, { on }) => isAfter(updated, on) && afterReading(updated)],
  ['services', ({ services }, { register }) => strangeIn(services, Object.keys(register.services))],
  ['places', ({ places }, { register }) => strangeIn(places, register.places)],
  ['clients', ({ clients }) => strangeIn(clients, codesOf('client'))],
]

function strangeIn(list: string | undefined, known: string[]): string | undefined {
  const items = list ? list.split(SEPARATOR) : []
  const strange = items.find(item => !known.includes(item))
  return strange === undefined ? undefined : `'${strange}' is none of ${known.join(', ')}`
}

const noDate = (date?: string) => date && !daysOf(date) && `'${date}' is no date`

const afterReading = (date?: string) => `${date} is after the day of the reading`

/** Whether a date surely is after another one: by their first days, which may be those of a month or year. */
const isAfter = (date = '', other: string) => (daysOf(date)?.[0] ?? '') > daysOf(other)![1]

/** The authority that granted the licence of a row. */
export const authorityOf = ({ authority }: Facts, { register }: Source) =>
  register.authorities.find(({ id }) => id === authority)

function unknownAuthority(facts: Facts, source: Source) {
  return !authorityOf(facts, source) && `'${facts.authority}' is not among the authorities`
}

/** An authority grants where it is. */
function otherHome(facts: Facts, source: Source) {
  const authority = authorityOf(facts, source)
  return (
    authority && authority.region !== facts.home && `${facts.home} is not that of ${authority.id}`
  )
}
