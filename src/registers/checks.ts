import { daysOf } from '../model/dates.ts'
import { type FactColumn, type Facts, SEPARATOR } from '../model/register.ts'
import { codesOf } from '../model/vocabulary.ts'
import { placesBeside } from './cells/places.ts'
import type { ReadRow, Scope } from './rows.ts'

type Check = (facts: Facts, scope: Scope) => string | false | undefined

/** Why a row cannot be right, by the column that shows it. Decisions are checked too. */
const checks: [FactColumn, Check][] = [
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
  ['state', ({ state }) => strangeIn(state, codesOf('licence-status'))],
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

const authorityOf = ({ authority }: Facts, { register }: Scope) =>
  register.authorities.find(({ id }) => id === authority)

function unknownAuthority(facts: Facts, scope: Scope) {
  return !authorityOf(facts, scope) && `'${facts.authority}' is not among the authorities`
}

/** An authority grants where it is. */
function otherHome(facts: Facts, scope: Scope) {
  const authority = authorityOf(facts, scope)
  return (
    authority && authority.region !== facts.home && `${facts.home} is not that of ${authority.id}`
  )
}

/** Completes a row and checks it: why it stays out is among its faults. */
export function finishRow(scope: Scope, row: ReadRow) {
  const { facts, faults, touch } = row
  if (!facts.home && !faults.has('home')) fillHome(scope, row)
  if (facts.places !== undefined && !faults.has('places'))
    facts.places = placesBeside(facts.home!, facts.places, touch)
  for (const [column, check] of checks) {
    // The home state depends on the authority.
    if (faults.has(column) || (column === 'home' && faults.has('authority'))) continue
    const reason = check(facts, scope)
    if (reason) faults.set(column, reason)
  }
}

function fillHome(scope: Scope, { facts, touch, faults }: ReadRow) {
  const authority = authorityOf(facts, scope)
  if (!authority || faults.has('authority')) return
  facts.home = authority.region
  if (scope.layout.columns.home) touch('home-by-authority')
}
