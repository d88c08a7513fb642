import { recordPath, type ViewName, view } from '../model/collections.ts'
import { nearest } from '../model/nearest.ts'
import type { Change } from '../model/release.ts'
import type { Dataset, Retired } from '../store/dataset.ts'
import { MovedRecord, quoted, UnknownRecord, WithdrawnRecord } from './refusal.ts'
import { idOf, tellFate } from './retired.ts'

/** The row of a record of a view. Throws MovedRecord, WithdrawnRecord, or UnknownRecord with the nearest ids where it is not there. */
export function findRow(dataset: Dataset, name: ViewName, id: string): number {
  const row = rowIn(dataset, name, id)
  if (row !== undefined) return row
  const path = recordPath(view(name).of, id)
  const fate = dataset.fate(path) ?? removalOf(dataset, path)
  if (!fate) throw unknownRecord(dataset, name, id)
  if (fate.into === null) throw new WithdrawnRecord(id, tellFate(fate))
  const successor = idOf(fate.into)
  if (rowIn(dataset, name, successor) === undefined) throw unknownRecord(dataset, name, id)
  throw new MovedRecord(successor)
}

/** What a release told of a claim or a term that it removed: these go without being retired. */
function removalOf(dataset: Dataset, path: string): Retired | undefined {
  const changes = dataset
    .rows('changes', 'record', path)
    .toArray()
    .map(row => JSON.parse(dataset.record(row).json) as Change)
  const last = changes.findLast(({ record }) => record === path)
  if (last?.change !== 'removed') return undefined
  const { reason, note = null, release } = last
  return { record: path, into: null, reason, note, release }
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
