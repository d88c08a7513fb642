import type { Actor } from '../model/actor.ts'
import { recordPath } from '../model/collections.ts'
import { fold } from '../model/nearest.ts'
import type { Region } from '../model/region.ts'
import { turn } from '../model/turns.ts'
import type { Dataset } from '../store/dataset.ts'
import { type Comparable, toComparable } from './reconcile-names.ts'
import { type PropertyValue, properties, valuesOf } from './reconcile-properties.ts'
import { namedType, type Reconciled, reconciled, typesOf } from './reconcile-types.ts'

/** A name of an entity, of one of the types of names. */
export type EntityName = { name: string; type: string; compared: Comparable }

/** An actor or a region as it is compared with what is asked. */
export type Entity = {
  id: string
  /** Its id within its collection. */
  key: string
  name: string
  types: string[]
  names: EntityName[]
  /** Its ids and names, folded: what may begin with what somebody types. */
  texts: string[]
  /** What it is and where, for people. */
  about: string
  /** The folded texts that each property is known by, those of the regions above a region included. */
  facts: Map<string, ReadonlySet<string>>
}

const known = new WeakMap<Dataset, Promise<Entity[]>>()

/** Every entity of a dataset in the order of their names, read when they are first asked for. */
export function entitiesOf(dataset: Dataset): Promise<Entity[]> {
  const entities = known.get(dataset) ?? readEntities(dataset)
  known.set(dataset, entities)
  // What failed is tried again.
  entities.catch(() => known.delete(dataset))
  return entities
}

async function readEntities(dataset: Dataset): Promise<Entity[]> {
  const entities: Entity[] = []
  for (const name of reconciled)
    for (let [row, end] = dataset.span(name); row < end; row++) {
      await turn()
      entities.push(toEntity(dataset, name, JSON.parse(dataset.record(row).json)))
    }
  return entities.sort((a, b) => (a.name < b.name || (a.name === b.name && a.id < b.id) ? -1 : 1))
}

function toEntity(dataset: Dataset, name: Reconciled, record: Actor | Region): Entity {
  const key = 'code' in record ? record.code : record.id
  const id = recordPath(name, key)
  const names = namesOf(record).map(given => ({ ...given, compared: toComparable(given.name) }))
  return {
    id,
    key,
    name: record.name,
    types: typesOf(name, record.kind),
    names,
    texts: [fold(id), fold(key), ...names.map(({ compared }) => compared.folded.text)],
    about: about(dataset, record),
    facts: factsOf(dataset, name, record),
  }
}

/** The names of a record, the one to show first; a region has only the one of its standard. */
function namesOf(record: Actor | Region): { name: string; type: string }[] {
  if ('code' in record) return [{ name: record.name, type: 'official' }]
  const isShown = ({ name }: { name: string }) => name === record.name
  return [...record.names.filter(isShown), ...record.names.filter(name => !isShown(name))]
}

function about(dataset: Dataset, record: Actor | Region): string {
  const above = 'code' in record ? record.parent : record.region
  const place = above ? [regionsUpwards(dataset, above)[0]?.name as string] : []
  return [namedType(record.kind).name, ...place].join(', ')
}

/** A region and those above it. */
function regionsUpwards(dataset: Dataset, code: string): Region[] {
  const region = JSON.parse(dataset.record(dataset.row('regions', code) as number).json) as Region
  return [region, ...(region.parent ? regionsUpwards(dataset, region.parent) : [])]
}

const factsOf = (dataset: Dataset, name: Reconciled, record: Actor | Region): Entity['facts'] =>
  new Map(
    properties.map(property => {
      const values = valuesOf(property, name, record, dataset)
      return [property.id, new Set(values.flatMap(value => textsOf(dataset, value)).map(fold))]
    }),
  )

const REGION = 'regions/'

/** What a value is known by: its text, or the id, key and name of the entity and of the regions above it. */
function textsOf(dataset: Dataset, value: PropertyValue): string[] {
  if ('str' in value) return [value.str]
  if (!value.id.startsWith(REGION))
    return [value.id, value.id.slice(value.id.indexOf('/') + 1), value.name]
  return regionsUpwards(dataset, value.id.slice(REGION.length)).flatMap(({ code, name }) => [
    recordPath('regions', code),
    code,
    name,
  ])
}
