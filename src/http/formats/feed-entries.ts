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
  const title = titleOf(dataset, present)
  return {
    record: encodePath(recordPath('changes', change.id)),
    page: pageOf(present),
    title: `${labelOf('change', change.change)}: ${title}${fieldOf(path, subject)}`,
    text: explain(change),
    published: time,
    updated: time,
    tags: [change.change, ...(change.reason === null ? [] : [change.reason])],
  }
}

/** The page of a record; the list of changes for one that has none. */
function pageOf(path: string): string {
  const name = locate(path)?.name
  return name === undefined || name === 'terms' || name === 'claims' ? 'changes' : encodePath(path)
}

/** The field that a claim is evidence for, in brackets; nothing for another record. */
function fieldOf(path: string, subject: string): string {
  if (path === subject) return ''
  const field = path.slice(`claims/${subject}.`.length).replace(/\.\d+$/, '')
  return ` (evidence for ${field})`
}

/** The title of a record; its path if it is gone. */
function titleOf(dataset: Dataset, path: string): string {
  const place = locate(path)
  return (place && dataset.find(place.name, place.id)?.title) ?? path
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
