import type { ViewName } from '../model/collections.ts'
import { sha256 } from '../model/hash.ts'

export type Value = string | number | boolean | string[]
export type Values = Record<string, Value>

/** Whether what is vague may hold, or must. */
export type DateMatch = 'possible' | 'certain'

/** A request for a list whose values have been checked and resolved, with its defaults filled in. */
export type Query = { view: ViewName; values: Values }

export const listOf = (values: Values, name: string): string[] =>
  (values[name] as string[] | undefined) ?? []
export const textOf = (values: Values, name: string): string | undefined =>
  values[name] as string | undefined

const encode = (text: string) =>
  plain.test(text) ? text : encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%2F', '/')
const plain = /^[\w,/.-]*$/

/** The query as URL parameters, sorted by name, `extra` put in. */
export function canonicalQuery(values: Values, extra: Values = {}): string {
  const all = Object.entries({ ...values, ...extra }).sort(([a], [b]) => (a < b ? -1 : 1))
  return all.map(([name, value]) => `${name}=${toText(value)}`).join('&')
}

const toText = (value: Value): string =>
  Array.isArray(value) ? value.map(encode).join(',') : encode(String(value))

/** A short hash of texts. */
export const digest = (...texts: string[]): string => sha256(texts.join('\n')).slice(0, 32)
