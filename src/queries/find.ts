import { recordPath, type ViewName, view } from '../model/collections.ts'
import { nearest } from '../model/nearest.ts'
import type { Change } from '../model/release.ts'
import type { Dataset, StoredRecord } from '../store/dataset.ts'
import type { Retired } from '../store/retired.ts'
import { MovedRecord, quoted, UnknownRecord, WithdrawnRecord } from './refusal.ts'
import { idOf, tellFate } from './retired.ts'

/** A record of a view. Throws as findRow does. */
export function findRecord(dataset: Dataset, name: ViewName, id: string): StoredRecord {
  const record = dataset.find(view(name).of, id)
  if (record && isIn(dataset, name, record.row)) return record
  throw failureOf(dataset, name, id)
}

/** The row of a record of a view. Throws MovedRecord, WithdrawnRecord, or UnknownRecord with the nearest ids where it is not there. */
export function findRow(dataset: Dataset, name: ViewName, id: string): number {
  const row = rowIn(dataset, name, id)
  if (row === undefined) throw failureOf(dataset, name, id)
  return row
}

function failureOf(dataset: Dataset, name: ViewName, id: string): Error {
  const path = recordPath(view(name).of, id)
  const fate = dataset.fate(path) ?? removalOf(dataset, path)
  if (!fate) return unknownRecord(dataset, name, id)
  if (fate.into === null) return new WithdrawnRecord(id, tellFate(fate))
  const successor = idOf(fate.into)
  if (rowIn(dataset, name, successor) === undefined) return unknownRecord(dataset, name, id)
  return new MovedRecord(successor)
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
  const row = dataset.row(view(name).of, id)
  return row !== undefined && isIn(dataset, name, row) ? row : undefined
}

/** Whether a view has a row of its collection. */
function isIn(dataset: Dataset, name: ViewName, row: number): boolean {
  const { of, where } = view(name)
  return !where || dataset.rows(of, where.filter, where.value).has(row)
}

function unknownRecord(dataset: Dataset, name: ViewName, id: string): UnknownRecord {
  const near = nearest(id, dataset.similarIds(view(name).of, id), Infinity)
    .values()
    .filter(other => rowIn(dataset, name, other) !== undefined)
    .take(MOST_NEAR)
  return new UnknownRecord(`there is no ${quoted(id)} among the ${name}`, [...near])
}

const MOST_NEAR = 3
