import type { Dataset, Retired, StoredRecord } from '../../dataset/dataset.ts'
import { idOf, recordPath } from '../../model/collections.ts'
import { isoCodes, suggestRegions } from '../../model/iso-regions.ts'
import { quoted, type Reason } from '../../model/issues.ts'
import { nearest } from '../../model/names.ts'
import { decodePath } from '../../model/paths.ts'
import type { Change } from '../../model/release.ts'
import type { View } from '../../model/views.ts'
import { MovedRecord, UnknownRecord, WithdrawnRecord } from '../refusal.ts'

/** A record of a view. Throws MovedRecord, WithdrawnRecord, or UnknownRecord with the nearest ids. */
export function findRecord(dataset: Dataset, view: View, id: string): StoredRecord {
  const record = find(dataset, view, id)
  if (record) return record
  throw failure(dataset, view, id)
}

/** A record; undefined if the view does not have it. */
function find(dataset: Dataset, { of, where }: View, id: string): StoredRecord | undefined {
  const record = dataset.find(of, id)
  if (!record || !where) return record
  return dataset.rows(of, where.filter, where.value).has(record.row) ? record : undefined
}

function failure(dataset: Dataset, view: View, id: string): Error {
  const path = recordPath(view.of, id)
  const retired = dataset.retired(path) ?? removal(dataset, path)
  if (!retired) return unknown(dataset, view, id)
  if (retired.into === null) return new WithdrawnRecord(id, describeRetirement(retired))
  const successor = idOf(retired.into)
  return find(dataset, view, successor) ? new MovedRecord(successor) : unknown(dataset, view, id)
}

/** The removal of a claim or term, which the changes of a release report: their ids are not retired one by one. */
function removal(dataset: Dataset, path: string): Retired | undefined {
  const rows = dataset.list('changes', 'record', path)
  const changes = dataset.jsons('changes', rows).map((json): Change => JSON.parse(json))
  const last = changes.findLast(({ record }) => decodePath(record) === path)
  if (last?.change !== 'removed') return undefined
  const { reason, note = null, release } = last
  return { record: path, into: null, reason, note, release }
}

const MOST_NEAR = 3

function unknown(dataset: Dataset, view: View, id: string): UnknownRecord {
  const candidates =
    view.of === 'regions'
      ? suggestRegions(dataset.regions, id)
      : nearest(id, dataset.similarIds(view.of, id), Infinity)
  const near = candidates
    .values()
    .filter(other => find(dataset, view, other))
    .take(MOST_NEAR)
  const isUnused = view.of === 'regions' && isoCodes.has(id)
  return new UnknownRecord(
    isUnused
      ? `${quoted(id)} is a code of ISO 3166-2 that no record names yet; region and applies_in take it`
      : `there is no ${quoted(id)} among the ${view.name}`,
    [...near],
  )
}

/** The rule, case or licence with an id, and the list that it is in; undefined if there is none. */
export function findMatter(dataset: Dataset, id: string) {
  for (const list of ['rules', 'cases', 'licences'] as const) {
    const record = dataset.find(list, id)
    if (record) return { list, record }
  }
  return undefined
}

/** What happened to a retired id, in words. */
export function describeRetirement({ into, reason, note, release }: Retired): string {
  const event =
    into === null
      ? `was withdrawn in release ${release}`
      : `is ${quoted(idOf(into))} since ${release}`
  return `${event} (${reason ?? 'not released yet'})${note === null ? '' : `: ${note}`}`
}

/** Why a parameter's value that names a retired record is refused; `toValue` gives the value to use instead. */
export function retiredReason(dataset: Dataset, path: string, value: string, toValue = idOf) {
  const retired = dataset.retired(path)
  if (!retired) return undefined
  const reason: Reason = { message: `${quoted(value)} ${describeRetirement(retired)}` }
  return retired.into === null ? reason : { ...reason, did_you_mean: [toValue(retired.into)] }
}

/** The changes of a record, of the claims on it, and of the records merged into it, newest first, as JSON. */
export function changesOf(dataset: Dataset, view: View, id: string): string[] {
  findRecord(dataset, view, id)
  const rows = dataset.list('changes', 'record', recordPath(view.of, id))
  return dataset.jsons('changes', rows.reverse())
}
