import { CalendarDate, Day, daysOf } from '../../../model/dates.ts'
import { type FactColumn, type Facts, itemsOf, type RegisterSeed } from '../../../model/register.ts'
import { codesOf } from '../../../model/vocabulary.ts'

/** The register that a reading is of, and the day of the reading. */
export type Source = { register: RegisterSeed; on: string }

type Check = (facts: Facts, source: Source) => string | false | undefined

/** Why a row of facts cannot be right, by the column that shows it. */
export const checks: [FactColumn, Check][] = [
  ['name', ({ name }) => !name && 'is missing'],
  ['kind', ({ kind }) => !kind && 'is missing'],
  ['kind', ({ kind }, { register }) => strange(kind, register.kinds)],
  ['authority', unknownAuthority],
  ['home', ({ home }, { register }) => strange(home, register.places)],
  ['home', otherHome],
  ['granted', ({ granted }) => noDate(granted)],
  ['granted', ({ granted }, { on }) => isAfter(granted, on) && afterReading(granted)],
  ['ended', ({ ended }) => noDate(ended)],
  [
    'ended',
    ({ granted, ended }) => ended && isAfter(granted, ended) && `${ended} is before the grant`,
  ],
  ['ended_by', ({ ended_by }) => strange(ended_by, codesOf('licence-ending'))],
  ['state', ({ state }) => strange(state, ['granted', 'ended'])],
  ['updated', ({ updated }) => noDay(updated)],
  ['updated', ({ updated }, { on }) => isAfter(updated, on) && afterReading(updated)],
  ['services', ({ services }, { register }) => strangeIn(services, Object.keys(register.services))],
  ['places', ({ places }, { register }) => strangeIn(places, register.places)],
  ['clients', ({ clients }) => strangeIn(clients, codesOf('client'))],
]

function strangeIn(list = '', known: string[]): string | undefined {
  const found = itemsOf(list).find(item => !known.includes(item))
  return found === undefined ? undefined : noneOf(found, known)
}

const strange = (text = '', known: string[]): string | undefined =>
  text === '' || known.includes(text) ? undefined : noneOf(text, known)

const noneOf = (text: string, known: string[]) => `'${text}' is none of ${known.join(', ')}`

const noDay = (day?: string) => day && !Day.safeParse(day).success && `'${day}' is no day`
const noDate = (date?: string) =>
  date && !CalendarDate.safeParse(date).success && `'${date}' is no date`

const afterReading = (date?: string) => `${date} is after the day of the reading`

/** Whether a date surely is after another one: by their first days, which may be those of a month or year. */
const isAfter = (date = '', other: string) =>
  (daysOf(date)?.[0] ?? '') > (daysOf(other)?.[1] ?? '9')

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
