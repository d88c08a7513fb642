import { nearest } from '../model/names.ts'
import { type Term, terms } from '../model/vocabulary.ts'
import type { EntityType, Named } from './schemas.ts'

/** The collections whose records are entities. */
export const reconciled = ['actors', 'rules', 'cases', 'regions'] as const
export type Reconciled = (typeof reconciled)[number]

/** The type of a collection, then the kinds of its records, but for one that is called like the type. */
function withKinds(id: string, name: string, description: string): EntityType[] {
  const scheme = id === 'actor' || id === 'region' ? `${id}-kind` : 'matter-kind'
  const isKind = (term: Term) =>
    term.scheme === scheme && term.code !== id && (term.parent === undefined || term.parent === id)
  const kinds = terms.filter(isKind)
  return [
    { id, name, description },
    ...kinds.map(({ code, label, definition }) => ({
      id: code,
      name: label,
      description: definition,
      broader: [{ id, name }],
    })),
  ]
}

export const typesOf: Record<Reconciled, EntityType[]> = {
  actors: withKinds('actor', 'Actor', 'Anybody who acts or is acted on.'),
  rules: withKinds('rule', 'Rule', 'A law or another rule.'),
  cases: withKinds('case', 'Case', 'A case or a sanctions listing.'),
  regions: withKinds('region', 'Region', 'A place.'),
}

export const entityTypes = reconciled.flatMap(name => typesOf[name])

export const typeIds = entityTypes.map(({ id }) => id)

/** The types for somebody who gave another: all, and the nearest. */
export const nearTypes = (type: string) => ({
  allowed: typeIds,
  did_you_mean: nearest(type, typeIds),
})

/** A type by its id, with its name alone. */
export function namedType(id: string): Named {
  const { name } = entityTypes.find(type => type.id === id)!
  return { id, name }
}
