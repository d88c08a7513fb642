import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { YamlFile } from './yaml-file.ts'

const TermText = z.strictObject({
  label: z.string().min(1).describe('The code as people say it'),
  definition: z.string().min(1).describe('What it means'),
  includes: z.string().min(1).optional().describe('What belongs to it too'),
  excludes: z.string().min(1).optional().describe('What does not belong to it'),
  parent: z.string().min(1).optional().describe('The code that it stands below'),
})

/** The vocabulary file: scheme → code → term. */
export const VocabularyFile = z.record(z.string(), z.record(z.string(), TermText))

export const Term = z
  .object({
    id: z.string().describe('Scheme and code, joined by a slash'),
    scheme: z.string().describe('The list that the code belongs to'),
    code: z.string().describe('The value as it stands in records and filters'),
    ...TermText.shape,
  })
  .meta({ id: 'Term', description: 'One code of the codebook.' })
export type Term = z.output<typeof Term>

const path = fileURLToPath(new URL('../../seed/vocabulary.yaml', import.meta.url))

const flatten = (file: z.output<typeof VocabularyFile>): Term[] =>
  Object.entries(file).flatMap(([scheme, terms]) =>
    Object.entries(terms).map(([code, text]) => ({
      id: `${scheme}/${code}`,
      scheme,
      code,
      ...text,
    })),
  )

/** The terms of one vocabulary file. Throws a SeedError where it is not one. */
export const readVocabulary = (file: YamlFile): Term[] => flatten(file.read(VocabularyFile))

/** Every term of this program's codebook, in the order of the file. */
export const terms: readonly Term[] = readVocabulary(new YamlFile('seed/vocabulary.yaml', path))

const byScheme = Map.groupBy(terms, term => term.scheme)

/** The codes of a scheme. Throws where there is no such scheme: a fault of the program. */
export function codesOf(scheme: string): [string, ...string[]] {
  const codes = byScheme.get(scheme)?.map(term => term.code)
  if (!codes?.length) throw new Error(`no scheme '${scheme}' in the vocabulary`)
  return codes as [string, ...string[]]
}

/** The enum of a scheme. */
export const code = (scheme: string) => z.enum(codesOf(scheme))

const parents = new Map(terms.map(term => [term.id, term.parent]))

/** The code that a code stands below; undefined where it stands below none. */
export const parentOf = (scheme: string, code: string): string | undefined =>
  parents.get(`${scheme}/${code}`)

/** The kind that an action type belongs to. */
export const kindOfType = (type: string): string => parentOf('action-type', type) as string
