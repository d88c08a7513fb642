import { z } from 'zod'
import vocabulary from './vocabulary.json' with { type: 'json' }

const TermText = z.strictObject({
  label: z.string().min(1).describe('The code in plain words'),
  definition: z.string().min(1).describe('Meaning of the code'),
  includes: z.string().min(1).optional().describe('What the code includes'),
  excludes: z.string().min(1).optional().describe('What the code excludes'),
  parent: z.string().min(1).optional().describe('The broader code'),
  activities: z.array(z.string()).optional().describe('Of a topic: the activities of it'),
  types: z
    .array(z.string())
    .optional()
    .describe('Of a topic: the types of action of it; a kind stands for all its types'),
  general_types: z
    .array(z.string())
    .optional()
    .describe('Of a topic: types of it unless all activities of the act are those of other topics'),
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

/** Every term of this program's codebook: that of the seed, in a form which takes no time to read. */
export const terms: readonly Term[] = vocabulary.terms

/** The sha256 of the vocabulary file that the terms were made from. */
export const { made_from: vocabularyHash } = vocabulary

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
export const parentOf = (scheme: string, code: string) => parents.get(`${scheme}/${code}`)

const labels = new Map(terms.map(({ id, label }) => [id, label]))

/** A code in plain words. */
export const labelOf = (scheme: string, code: string): string => labels.get(`${scheme}/${code}`)!

const definitions = new Map(terms.map(({ id, definition }) => [id, definition]))

/** The meaning of a code. */
export const definitionOf = (scheme: string, code: string): string =>
  definitions.get(`${scheme}/${code}`)!

/** The kind that an action type belongs to. */
export const kindOfType = (type: string): string => parentOf('action-type', type)!

/** An activity and the wider ones that it is part of. */
export function withWider(activity: string): string[] {
  const wider = parentOf('activity', activity)
  return wider === undefined ? [activity] : [activity, ...withWider(wider)]
}

/** The types that a code stands for: itself, or all of a kind. */
const typesOf = (code: string): string[] => {
  const own = codesOf('action-type').filter(type => kindOfType(type) === code)
  return own.length > 0 ? own : [code]
}

/** The topics, each with the activities and all types of action that belong to it. */
export const topics = terms
  .filter(({ scheme }) => scheme === 'topic')
  .map(({ code, activities = [], types = [], general_types = [] }) => ({
    code,
    activities,
    types: types.flatMap(typesOf),
    generalTypes: general_types.flatMap(typesOf),
  }))
export type Topic = (typeof topics)[number]

const governed = new Set(topics.flatMap(({ activities }) => activities))

/** Whether acts of some activities and types belong to a topic. */
export function isOfTopic(topic: Topic, activities: string[], types: string[]): boolean {
  const wider = activities.flatMap(withWider)
  if (wider.some(one => topic.activities.includes(one))) return true
  if (types.some(type => topic.types.includes(type))) return true
  const isElsewhere =
    activities.length > 0 && activities.every(one => withWider(one).some(it => governed.has(it)))
  return !isElsewhere && types.some(type => topic.generalTypes.includes(type))
}
