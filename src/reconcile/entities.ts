import type { Dataset } from '../dataset/dataset.ts'
import { mapInBatches } from '../model/batches.ts'
import { idOf, pathOf } from '../model/collections.ts'
import { fold, prepareName } from '../model/names.ts'
import { licencesHeld } from './licences.ts'
import {
  type EntityRecord,
  findEntity,
  isExact,
  propertyIds,
  shownName,
  valuesOf,
} from './properties.ts'
import type { PropertyValue } from './schemas.ts'
import { namedType, reconciled, typesOf } from './types.ts'

/** An actor, a rule, a case or a region, prepared for comparison. */
export type Entity = ReturnType<typeof prepare>

/** A name of an entity, with its type of name. */
export type EntityName = Entity['names'][number]

const prepared = new WeakMap<Dataset, Promise<Entity[]>>()

/** Every entity of a dataset in the order of the names, prepared for the first request that needs them. */
export function entitiesOf(dataset: Dataset): Promise<Entity[]> {
  const known = prepared.get(dataset)
  if (known) return known
  const entities = prepareEntities(dataset)
  prepared.set(dataset, entities)
  // A failure is not kept.
  entities.catch(() => prepared.delete(dataset))
  return entities
}

const ENTITIES_AT_ONCE = 50

async function prepareEntities(dataset: Dataset): Promise<Entity[]> {
  const entities = await mapInBatches(recordsOf(dataset), ENTITIES_AT_ONCE, record =>
    prepare(dataset, record),
  )
  return entities.sort((a, b) => (a.name < b.name || (a.name === b.name && a.id < b.id) ? -1 : 1))
}

function* recordsOf(dataset: Dataset): Generator<EntityRecord> {
  for (const collection of reconciled)
    for (let row = 0; row < dataset.count(collection); row++)
      yield { collection, record: JSON.parse(dataset.record(collection, row).json) }
}

function prepare(dataset: Dataset, entity: EntityRecord) {
  const { collection, record } = entity
  const { kind } = record
  const name = shownName(entity)
  const id = pathOf(collection, record)
  const [place] = [...valuesOf('region', entity, dataset), ...valuesOf('parent', entity, dataset)]
  const facts = propertyIds.map((property): [string, Set<string>] => {
    const values = valuesOf(property, entity, dataset)
    const texts = values.flatMap(value =>
      isExact(property) ? ownTexts(value) : textsOf(dataset, value),
    )
    return [property, new Set(texts.map(fold))]
  })
  const ids = [id, idOf(id), ...identifiersOf(dataset, entity)].map(fold)
  const names = namesOf(entity).map(given => ({ ...given, prepared: prepareName(given.name) }))
  return {
    id,
    name,
    types: [...new Set([kind, typesOf[collection][0]!.id])],
    names,
    /** Its id, its id within its collection, and its identifiers in registers; folded. */
    ids,
    /** Its ids and names, folded. */
    texts: [...ids, ...names.map(({ prepared }) => prepared.folded)],
    /** Its kind and place, for people. */
    about: [namedType(kind).name, ...(place ? [textOf(place)] : [])].join(', '),
    /** The folded values of each property; the value of a region includes the regions above it. */
    facts: new Map(facts),
  }
}

/** The names of a record, the one to show first; the numbers of a rule or case are names of it. */
export function namesOf(entity: EntityRecord): { name: string; type: string }[] {
  const { collection, record } = entity
  const official = { name: shownName(entity), type: 'official' }
  if (collection === 'regions') return [official]
  if (collection !== 'actors')
    return [official, ...record.numbers.map(({ value }) => ({ name: value, type: 'alias' }))]
  const isShown = ({ name }: { name: string }) => Number(name === record.name)
  return record.names.toSorted((a, b) => isShown(b) - isShown(a))
}

/** A type of name, in words. */
export const nameLabel = (type: string) =>
  ['alias', 'misspelling'].includes(type) ? type : `${type} name`

/** A value as a text for people. */
export const textOf = (value: PropertyValue) => ('str' in value ? value.str : value.name)

/** The identifiers of an actor in other registers, such as an LEI, also those of the holders of its licences. */
function identifiersOf(dataset: Dataset, { collection, record }: EntityRecord): string[] {
  if (collection !== 'actors') return []
  const holders = licencesHeld(dataset, record.id).flatMap(({ holder }) => holder.lei ?? [])
  return [...new Set([...record.identifiers.map(({ value }) => value), ...holders])]
}

/** The texts that name a value: its own, or the id, key and name of the entity. */
const ownTexts = (value: PropertyValue): string[] =>
  'str' in value ? [value.str] : [value.id, idOf(value.id), value.name]

/** The texts that name a value, or a region above it. */
function textsOf(dataset: Dataset, value: PropertyValue): string[] {
  if ('str' in value) return ownTexts(value)
  const above = valuesOf('parent', findEntity(dataset, value.id)!, dataset)
  return [...ownTexts(value), ...above.flatMap(region => textsOf(dataset, region))]
}
