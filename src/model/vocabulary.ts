import { z } from 'zod'
import type { Term } from './term.ts'
import vocabulary from './vocabulary.json' with { type: 'json' }

/** Every term of this program's codebook: that of the seed, in a form which takes no time to read. */
export const terms: readonly Term[] = vocabulary

const byScheme = Map.groupBy(terms, term => term.scheme)

/** The codes of a scheme. Throws where there is no such scheme: a fault of the program. */
export function codesOf(scheme: string): [string, ...string[]] {
  const [first, ...others] = byScheme.get(scheme) ?? []
  if (!first) throw new Error(`no scheme '${scheme}' in the vocabulary`)
  return [first.code, ...others.map(({ code }) => code)]
}

/** The enum of a scheme. */
export const code = (scheme: string) => z.enum(codesOf(scheme))

const parents = new Map(terms.map(term => [term.id, term.parent]))

/** The broader code of a code; undefined if there is none. */
export const parentOf = (scheme: string, code: string): string | undefined =>
  parents.get(`${scheme}/${code}`)

/** The kind that an action type belongs to. */
export const kindOfType = (type: string): string => parentOf('action-type', type)!
