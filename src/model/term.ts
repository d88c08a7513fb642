import { z } from 'zod'

const TermText = z.strictObject({
  label: z.string().min(1).describe('The code in plain words'),
  definition: z.string().min(1).describe('Meaning of the code'),
  includes: z.string().min(1).optional().describe('What the code includes'),
  excludes: z.string().min(1).optional().describe('What the code excludes'),
  parent: z.string().min(1).optional().describe('The broader code'),
})

/** The vocabulary file: scheme → code → term. */
export const VocabularyFile = z.record(z.string(), z.record(z.string(), TermText))

export const Term = z
  .object({
    id: z.string().describe('Scheme and code, joined by a slash'),
    scheme: z.string().describe('The list that the code belongs to'),
    code: z.string().describe('The value in records and filters'),
    ...TermText.shape,
  })
  .meta({ id: 'Term', description: 'One code of the codebook.' })
export type Term = z.output<typeof Term>

/** The terms of a vocabulary file, in its order. */
export const toTerms = (file: z.output<typeof VocabularyFile>): Term[] =>
  Object.entries(file).flatMap(([scheme, terms]) =>
    Object.entries(terms).map(([code, text]) => ({
      id: `${scheme}/${code}`,
      scheme,
      code,
      ...text,
    })),
  )
