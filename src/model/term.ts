import { z } from 'zod'
import type { YamlFile } from './yaml-file.ts'

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

const flatten = (file: z.output<typeof VocabularyFile>): Term[] =>
  Object.entries(file).flatMap(([scheme, terms]) =>
    Object.entries(terms).map(([code, text]) => ({
      id: `${scheme}/${code}`,
      scheme,
      code,
      ...text,
    })),
  )

/** The terms of a vocabulary file, in its order. Throws a SeedError where it is not one. */
export const readVocabulary = (file: YamlFile): Term[] => flatten(file.read(VocabularyFile))
