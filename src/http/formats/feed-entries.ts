import type { Dataset } from '../../dataset/dataset.ts'
import type { Action } from '../../model/action.ts'
import { whenInWords } from '../../model/action-words.ts'
import { locate, recordPath } from '../../model/collections.ts'
import { decodePath, encodePath } from '../../model/paths.ts'
import { type Change, subjectsOf } from '../../model/release.ts'
import { labelOf } from '../../model/vocabulary.ts'
import { addedAt, revisionsOf, timeOf } from '../../queries/record/revisions.ts'

/** An entry of a feed: the path of its record below /v1, that of its page, and its times. */
export type FeedEntry = {
  record: string
  page: string
  title: string
  text: string
  published: string
  updated: string
  tags: string[]
}

/** The collections that feeds are made of, with what makes an entry of a record. */
export const entriesOf = { actions: actionEntry, changes: changeEntry }

/** An action: published by the release that added it, updated by the last that changed it or the claims on it. */
function actionEntry(dataset: Dataset, row: number, json: string): FeedEntry {
  const action: Action = JSON.parse(json)
  const path = recordPath('actions', action.id)
  return {
    record: path,
    page: path,
    title: action.title,
    text: `${whenInWords(action)}: ${action.summary}`,
    published: addedAt(dataset, 'actions', row),
    updated: revisionsOf(dataset, path).changed,
    tags: [action.kind, action.type, ...action.activities],
  }
}

/** A change, as of its release. */
function changeEntry(dataset: Dataset, _row: number, json: string): FeedEntry {
  const change: Change = JSON.parse(json)
  const time = timeOf(dataset, change.release)
  const [path, subject = path] = subjectsOf(decodePath(change.record)) as [string, string?]
  const present = dataset.retired(subject)?.into ?? subject
  const found = find(dataset, present)
  return {
    record: encodePath(recordPath('changes', change.id)),
    page: found?.page ?? `changes?record=${encodeURIComponent(present)}`,
    title: `${labelOf('change', change.change)}: ${found?.title ?? present}${fieldOf(path, subject)}`,
    text: explain(change),
    published: time,
    updated: time,
    tags: [change.change, ...(change.reason === null ? [] : [change.reason])],
  }
}

/** The field that a claim is evidence for, in brackets; nothing for another record. */
function fieldOf(path: string, subject: string): string {
  if (path === subject) return ''
  const field = path.slice(`claims/${subject}.`.length).replace(/\.\d+$/, '')
  return ` (evidence for ${field})`
}

/** The title of a record, and the path of its page if it has one; undefined if it is gone, or no record of a list. */
function find(dataset: Dataset, path: string): { title: string; page?: string } | undefined {
  const place = locate(path)
  const record = place && dataset.find(place.name, place.id)
  if (!record) return undefined
  const hasPage = place.name !== 'terms' && place.name !== 'claims'
  return { title: record.title, ...(hasPage && { page: encodePath(path) }) }
}

/** A change in words: its reason, the fields, the note. */
function explain({ release, reason, fields, into, note }: Change): string {
  const why = reason === null ? 'Not released yet' : labelOf('change-reason', reason)
  const parts = [
    `${why} (${release}).`,
    fields && `Fields: ${fields.join(', ')}.`,
    into && `Now part of ${into}.`,
    note,
  ]
  return parts.filter(part => part !== undefined).join(' ')
}
