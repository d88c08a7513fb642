import { type ViewName, view } from '../model/collections.ts'
import { nearest } from '../model/nearest.ts'
import { subjectsOf } from '../model/release.ts'
import type { Dataset } from '../store/dataset.ts'
import { MovedRecord, quoted, UnknownRecord, WithdrawnRecord } from './refusal.ts'
import { idOf, tellFate } from './retired.ts'

/** The row of a record of a view. Throws MovedRecord, WithdrawnRecord, or UnknownRecord with the nearest ids where it is not there. */
export function findRow(dataset: Dataset, name: ViewName, id: string): number {
  const row = rowIn(dataset, name, id)
  if (row !== undefined) return row
  const [subject] = subjectsOf(`${view(name).of}/${id}`).slice(-1) as [string]
  const retired = dataset.fate(subject)
  if (!retired) throw unknownRecord(dataset, name, id)
  const successor = retired.into && id.replace(idOf(subject), idOf(retired.into))
  if (successor === null) throw new WithdrawnRecord(id, tellFate(retired))
  if (rowIn(dataset, name, successor) === undefined) throw unknownRecord(dataset, name, id)
  throw new MovedRecord(successor)
}

/** The row of a record; undefined where the view does not have it. */
function rowIn(dataset: Dataset, name: ViewName, id: string): number | undefined {
  const { of, where } = view(name)
  const row = dataset.row(of, id)
  const isHere =
    row !== undefined && (!where || dataset.rows(of, where.filter, where.value).has(row))
  return isHere ? row : undefined
}

function unknownRecord(dataset: Dataset, name: ViewName, id: string): UnknownRecord {
  const candidates = dataset
    .similarIds(view(name).of, id)
    .filter(other => rowIn(dataset, name, other) !== undefined)
  return new UnknownRecord(`there is no ${quoted(id)} among the ${name}`, nearest(id, candidates))
}
