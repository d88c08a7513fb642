import type { Actor } from '../model/actor.ts'
import { recordPath } from '../model/collections.ts'
import { nearest } from '../model/nearest.ts'
import type { Region } from '../model/region.ts'
import type { Dataset } from '../store/dataset.ts'
import { findEntity } from './reconcile-extend.ts'
import { nameType } from './reconcile-meet.ts'
import { named, properties, valuesOf } from './reconcile-properties.ts'
import { namedType, reconciled } from './reconcile-types.ts'
import { MovedRecord, quoted, UnknownRecord, WithdrawnRecord } from './refusal.ts'
import { tellFate } from './retired.ts'

/** What a person needs to see of an entity to know whether it is meant. */
export type Preview = {
  id: string
  name: string
  kind: string
  names: { name: string; reads: string }[]
  facts: { name: string; values: string[] }[]
}

const TOLD_ELSEWHERE = ['kind', 'names', 'former-names']

/** A preview of an entity. Throws MovedRecord, WithdrawnRecord, or UnknownRecord with the nearest ids. */
export function previewOf(dataset: Dataset, id: string): Preview {
  const found = findEntity(dataset, id)
  if (!found) throw missing(dataset, id)
  const { collection, record } = found
  const facts = properties
    .filter(property => !TOLD_ELSEWHERE.includes(property.id))
    .map(property => ({
      name: named(property).name,
      values: valuesOf(property, collection, record, dataset).map(value =>
        'str' in value ? value.str : value.name,
      ),
    }))
  return {
    id,
    name: record.name,
    kind: namedType(record.kind).name,
    names: namesOf(record),
    facts: facts.filter(({ values }) => values.length > 0),
  }
}

const namesOf = (record: Actor | Region): Preview['names'] =>
  'names' in record
    ? record.names.map(({ name, type }) => ({ name, reads: nameType(type).reads }))
    : []

function missing(dataset: Dataset, id: string): Error {
  const fate = dataset.fate(id)
  if (fate?.into) return new MovedRecord(fate.into)
  if (fate) return new WithdrawnRecord(id, tellFate(fate))
  return new UnknownRecord(`there is no entity ${quoted(id)}`, nearIds(dataset, id))
}

/** The ids near to one, in its collection if it names one. */
function nearIds(dataset: Dataset, id: string): string[] {
  const key = id.slice(id.indexOf('/') + 1)
  const meant = reconciled.filter(name => id.startsWith(`${name}/`))
  return (meant.length > 0 ? meant : reconciled).flatMap(name =>
    nearest(key, dataset.similarIds(name, key)).map(other => recordPath(name, other)),
  )
}
