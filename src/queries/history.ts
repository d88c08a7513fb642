import type { Dataset } from '../store/dataset.ts'
import { findRow } from './find.ts'

/** The changes of an action, of the claims on it, and of what was merged into it, newest first, as JSON. */
export function changesOf(dataset: Dataset, id: string): string[] {
  findRow(dataset, 'actions', id)
  const rows = dataset.rows('changes', 'record', `actions/${id}`).toArray()
  return rows.reverse().map(row => dataset.record(row).json)
}
