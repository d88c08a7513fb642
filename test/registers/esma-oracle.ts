import {
  cellOf,
  type Day,
  dayOf,
  days,
  fold,
  homeOf,
  leiOf,
  listedPlaces,
  type Row,
  rowsOf,
  unknownPlaces,
} from './esma-file.ts'
import { servicesOf } from './esma-services.ts'

export { compare } from './esma-compare.ts'
export { doubtsOf } from './esma-doubts.ts'

/** A licence as one file of ESMA shows it. */
export type EsmaLicence = {
  /** The day of the file. */
  day: Day
  lines: number[]
  lei: string | null
  name: string
  /** As written, without the spaces around it. */
  authority: string
  home: string
  granted: string | null
  ended: string | null
  /** Letters, sorted. */
  services: string[]
  /** Codes, sorted, the home state among them. */
  places: string[]
  /** The places without the home state, unless it is listed. */
  listed: string[]
  /** Codes as written that are no place of the EEA: they are left out of the places. */
  unknown: string[]
  /** The newest day of a change. */
  updated: string | null
}

/** A second row widens a licence: the first day of grant counts, and everything that either row allows. */
export const licencesOf = (day: Day): EsmaLicence[] =>
  [...Map.groupBy(rowsOf(day), keyOf).values()].map(rows => licenceOf(day, rows))

const keyOf = (row: Row): string =>
  leiOf(row) ?? unregistered(cellOf(row, 'ae_competentAuthority'), cellOf(row, 'ae_lei_name'))

const unregistered = (authority: string, name: string) => `${fold(authority)}/${fold(name)}`

function licenceOf(day: Day, rows: Row[]): EsmaLicence {
  const [row] = rows as [Row]
  const listed = sorted(rows.flatMap(listedPlaces))
  const ends = daysIn(rows, 'ac_authorisationEndDate')
  return {
    day,
    lines: rows.map(({ line }) => line),
    lei: leiOf(row),
    name: cellOf(row, 'ae_lei_name'),
    authority: cellOf(row, 'ae_competentAuthority'),
    home: homeOf(row),
    granted: daysIn(rows, 'ac_authorisationNotificationDate')[0] ?? null,
    ended: ends.length === rows.length ? ends.at(-1)! : null,
    services: sorted(rows.flatMap(servicesOf)),
    places: sorted([homeOf(row), ...listed]),
    listed,
    unknown: sorted(rows.flatMap(unknownPlaces)),
    updated: daysIn(rows, 'ac_lastupdate').at(-1) ?? null,
  }
}

const sorted = (codes: string[]): string[] => [...new Set(codes)].sort()

const daysIn = (rows: Row[], column: string): string[] =>
  sorted(rows.map(row => dayOf(row, column)).filter(day => day !== null))

/** How much a file holds; `pairs` are of a licence and a service, `places` of a licence and a place. */
export function figuresOf(day: Day) {
  const licences = licencesOf(day)
  const count = (size: (licence: EsmaLicence) => number) =>
    licences.reduce((sum, licence) => sum + size(licence), 0)
  return {
    rows: rowsOf(day).length,
    licences: licences.length,
    withDay: licences.filter(({ granted }) => granted).length,
    ended: licences.filter(({ ended }) => ended).length,
    pairs: count(({ services }) => services.length),
    /** Those that are understood. */
    places: count(({ places }) => places.length),
    /** Codes that are not understood as well. */
    placesAsWritten: count(({ places, unknown }) => places.length + unknown.length),
    rowsWithoutHome: rowsOf(day).filter(row => !listedPlaces(row).includes(homeOf(row))).length,
  }
}

const exchangeServices = ['b', 'c', 'd']

/** The licences with an exchange service that are in force in a place on the day of a file, by that file alone. */
export const exchangesIn = (
  place: string,
  day: Day,
  field: 'places' | 'listed' = 'places',
): EsmaLicence[] =>
  licencesOf(day).filter(
    licence =>
      licence[field].includes(place) &&
      licence.services.some(letter => exchangeServices.includes(letter)) &&
      (licence.granted === null || licence.granted <= day) &&
      (licence.ended === null || licence.ended >= day),
  )

/** The licences of all files by firm; a firm whose LEI was unreadable once is known by its authority and name. */
export function histories(): Map<string, EsmaLicence[]> {
  const all = days.flatMap(licencesOf)
  const nameKey = ({ authority, name }: EsmaLicence) => unregistered(authority, name)
  const known = all.filter(({ lei }) => lei)
  const leis = new Map(known.map(licence => [nameKey(licence), licence.lei!]))
  return Map.groupBy(all, licence => licence.lei ?? leis.get(nameKey(licence)) ?? nameKey(licence))
}

/** Whether names differ in more than case, punctuation, spaces and lost letters. */
const differ = (one: string, other: string): boolean =>
  !matches(fold(one), fold(other)) && !matches(fold(other), fold(one))

const matches = (lossy: string, name: string): boolean =>
  new RegExp(`^${lossy.replaceAll('\ufffd', '.?')}$`, 'u').test(name)

type Change = { lei: string; from: EsmaLicence; to: EsmaLicence }

/** Each file and the next one that lists the same firm, where they differ by the test. */
const changesBy = (changed: (from: EsmaLicence, to: EsmaLicence) => boolean): Change[] =>
  [...histories()].flatMap(([lei, states]) =>
    states
      .slice(1)
      .map((to, i) => ({ lei, from: states[i]!, to }))
      .filter(({ from, to }) => changed(from, to)),
  )

/** Firms whose name changed under one LEI. */
export const renamings = (): Change[] =>
  changesBy((from, to) => from.lei !== null && from.lei === to.lei && differ(from.name, to.name))

/** Licences whose services changed; `updated` of both states tells a change from a correction. */
export const serviceChanges = (): Change[] =>
  changesBy((from, to) => from.services.join() !== to.services.join())
