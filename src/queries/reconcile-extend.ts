import type { Dataset } from '../store/dataset.ts'
import { named, type PropertyValue, propertyOf, valuesOf } from './reconcile-properties.ts'
import { type Reconciled, reconciled } from './reconcile-types.ts'

/** Which properties of which entities are asked for. */
export type Extension = { ids: string[]; properties: string[] }

/** The values of properties of entities. What is not the id of an entity has a row without values. */
export function extend(dataset: Dataset, { ids, properties }: Extension) {
  const asked = properties.map(propertyOf)
  const row = (id: string): [string, PropertyValue[]][] => {
    const entity = findEntity(dataset, id)
    return asked.map(property => [
      property.id,
      entity ? valuesOf(property, entity.collection, entity.record, dataset) : [],
    ])
  }
  return {
    meta: asked.map(named),
    rows: Object.fromEntries(ids.map(id => [id, Object.fromEntries(row(id))])),
  }
}

/** An entity by its id; undefined where there is none. */
export function findEntity(dataset: Dataset, id: string) {
  const slash = id.indexOf('/')
  const collection = reconciled.find((name): name is Reconciled => name === id.slice(0, slash))
  const row = collection && dataset.row(collection, id.slice(slash + 1))
  if (collection === undefined || row === undefined) return undefined
  return { collection, record: JSON.parse(dataset.record(row).json) }
}
