import {
  cellOf,
  type Day,
  dayOf,
  fold,
  homeOf,
  leiOf,
  listedPlaces,
  type Row,
  rowsOf,
  unknownPlaces,
  writtenPlaces,
} from './esma-file.ts'
import { serviceDoubts } from './esma-services.ts'

type Doubt = { day: Day; line: number; name: string; about: string }

/** The doubts of one kind about a row of a file. */
type Check = (row: Row, rows: Row[], day: Day) => string[]

const when = (isDoubtful: boolean, about: string): string[] => (isDoubtful ? [about] : [])

const lei: Check = row => {
  const written = row.cells.ae_lei ?? ''
  const read = leiOf(row)
  return [
    ...when(read === null, `'${written}' is no valid LEI`),
    ...when(read !== null && read !== written, `the LEI is written '${written}'`),
  ]
}

const name: Check = row => [
  ...when(/\p{Script=Cyrillic}/u.test(cellOf(row, 'ae_lei_name')), 'the name has Cyrillic letters'),
  ...when(Object.values(row.cells).join().includes('\ufffd'), 'a letter was lost'),
]

const places: Check = row => {
  const written = cellOf(row, 'ac_serviceCode_cou')
  const codes = listedPlaces(row)
  const twice = codes.filter((code, i) => codes.indexOf(code) < i)
  return [
    ...unknownPlaces(row).map(code => `${code} is no place of the EEA`),
    ...twice.map(code => `${code} is listed twice`),
    ...writtenPlaces(row)
      .filter(code => /[a-z]/.test(code))
      .map(code => `${code} is written in small letters`),
    ...when(/\sI\s|[/,;]/.test(written), 'the places have another separator'),
    ...when(written === '', 'no place is listed'),
    ...when(
      written !== '' && !codes.includes(homeOf(row)),
      `the home state ${homeOf(row)} is not listed`,
    ),
    ...when(cellOf(row, 'ae_homeMemberState') === '', 'the home state is missing'),
  ]
}

const dates: Check = (row, _, day) => {
  const granted = dayOf(row, 'ac_authorisationNotificationDate')
  const ended = dayOf(row, 'ac_authorisationEndDate')
  const updated = dayOf(row, 'ac_lastupdate')
  return [
    ...when(granted === null, 'no day of authorisation or notification'),
    ...when(updated === null, 'no day of the last update'),
    ...when(!!granted && !!updated && updated < granted, `${updated} updated before ${granted}`),
    ...when(
      [granted, ended, updated].some(date => date && date > day),
      'a day after the file',
    ),
    ...when(!!ended && !cellOf(row, 'ac_comments'), 'ended, but no comment says by whom'),
    ...when(!!ended && !!updated && updated > ended, `updated ${updated}, after the end`),
  ]
}

const authority: Check = (row, rows) => {
  const peers = rows.filter(other => homeOf(other) === homeOf(row))
  const spellings = new Set(peers.map(other => fold(cellOf(other, 'ae_competentAuthority'))))
  return when(spellings.size > 1, `${homeOf(row)} has ${spellings.size} authorities as written`)
}

const repetition: Check = (row, rows) => {
  const same = rows.filter(other => leiOf(other) && leiOf(other) === leiOf(row))
  return when(same.length > 1, `${same.length} rows with one LEI`)
}

const checks: Check[] = [lei, name, authority, serviceDoubts, places, dates, repetition]

/** Everything in a file that needed a decision to be read. */
export function doubtsOf(day: Day): Doubt[] {
  const rows = rowsOf(day)
  return rows.flatMap(row =>
    checks
      .flatMap(check => check(row, rows, day))
      .map(about => ({ day, line: row.line, name: cellOf(row, 'ae_lei_name'), about })),
  )
}
