import type { CollectionName } from '../model/collections.ts'
import { terms } from '../model/vocabulary.ts'

/** What an entity is, as reconciliation names it. */
export type EntityType = {
  id: string
  name: string
  description: string
  broader?: { id: string; name: string }[]
}

export type Reconciled = Extract<CollectionName, 'actors' | 'regions'>

/** The collections whose records are entities, with the type of all of them and the scheme of what they are. */
const roots: Record<Reconciled, EntityType & { scheme: string }> = {
  actors: {
    id: 'actor',
    name: 'Actor',
    description: 'Who acts or is acted on.',
    scheme: 'actor-kind',
  },
  regions: { id: 'region', name: 'Region', description: 'A place.', scheme: 'region-kind' },
}

export const reconciled = Object.keys(roots) as Reconciled[]

const kindsBelow = ({ id, name, scheme }: (typeof roots)[Reconciled]): EntityType[] =>
  terms
    .filter(term => term.scheme === scheme)
    .map(({ code, label, definition }) => ({
      id: code,
      name: label,
      description: definition,
      broader: [{ id, name }],
    }))

/** Every type, each collection's own before the kinds below it. */
export const entityTypes: EntityType[] = Object.values(roots).flatMap(root => {
  const { scheme: _, ...type } = root
  return [type, ...kindsBelow(root)]
})

const byId = new Map(entityTypes.map(type => [type.id, type]))

export const typeIds = [...byId.keys()] as [string, ...string[]]

/** A type with its name alone. */
export const namedType = (id: string) => {
  const { name } = byId.get(id) as EntityType
  return { id, name }
}

/** The types of a record: what kind it is, and the type of its collection. */
export const typesOf = (name: Reconciled, kind: string): string[] => [kind, roots[name].id]

/** The collections that have records of a type. */
export const collectionsOf = (type: string): Reconciled[] =>
  reconciled.filter(name => {
    const { id } = roots[name]
    return id === type || byId.get(type)?.broader?.[0]?.id === id
  })
