import { type ClaimedCollection, claimed } from '../model/fields.ts'
import type { Dataset } from '../store/dataset.ts'
import { idOf } from './retired.ts'

/** What claims may be made about: a record by the collection and the id in its path. */
export type Subject = { name: ClaimedCollection; id: string }

/** The subject that a path names, whether it is there or not; undefined where claims are never made about its like. */
export function subjectOf(path: string): Subject | undefined {
  const name = claimed.find(one => path.startsWith(`${one}/`))
  return name && { name, id: idOf(path) }
}

/** The row of the first claim on a record, by its path, and how many claims there are; undefined where there is no such record. */
export function claimsAbout(dataset: Dataset, path: string): [number, number] | undefined {
  const subject = subjectOf(path)
  const row = subject && dataset.row(subject.name, subject.id)
  return row === undefined ? undefined : dataset.claimRows((subject as Subject).name, row)
}
