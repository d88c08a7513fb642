import {
  iso31661,
  iso31661Alpha3ToAlpha2,
  iso31661NumericToAlpha2,
  iso31661Reserved,
  iso31662,
  iso31663,
} from 'iso-3166'
import { editsBetween, fold, prepareName } from './names.ts'

/** Every code of ISO 3166-1 alpha-2 and ISO 3166-2. */
export const isoCodes: ReadonlySet<string> = new Set([
  ...iso31661.map(({ alpha2 }) => alpha2),
  ...iso31662.map(({ code }) => code),
])

const threeLetters = new Map(iso31661.map(({ alpha2, alpha3 }) => [alpha2, alpha3]))

/** The three letters of ISO 3166-1 for a country's two; undefined for any other code. */
export const threeLettersOf = (code: string): string | undefined =>
  threeLetters.get(code as (typeof iso31661)[number]['alpha2'])

const subdivisions = new Map(iso31662.map(({ code, parent }) => [code, parent]))

/** A subdivision of ISO 3166-2 with the region just above it. */
export const subdivisionOf = (code: string) => ({
  kind: 'subdivision',
  parents: [{ code: subdivisions.get(code)! }],
})

/** A region by a name without accents. */
type Named = [code: string, name: string]

/** A text that is not a region code: as it was given, without accents, and our regions with their names. */
type Asked = { text: string; wanted: string; known: Named[] }

const MOST = 3

/** Codes to suggest for a text that is not a region code, or none; `known`: our regions by their codes. */
export function suggestRegions(
  known: ReadonlyMap<string, { name: string }>,
  text: string,
): string[] {
  const asked = {
    text,
    wanted: withoutAccents(text),
    known: [...known].map(([code, { name }]) => toNamed([code, name])),
  }
  for (const find of finders) {
    const codes = new Set(find(asked))
    const current = [...codes].filter(code => isoCodes.has(code) || known.has(code))
    if (current.length > 0) return current.slice(0, MOST)
  }
  return []
}

/** A name as people type it, without accents. */
const withoutAccents = (name: string): string =>
  fold(name.normalize('NFD').replaceAll(/\p{M}/gu, ''))

const toNamed = ([code, name]: [string, string]): Named => [code, withoutAccents(name)]

let names: ReturnType<typeof readNames> | undefined

/** The names of ISO 3166, prepared for the first text that needs them: no start of the server has to wait for them. */
const isoNames = () => {
  names ??= readNames()
  return names
}

function readNames() {
  const english = new Intl.DisplayNames(['en'], { type: 'region' })
  return {
    /** By ISO, and as people say them. */
    countries: iso31661.flatMap(({ alpha2, name }) =>
      [name, english.of(alpha2)!].map(one => toNamed([alpha2, one])),
    ),
    /** Former countries and reserved codes, with codes that currentCodes knows. */
    former: [...iso31663.map(({ from }) => from), ...iso31661Reserved].map(({ alpha2, name }) =>
      toNamed([alpha2, name]),
    ),
    subdivisions: iso31662.map(({ code, name }) => toNamed([code, name])),
  }
}

/** The current codes for a lower-case, alpha-3, numeric, reserved or withdrawn code, and for common codes outside the standard, such as `UK`. */
function currentCodes(text: string): string[] {
  const plain = text.replaceAll(/[.\s]/g, '')
  // Other letters may become these in upper case.
  if (!/^[A-Z\d-]+$/i.test(plain)) return []
  const code = plain.toUpperCase()
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
      alpha2 === code ? codesOf(withoutAccents(name), isoNames().countries) : [],
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

const codesOf = (wanted: string, named: Named[]): string[] =>
  named.filter(([, name]) => name === wanted).map(([code]) => code)

const SHORTEST = 4

/** Countries, and our regions, with a name that has all the words of a text. */
function byWords({ text, wanted, known }: Asked): string[] {
  const { words } = prepareName(wanted)
  if (words.size === 0 || text.length < SHORTEST) return []
  const having = [...known, ...isoNames().countries].filter(([, name]) =>
    words.isSubsetOf(prepareName(name).words),
  )
  const codes = new Set(having.map(([code]) => code))
  // Words such as `islands` say too little.
  return codes.size <= MOST ? [...codes] : []
}

const ALIKE = 0.8
const ALIKE_AFTER_BEGINNING = 0.7
const BEGINNING = 3

/** Names that share most letters, and a little fewer if they begin alike. */
function bySpelling({ wanted, known }: Asked): string[] {
  if (wanted.length < SHORTEST) return []
  const alike = [...known, ...isoNames().countries].flatMap(([code, name]) => {
    const likeness = 1 - editsBetween(wanted, name) / Math.max(wanted.length, name.length)
    const beginsAlike = wanted.slice(0, BEGINNING) === name.slice(0, BEGINNING)
    return likeness >= (beginsAlike ? ALIKE_AFTER_BEGINNING : ALIKE) ? [{ code, likeness }] : []
  })
  return alike.sort((a, b) => b.likeness - a.likeness).map(({ code }) => code)
}

/** Codes that begin with a text, or it with them: almost every pair of short codes is one edit apart. */
function byBeginning({ text, known }: Asked): string[] {
  const code = text.toUpperCase()
  if (!/^[A-Z]{2}-./.test(code)) return []
  const isNear = (other: string) =>
    other.length > 2 && (other.startsWith(code) || code.startsWith(other))
  return [...known.map(([code]) => code), ...isoCodes].filter(isNear)
}

/** The ways to find what was meant, the surest first. */
const finders: ((asked: Asked) => string[])[] = [
  ({ text }) => currentCodes(text),
  ({ wanted, known }) => codesOf(wanted, [...known, ...isoNames().countries]),
  ({ wanted }) => codesOf(wanted, isoNames().former).flatMap(currentCodes),
  byWords,
  ({ wanted }) => codesOf(wanted, isoNames().subdivisions),
  bySpelling,
  byBeginning,
]
