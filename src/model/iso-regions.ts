import {
  iso31661,
  iso31661Alpha3ToAlpha2,
  iso31661NumericToAlpha2,
  iso31661Reserved,
  iso31662,
  iso31663,
} from 'iso-3166'
import { fold, nearest, prepareName, similarity } from './names.ts'

/** Every code of ISO 3166-1 alpha-2 and ISO 3166-2. */
export const isoCodes: ReadonlySet<string> = new Set([
  ...iso31661.map(({ alpha2 }) => alpha2),
  ...iso31662.map(({ code }) => code),
])

/** The codes that somebody may have meant by a text that is none; `known`: the names of our regions by their codes. */
export function regionsMeant(known: ReadonlyMap<string, string>, text: string): string[] {
  for (const find of [byCode, byName, bySimilarName, bySimilarCode]) {
    const codes = new Set(find(text, known))
    if (codes.size > 0) return [...codes].slice(0, MOST)
  }
  return []
}

const MOST = 3

type Find = (text: string, known: ReadonlyMap<string, string>) => string[]

/** The present codes for a code in lower case, of another list of ISO 3166-1, reserved, withdrawn, or the usual one though not by the standard. */
const byCode: Find = text => {
  const code = text.toUpperCase()
  const former = iso31663
    .filter(({ from, alpha4 }) => [alpha4, from.alpha2, from.alpha3, from.numeric].includes(code))
    .flatMap(({ to }) => to.map(({ alpha2 }) => alpha2))
  const reserved = iso31661Reserved.find(({ alpha2 }) => alpha2 === code)
  return [
    code,
    iso31661Alpha3ToAlpha2[code] ?? '',
    iso31661NumericToAlpha2[code] ?? '',
    ...aliasesOf(code),
    ...former,
    ...(reserved ? byName(reserved.name, new Map()) : []),
  ].filter(code => isoCodes.has(code))
}

/** The code by which Unicode replaces one: `UK` is `GB`, `NO-23` is `NO-50`, and `CN-71` is all of `TW`. */
function aliasesOf(code: string): string[] {
  const isSubdivision = /^[A-Z]{2}-[A-Z\d]{1,3}$/.test(code)
  if (!isSubdivision) return /^[A-Z]{2}$/.test(code) ? [new Intl.Locale(`und-${code}`).region!] : []
  const [tag = ''] = Intl.getCanonicalLocales(`und-u-sd-${code.replace('-', '')}`)
  const alias = tag.slice(tag.lastIndexOf('-') + 1).toUpperCase()
  return [alias.replace(/ZZZZ$/, ''), `${alias.slice(0, 2)}-${alias.slice(2)}`]
}

const english = new Intl.DisplayNames(['en'], { type: 'region' })

/** The names of countries: by ISO, and as people say them. */
const countryNames: [code: string, name: string][] = iso31661.flatMap(({ alpha2, name }) =>
  [name, english.of(alpha2)!].map((one): [string, string] => [alpha2, one]),
)

const formerNames = iso31663.flatMap(({ from, to }) =>
  to.map(({ alpha2 }): [string, string] => [alpha2, from.name]),
)

/** A name as people type it, without accents. */
const plain = (name: string): string => fold(name.normalize('NFD').replaceAll(/\p{M}/gu, ''))

const byName: Find = (text, known) => {
  const wanted = plain(text)
  const having = (names: Iterable<[string, string]>) =>
    [...names].filter(([, name]) => plain(name) === wanted).map(([code]) => code)
  const codes = [...having(known), ...having(countryNames), ...having(formerNames)]
  return codes.length > 0 ? codes : having(iso31662.map(({ code, name }) => [code, name]))
}

/** Names that are as similar share most letters, or all words of one are in the other. */
const SIMILAR = 0.6
const SHORTEST = 4

const bySimilarName: Find = (text, known) => {
  if (text.length < SHORTEST) return []
  const wanted = prepareName(plain(text))
  return [...known, ...countryNames]
    .map(([code, name]) => ({ code, score: similarity(wanted, prepareName(plain(name))) }))
    .filter(({ score }) => score >= SIMILAR)
    .sort((a, b) => b.score - a.score)
    .map(({ code }) => code)
}

/** Codes of the same country, ours first: two letters alone are near to almost every code. */
const bySimilarCode: Find = (text, known) => {
  const country = text.slice(0, 3).toUpperCase()
  const near = (codes: Iterable<string>) =>
    nearest(
      text,
      [...codes].filter(code => code.length > 2 && code.startsWith(country)),
    )
  return [...near(known.keys()), ...near(isoCodes)]
}
