import type { Dataset } from '../../dataset/dataset.ts'
import { recordPath } from '../../model/collections.ts'
import type { Change } from '../../model/release.ts'
import type { View } from '../../model/views.ts'
import { findRecord } from './find.ts'

/** The changes of a record, of the claims on it, and of the records merged into it, newest first, as JSON. */
export function changesOf(dataset: Dataset, view: View, id: string): string[] {
  findRecord(dataset, view, id)
  const rows = dataset.list('changes', 'record', recordPath(view.of, id))
  return dataset.jsons('changes', rows.reverse())
}

/** The day of the newest release; a day before all others if there has been none. */
export const lastReleased = ({ meta }: Dataset) => meta.releases.at(-1)?.date ?? '1970-01-01'

/** The day of the release that last changed a record or the claims on it; an unreleased change counts as of the newest. */
export function lastChanged(dataset: Dataset, path: string): string {
  const last = dataset.list('changes', 'record', path).at(-1)
  if (last === undefined) return lastReleased(dataset)
  const { date }: Change = JSON.parse(dataset.record('changes', last).json)
  return date ?? lastReleased(dataset)
}
