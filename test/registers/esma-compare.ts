import type { Licence } from '../../src/model/licence.ts'
import { fold } from './esma-file.ts'
import type { EsmaLicence } from './esma-oracle.ts'

const activities: Record<string, string> = {
  a: 'custody',
  b: 'trading-platform',
  c: 'fiat-conversion',
  d: 'crypto-conversion',
  e: 'order-execution',
  f: 'placing',
  g: 'order-routing',
  h: 'advice',
  i: 'asset-management',
  j: 'transfer',
}
const activitiesOf = ({ services }: EsmaLicence) => services.map(letter => activities[letter]!)

/** A date as written; null where the sources only limit it. */
const stated = (date: Licence['granted']): string | null =>
  date && !['open', 'range', 'interval'].includes(date.precision) ? date.edtf : null

const inRole = (role: string) => (licence: Licence) =>
  licence.regions.filter(region => region.role === role).map(({ code }) => code)

/** The last time of force of a licence that has not ended. */
const current = ({ in_force, ended }: Licence) => (ended ? undefined : in_force.at(-1))

type Value = string | null | undefined | string[]
type Field = [
  name: string,
  expected: (licence: EsmaLicence) => Value,
  served: (l: Licence) => Value,
]

const unlessEnded = (read: (licence: EsmaLicence) => Value) => (licence: EsmaLicence) =>
  licence.ended ? undefined : read(licence)

const fields: Field[] = [
  ['LEI', ({ lei }) => lei, ({ holder }) => holder.lei ?? null],
  ['name', ({ name }) => name, ({ holder }) => holder.name],
  ['day of grant', ({ granted }) => granted, ({ granted }) => stated(granted)],
  ['day of end', ({ ended }) => ended, ({ ended }) => stated(ended)],
  ['status', ({ ended }) => (ended ? 'ended' : 'granted'), ({ status }) => status?.stage],
  ['list of activities', activitiesOf, ({ activities }) => activities],
  ['home state', ({ home }) => [home], inRole('jurisdiction')],
  ['list of places', ({ places }) => places, inRole('valid')],
  ['activities now in force', unlessEnded(activitiesOf), l => current(l)?.activities],
  ['places now in force', unlessEnded(({ places }) => places), l => current(l)?.regions],
  ['last reading', ({ day }) => day, ({ register }) => register?.last_listed],
]

/** How served licences differ from those of a file; the dataset must end with the reading of that file. */
export function compare(expected: EsmaLicence[], licences: Licence[]): string[] {
  const pairs = expected.map(licence => [licence, partnerOf(licence, licences)] as const)
  const found = pairs.filter((pair): pair is [EsmaLicence, Licence] => pair[1] !== undefined)
  const partners = new Set(found.map(([, licence]) => licence))
  return [
    ...expected.filter((_, i) => !pairs[i]![1]).map(licence => `${placeIn(licence)} is not served`),
    ...licences
      .filter(licence => !partners.has(licence))
      .map(({ id, holder }) => `${id} (${holder.name}) is not in the file`),
    ...found.flatMap(([licence, served]) => fieldDifferences(licence, served)),
    ...repeatedRows(licences),
    ...ambiguities('authority', found, ([{ authority }]) => fold(authority), authorityOf),
    ...ambiguities('home state', found, authorityOf, ([, served]) =>
      inRole('jurisdiction')(served).join(),
    ),
  ]
}

const authorityOf = ([, { authority }]: [EsmaLicence, Licence]) => authority

/** By LEI; where the file has none, by home state and name. */
const partnerOf = ({ lei, home, name }: EsmaLicence, licences: Licence[]): Licence | undefined =>
  licences.find(({ holder }) => lei !== null && holder.lei === lei) ??
  licences.find(
    licence =>
      fold(licence.holder.name) === fold(name) && inRole('jurisdiction')(licence).includes(home),
  )

const placeIn = ({ day, lines, name }: EsmaLicence) => `${name} (${day}, line ${lines.join()})`

const fieldDifferences = (licence: EsmaLicence, served: Licence): string[] =>
  fields.flatMap(([name, expect, read]) => {
    const [wanted, got] = [expect(licence), read(served)]
    if (textOf(wanted) === textOf(got)) return []
    return [`${placeIn(licence)}: ${name} ${difference(wanted, got)}`]
  })

const difference = (wanted: Value, got: Value): string =>
  Array.isArray(wanted) && Array.isArray(got)
    ? `lacks ${textOf(without(wanted, got))} and adds ${textOf(without(got, wanted))}`
    : `should be ${textOf(wanted)}, is ${textOf(got)}`

/** The items of a list that are not in another; those that it repeats count as too many. */
const without = (list: string[], other: string[]): string[] =>
  list.filter((item, i) => !other.includes(item) || list.indexOf(item) < i)

const textOf = (value: Value): string =>
  Array.isArray(value) ? [...value].sort().join(' ') || 'nothing' : (value ?? 'missing')

const repeatedRows = (licences: Licence[]): string[] =>
  [...Map.groupBy(licences, ({ register }) => register?.row)]
    .filter(([, same]) => same.length > 1)
    .map(([row, same]) => `row ${row} belongs to ${same.map(({ id }) => id).join(' and ')}`)

/** Keys that do not lead to one value alone. */
const ambiguities = (
  name: string,
  pairs: [EsmaLicence, Licence][],
  key: (pair: [EsmaLicence, Licence]) => string,
  value: (pair: [EsmaLicence, Licence]) => string,
): string[] =>
  [...Map.groupBy(pairs, key)]
    .map(([group, same]) => [group, [...new Set(same.map(value))]] as const)
    .filter(([, values]) => values.length > 1)
    .map(([group, values]) => `${group} has more than one ${name}: ${values.join(', ')}`)
