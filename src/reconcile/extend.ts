import type { Dataset } from '../dataset/dataset.ts'
import { findEntity } from './entities.ts'
import { shownProperty, valuesOf } from './properties.ts'
import type { Extension } from './read.ts'

/** The values of properties of entities; an id that no entity has gets a row without values. */
export function extend(dataset: Dataset, { ids, properties }: Extension) {
  const meta = properties.map(({ id }) => shownProperty(id))
  const rows = ids.map(id => {
    const entity = findEntity(dataset, id)
    const cells = meta.map(({ id }) => [id, entity ? valuesOf(id, entity, dataset) : []])
    return [id, Object.fromEntries(cells)]
  })
  return { meta, rows: Object.fromEntries(rows) }
}
