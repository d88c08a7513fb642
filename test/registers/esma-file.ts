import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** The days of the files, the oldest first. */
export const days = ['2025-12-15', '2026-02-09', '2026-04-07', '2026-06-01', '2026-06-28'] as const
export type Day = (typeof days)[number]

/** A row as written, and the line of the file on which it starts, counted from 1. */
export type Row = { line: number; cells: Record<string, string> }

const folder = new URL('../fixtures/registers/esma/', import.meta.url)

export function rowsOf(day: Day): Row[] {
  const file = gunzipSync(readFileSync(new URL(`${day}.csv.gz`, folder)))
  const records: Row['cells'][] = parse(file, { bom: true, columns: true })
  let line = 2
  return records.map(cells => {
    const row = { line, cells }
    line += Object.values(cells).join('').split('\n').length
    return row
  })
}

/** A cell without the spaces around it, no-break spaces included. */
export const cellOf = ({ cells }: Row, column: string): string => {
  const cell = cells[column]
  if (cell === undefined) throw new Error(`no column ${column}`)
  return cell.trim()
}

/** The remainder by 97 of ISO 7064, with the letters as 10 to 35. */
const remainder = (lei: string): number =>
  [...lei]
    .map(sign => String(Number.parseInt(sign, 36)))
    .join('')
    .split('')
    .reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)

/** The LEI in a cell: stray signs such as dots do not count, but the length and the check digits do. */
export function leiOf(row: Row): string | null {
  const lei = cellOf(row, 'ae_lei').replaceAll(/[^0-9A-Z]/g, '')
  return /^[0-9A-Z]{18}\d\d$/.test(lei) && remainder(lei) === 1 ? lei : null
}

/** 09/04/2025 as 2025-04-09. */
export function dayOf(row: Row, column: string): string | null {
  const cell = cellOf(row, column)
  if (cell === '') return null
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell) ?? []
  if (!year) throw new Error(`line ${row.line}: '${cell}' is no day`)
  return `${year}-${month}-${day}`
}

const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'
const european = new Set([...union.split(' '), 'IS', 'LI', 'NO'])
const otherSpellings: Record<string, string> = { EL: 'GR', Fi: 'FI' }
const placeOf = (written: string) => otherSpellings[written] ?? written

/** The codes in the list of places; a single I is a separator. */
export const writtenPlaces = (row: Row): string[] =>
  cellOf(row, 'ac_serviceCode_cou')
    .split(/[|/,;\s]+/)
    .filter(code => code !== '' && code !== 'I')

/** The places in the list that are understood; the home state is often left out of it. */
export const listedPlaces = (row: Row): string[] =>
  writtenPlaces(row)
    .map(placeOf)
    .filter(place => european.has(place))

/** Codes in the list that are no place of the EEA: SL may be SI, and CH is outside. */
export const unknownPlaces = (row: Row): string[] =>
  writtenPlaces(row).filter(written => !european.has(placeOf(written)))

/** The home state; where it is missing, the state of the LEI. */
export const homeOf = (row: Row): string =>
  placeOf(cellOf(row, 'ae_homeMemberState') || cellOf(row, 'ae_lei_cou_code'))

/** Cyrillic capitals that look like Latin ones, and those. */
const lookAlikes = new Map([...'АВЕКМНОРСТХ'].map((sign, i) => [sign, 'ABEKMHOPCTX'[i]]))

/** A name without its case, punctuation and spaces; U+FFFD stays, as the trace of a lost letter. */
export const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[А-Х]/g, sign => lookAlikes.get(sign) ?? sign)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\ufffd]/gu, '')
