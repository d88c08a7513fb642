import { nearest } from '../model/names.ts'
import { terms } from '../model/vocabulary.ts'
import type { EntityType, Named } from './schemas.ts'

/** The collections whose records are entities. */
export const reconciled = ['actors', 'regions'] as const
export type Reconciled = (typeof reconciled)[number]

/** The type of a collection, then the kinds of its records. */
const withKinds = (id: string, name: string, description: string): EntityType[] => [
  { id, name, description },
  ...terms
    .filter(({ scheme }) => scheme === `${id}-kind`)
    .map(({ code, label, definition }) => ({
      id: code,
      name: label,
      description: definition,
      broader: [{ id, name }],
    })),
]

export const typesOf: Record<Reconciled, EntityType[]> = {
  actors: withKinds('actor', 'Actor', 'Anybody who acts or is acted on.'),
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
