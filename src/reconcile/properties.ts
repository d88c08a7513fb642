import type { Dataset } from '../dataset/dataset.ts'
import type { Actor } from '../model/actor.ts'
import { idOf, recordPath } from '../model/collections.ts'
import type { Matter } from '../model/matter.ts'
import type { Region } from '../model/region.ts'
import { licencesHeld, placesLicensed } from './licences.ts'
import type { PropertyValue } from './schemas.ts'
import { namedType, type Reconciled, reconciled, typesOf } from './types.ts'

type Values = (string | null | undefined)[]

/** A property that entities can be compared by and extended with. */
type Property = {
  description: string
  /** The collection of its values, if they are entities. */
  gives?: Reconciled
  /** Whether it does not hold for the regions above its values. */
  isExact?: boolean
  actors?: (actor: Actor, dataset: Dataset) => Values
  matters?: (matter: Matter) => Values
  regions?: (region: Region) => Values
}

/** A record with its collection. */
export type EntityRecord =
  | { collection: 'actors'; record: Actor }
  | { collection: 'rules' | 'cases'; record: Matter }
  | { collection: 'regions'; record: Region }

/** The name of an entity. */
export const shownName = ({ record }: EntityRecord): string =>
  'title' in record ? record.title : record.name

/** An entity by its id; undefined if there is none. */
export function findEntity(dataset: Dataset, id: string): EntityRecord | undefined {
  const collection = reconciled.find(name => id.startsWith(`${name}/`))
  const found = collection && dataset.find(collection, idOf(id))
  return found && { collection, record: JSON.parse(found.json) }
}

const nameOf = ({ name }: Actor['names'][number]) => name

const table: Record<string, Property> = {
  kind: {
    description: 'What it is: a code of actor-kind, matter-kind or region-kind.',
    actors: ({ kind }) => [kind],
    matters: ({ kind }) => [kind],
    regions: ({ kind }) => [kind],
  },
  sector: {
    description: 'What an actor does: a code of sector.',
    actors: ({ sector }) => [sector],
  },
  region: {
    description: 'Where an actor belongs, or a rule or case has its place.',
    gives: 'regions',
    actors: ({ region }) => [region],
    matters: ({ regions }) => regions.map(({ code }) => code),
  },
  names: {
    description: 'Every name of an actor, former and wrongly spelt ones included.',
    actors: ({ names }) => names.map(nameOf),
  },
  'former-names': {
    description: 'Names of an actor that are no longer in use.',
    actors: ({ names }) => names.filter(({ type }) => type === 'former').map(nameOf),
  },
  number: {
    description: 'Official numbers of a rule or case: of a law, a docket, an EU document.',
    matters: ({ numbers }) => numbers.map(({ value }) => value),
  },
  stage: {
    description: 'Where a rule stands; of a case the type of its last step.',
    matters: ({ status }) => [status?.stage],
  },
  identifiers: {
    description: 'Identifiers of an actor in other registers, as scheme:value.',
    actors: ({ identifiers }) => identifiers.map(({ scheme, value }) => `${scheme}:${value}`),
  },
  affiliations: {
    description: 'The actors that an actor founded, leads, belongs to, runs or is owned by.',
    gives: 'actors',
    actors: ({ affiliations }) => [...new Set(affiliations.map(({ actor }) => actor))],
  },
  licences: {
    description: 'The licences of a firm.',
    actors: ({ id }, dataset) => licencesHeld(dataset, id).map(({ title }) => title),
  },
  'licensed-in': {
    description: 'The places in which a firm is licensed; it may be licensed in others.',
    gives: 'regions',
    isExact: true,
    actors: ({ id }, dataset) => placesLicensed(dataset, id),
  },
  code: {
    description: 'The code of a region in ISO 3166 or UN M49, or x-… where no standard has one.',
    regions: ({ code }) => [code],
  },
  parent: {
    description: 'The regions just above a region, and the unions that it is or was a member of.',
    gives: 'regions',
    regions: ({ parents }) => parents.map(({ code }) => code),
  },
}

export const propertyIds = Object.keys(table)

/** Whether a property does not hold for the regions above its values. */
export const isExact = (id: string): boolean => table[id]!.isExact === true

/** The name of a property: its id in words. */
export const propertyName = (id: string) =>
  id.charAt(0).toUpperCase() + id.slice(1).replace('-', ' ')

const readerOf = (name: Reconciled) => (name === 'rules' || name === 'cases' ? 'matters' : name)

/** The properties that the entities of a type have; all without one. */
export function propertiesOf(type: string | undefined) {
  const isOf = (name: Reconciled) =>
    type === undefined || typesOf[name].some(({ id }) => id === type)
  return Object.entries(table)
    .filter(([, property]) => reconciled.some(name => property[readerOf(name)] && isOf(name)))
    .map(([id, { description }]) => ({ id, name: propertyName(id), description }))
}

/** A property by its id as an extension shows it, with the type of its values if they are entities. */
export function shownProperty(id: string) {
  const type = table[id]!.gives?.replace(/s$/, '')
  return { id, name: propertyName(id), ...(type && { type: namedType(type) }) }
}

function readValues(
  { actors, matters, regions }: Property,
  entity: EntityRecord,
  dataset: Dataset,
) {
  if (entity.collection === 'actors') return actors?.(entity.record, dataset)
  return entity.collection === 'regions' ? regions?.(entity.record) : matters?.(entity.record)
}

/** The values of a property of an entity; none if its collection does not have the property. */
export function valuesOf(id: string, entity: EntityRecord, dataset: Dataset): PropertyValue[] {
  const { gives } = table[id]!
  const values = readValues(table[id]!, entity, dataset)
  return (values ?? [])
    .filter(value => value != null)
    .map(value => {
      if (!gives) return { str: value }
      return { id: recordPath(gives, value), name: dataset.find(gives, value)!.title }
    })
}
