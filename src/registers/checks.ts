import { daysOf } from '../model/dates.ts'
import { type FactColumn, type Facts, LicenceKind } from '../model/register.ts'
import { codesOf } from '../model/vocabulary.ts'
import { placesBeside } from './cells/places.ts'
import type { ReadRow, Scope } from './rows.ts'

type Check = (facts: Facts, scope: Scope) => string | false | undefined

const firstDay = (date = '') => daysOf(date)?.[0] ?? ''

const oneOf = (codes: readonly string[], value = '') =>
  value !== '' && !codes.includes(value) && `'${value}' is none of ${codes.join(', ')}`

/** What each column must not say, as a reason. */
const checks: [FactColumn, Check][] = [
  ['name', ({ name }) => !name && 'has no name'],
  ['kind', ({ kind }, { register }) => !kind || oneOf(register.kinds, kind)],
  ['kind', ({ kind }) => oneOf(LicenceKind.options, kind)],
  ['state', ({ state }) => oneOf(codesOf('licence-status'), state)],
  ['ended_by', ({ ended_by }) => oneOf(codesOf('licence-ending'), ended_by)],
  ['home', ({ home }, { register }) => oneOf(register.places, home)],
  ['home', otherHome],
  [
    'granted',
    ({ granted }, { on }) =>
      isAfter(granted, on) && `is granted on ${granted}, later than the reading`,
  ],
  [
    'updated',
    ({ updated }, { on }) =>
      isAfter(updated, on) && `is updated on ${updated}, later than the reading`,
  ],
  [
    'ended',
    ({ granted, ended }) =>
      ended && firstDay(ended) < firstDay(granted) && `ends on ${ended}, before its grant`,
  ],
]

const isAfter = (date: string | undefined, day: string) => firstDay(date) > day

/** An authority grants where it is. */
function otherHome({ home, authority }: Facts, { register }: Scope) {
  const region = register.authorities.find(({ id }) => id === authority)?.region
  return region !== home && `${authority} is not of ${home}`
}

/** Completes a row and checks it: why it stays out is among its faults. */
export function finishRow(scope: Scope, row: ReadRow) {
  const { facts, faults, touch } = row
  if (!facts.home && !faults.has('home')) fillHome(scope, row)
  if (facts.places !== undefined && !faults.has('places'))
    facts.places = placesBeside(facts.home!, facts.places, touch)
  for (const [column, check] of checks) {
    const reason = !faults.has(column) && !isUncertain(column, row) && check(facts, scope)
    if (reason) faults.set(column, String(reason))
  }
}

/** Whether a check would repeat the fault of another column. */
const isUncertain = (column: FactColumn, { faults }: ReadRow) =>
  column === 'home' && faults.has('authority')

function fillHome({ register }: Scope, { facts, touch, faults }: ReadRow) {
  const authority = register.authorities.find(({ id }) => id === facts.authority)
  if (!authority || faults.has('authority')) return
  facts.home = authority.region
  touch('home-by-authority')
}
