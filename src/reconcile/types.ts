import { terms } from '../model/vocabulary.ts'

export type Named = { id: string; name: string }

/** A type of entity, as the protocol describes it. */
export type EntityType = Named & { description: string; broader?: Named[] }

/** The collections whose records are entities. */
export const reconciled = ['actors', 'regions'] as const
export type Reconciled = (typeof reconciled)[number]

/** The type of a collection, then the kinds of its records. */
const withKinds = (type: EntityType): EntityType[] => [
  type,
  ...terms
    .filter(({ scheme }) => scheme === `${type.id}-kind`)
    .map(({ code, label, definition }) => ({
      id: code,
      name: label,
      description: definition,
      broader: [{ id: type.id, name: type.name }],
    })),
]

export const typesOf: Record<Reconciled, EntityType[]> = {
  actors: withKinds({
    id: 'actor',
    name: 'Actor',
    description: 'Anybody who acts or is acted on.',
  }),
  regions: withKinds({ id: 'region', name: 'Region', description: 'A place.' }),
}

export const entityTypes = reconciled.flatMap(name => typesOf[name])

export const typeIds = entityTypes.map(({ id }) => id)

/** A type by its id, with its name alone. */
export function namedType(id: string): Named {
  const { name } = entityTypes.find(type => type.id === id)!
  return { id, name }
}
