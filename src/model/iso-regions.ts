import {
  iso31661,
  iso31661Alpha3ToAlpha2,
  iso31661NumericToAlpha2,
  iso31661Reserved,
  iso31662,
  iso31663,
} from 'iso-3166'
import { editsBetween, fold } from './names.ts'

/** Every code of ISO 3166-1 alpha-2 and ISO 3166-2. */
export const isoCodes: ReadonlySet<string> = new Set([
  ...iso31661.map(({ alpha2 }) => alpha2),
  ...iso31662.map(({ code }) => code),
])

/** Codes to suggest for a text that is not a region code, or none; `known`: the names of our regions by their codes. */
export function suggestRegions(known: ReadonlyMap<string, string>, text: string): string[] {
  for (const find of finders) {
    const codes = new Set(find(text, known))
    const current = [...codes].filter(code => isoCodes.has(code) || known.has(code))
    if (current.length > 0) return current.slice(0, MOST)
  }
  return []
}

const MOST = 3

type Find = (text: string, known: ReadonlyMap<string, string>) => string[]
type Named = [code: string, name: string]

/** The current codes for a lower-case, alpha-3, numeric, reserved or withdrawn code, and for common codes outside the standard, such as `UK`. */
const byCode: Find = text => {
  const code = text.replaceAll(/[.\s]/g, '').toUpperCase()
  // Other letters may become these in upper case.
  if (!/^[A-Z\d-]+$/i.test(text.replaceAll(/[.\s]/g, ''))) return []
  const [country = '', subdivision] = code.split('-')
  if (subdivision !== undefined)
    return [code, ...aliasesOf(code), ...aliasesOf(country).map(it => `${it}-${subdivision}`)]
  return [
    code,
    iso31661Alpha3ToAlpha2[code] ?? '',
    iso31661NumericToAlpha2[code] ?? '',
    ...aliasesOf(code),
    ...successorsOf(code),
    ...iso31661Reserved.flatMap(({ alpha2, name }) =>
      alpha2 === code ? codesOf(name, countryNames) : [],
    ),
  ]
}

/** The codes of the countries that took the place of a former one. */
const successorsOf = (code: string): string[] =>
  iso31663
    .filter(({ from, alpha4 }) => [alpha4, from.alpha2, from.alpha3, from.numeric].includes(code))
    .flatMap(({ to }) => to.map(({ alpha2 }) => alpha2))

/** The code by which Unicode replaces one: `UK` is `GB`, `NO-23` is `NO-50`, and `CN-71` is all of `TW`. */
function aliasesOf(code: string): string[] {
  if (/^[A-Z]{2}$/.test(code)) return [new Intl.Locale(`und-${code}`).region!]
  if (!/^[A-Z]{2}-[A-Z\d]{1,3}$/.test(code)) return []
  const [tag = ''] = Intl.getCanonicalLocales(`und-u-sd-${code.replace('-', '')}`)
  const [, country = '', rest = ''] = /-sd-([a-z]{2})([a-z\d]+)$/.exec(tag.toLowerCase()) ?? []
  const alias = rest === 'zzzz' ? country : `${country}-${rest}`
  return [alias.toUpperCase()]
}

/** A name as people type it, without accents. */
const withoutAccents = (name: string): string =>
  fold(name.normalize('NFD').replaceAll(/\p{M}/gu, ''))

const english = new Intl.DisplayNames(['en'], { type: 'region' })

/** The names of countries: by ISO, and as people say them. */
const countryNames = iso31661.flatMap(({ alpha2, name }): Named[] => [
  [alpha2, name],
  [alpha2, english.of(alpha2)!],
])
/** The names of former countries and of reserved codes, with codes that byCode knows. */
const formerNames = [
  ...iso31663.map(({ from }): Named => [from.alpha2, from.name]),
  ...iso31661Reserved.map(({ alpha2, name }): Named => [alpha2, name]),
]
const subdivisionNames = iso31662.map(({ code, name }): Named => [code, name])

function codesOf(text: string, names: Iterable<Named>): string[] {
  const wanted = withoutAccents(text)
  return [...names].filter(([, name]) => withoutAccents(name) === wanted).map(([code]) => code)
}

/** Countries, and our regions, with a name that has all the words of a text. */
const byWords: Find = (text, known) => {
  const wordsOf = (name: string): string[] => withoutAccents(name).match(/[\p{L}\p{N}]+/gu) ?? []
  const wanted = wordsOf(text)
  const hasAll = ([, name]: Named) => {
    const words = wordsOf(name)
    return wanted.every(word => words.includes(word))
  }
  if (wanted.length === 0 || text.length < SHORTEST) return []
  const codes = new Set([...known, ...countryNames].filter(hasAll).map(([code]) => code))
  // Words such as `islands` say too little.
  return codes.size <= MOST ? [...codes] : []
}

const SHORTEST = 4
const ALIKE = 0.8
const ALIKE_AFTER_BEGINNING = 0.7
const BEGINNING = 3

/** Names that share most letters, and a little fewer if they begin alike. */
const bySpelling: Find = (text, known) => {
  const wanted = withoutAccents(text)
  if (wanted.length < SHORTEST) return []
  const alike = [...known, ...countryNames].flatMap(([code, name]) => {
    const other = withoutAccents(name)
    const likeness = 1 - editsBetween(wanted, other) / Math.max(wanted.length, other.length)
    const beginsAlike = wanted.slice(0, BEGINNING) === other.slice(0, BEGINNING)
    return likeness >= (beginsAlike ? ALIKE_AFTER_BEGINNING : ALIKE) ? [{ code, likeness }] : []
  })
  return alike.sort((a, b) => b.likeness - a.likeness).map(({ code }) => code)
}

/** Codes that begin with a text, or it with them: almost every pair of short codes is one edit apart. */
const byBeginning: Find = (text, known) => {
  const code = text.toUpperCase()
  if (!/^[A-Z]{2}-./.test(code)) return []
  const isNear = (other: string) =>
    other.length > 2 && (other.startsWith(code) || code.startsWith(other))
  return [...known.keys(), ...isoCodes].filter(isNear)
}

const finders: Find[] = [
  byCode,
  (text, known) => [...codesOf(text, known), ...codesOf(text, countryNames)],
  text => codesOf(text, formerNames).flatMap(code => byCode(code, new Map())),
  byWords,
  text => codesOf(text, subdivisionNames),
  bySpelling,
  byBeginning,
]
