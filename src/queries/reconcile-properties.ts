import type { Actor } from '../model/actor.ts'
import { recordPath } from '../model/collections.ts'
import type { Region } from '../model/region.ts'
import type { Dataset } from '../store/dataset.ts'
import { namedType, type Reconciled } from './reconcile-types.ts'

/** A value of a property: another entity, or a text. */
export type PropertyValue = { id: string; name: string } | { str: string }

type Values<R> = (record: R, dataset: Dataset) => PropertyValue[]

/** What can be asked of an entity, and what its candidates can be compared by. */
export type Property = {
  id: string
  name: string
  description: string
  /** The type of its values, where they are entities. */
  type?: string
  of: { actors?: Values<Actor>; regions?: Values<Region> }
}

const texts = (...values: (string | undefined)[]): PropertyValue[] =>
  values.flatMap(value => (value === undefined ? [] : [{ str: value }]))

function entities(dataset: Dataset, name: Reconciled, ids: (string | null | undefined)[]) {
  return ids.flatMap(id => {
    const row = id == null ? undefined : dataset.row(name, id)
    return row === undefined
      ? []
      : [{ id: recordPath(name, id as string), name: dataset.record(row).title }]
  })
}

export const properties: Property[] = [
  {
    id: 'kind',
    name: 'Kind',
    description: 'What it is: a code of actor-kind or region-kind.',
    of: { actors: ({ kind }) => texts(kind), regions: ({ kind }) => texts(kind) },
  },
  {
    id: 'sector',
    name: 'Sector',
    description: 'What an actor does: a code of sector.',
    of: { actors: ({ sector }) => texts(sector) },
  },
  {
    id: 'region',
    name: 'Region',
    description: 'Where an actor belongs.',
    type: 'region',
    of: { actors: ({ region }, dataset) => entities(dataset, 'regions', [region]) },
  },
  {
    id: 'names',
    name: 'Names',
    description: 'Every name of an actor, former and wrongly spelt ones included.',
    of: { actors: ({ names }) => texts(...names.map(({ name }) => name)) },
  },
  {
    id: 'former-names',
    name: 'Former names',
    description: 'Names of an actor that are no longer in use.',
    of: {
      actors: ({ names }) =>
        texts(...names.filter(({ type }) => type === 'former').map(({ name }) => name)),
    },
  },
  {
    id: 'identifiers',
    name: 'Identifiers',
    description: 'Identifiers of an actor in other registers, as scheme:value.',
    of: {
      actors: ({ identifiers }) =>
        texts(...identifiers.map(({ scheme, value }) => `${scheme}:${value}`)),
    },
  },
  {
    id: 'affiliations',
    name: 'Affiliations',
    description: 'The actors that an actor founded, leads, belongs to, runs or is owned by.',
    type: 'actor',
    of: {
      actors: ({ affiliations }, dataset) => {
        const ids = affiliations.map(({ actor }) => actor)
        return entities(dataset, 'actors', [...new Set(ids)])
      },
    },
  },
  {
    id: 'code',
    name: 'Code',
    description: 'The code of a region in ISO 3166 or UN M49, or x-… where no standard has one.',
    of: { regions: ({ code }) => texts(code) },
  },
  {
    id: 'parent',
    name: 'Parent',
    description: 'The region just above a region.',
    type: 'region',
    of: { regions: ({ parent }, dataset) => entities(dataset, 'regions', [parent]) },
  },
]

const byId = new Map(properties.map(property => [property.id, property]))

export const propertyIds = [...byId.keys()] as [string, ...string[]]

export const propertyOf = (id: string): Property => byId.get(id) as Property

/** The values of a property in a record; none where its collection does not have the property. */
export const valuesOf = (
  { of }: Property,
  name: Reconciled,
  record: Actor | Region,
  dataset: Dataset,
): PropertyValue[] => of[name]?.(record as never, dataset) ?? []

/** A property as it is shown, with the type of its values if they are entities. */
export const named = ({ id, name, type }: Property) => ({
  id,
  name,
  ...(type === undefined ? {} : { type: namedType(type) }),
})
