import { idOf, locate } from '../../../model/collections.ts'
import { DATASET } from '../../../model/release.ts'
import { labelOf } from '../../../model/vocabulary.ts'
import type { ChangedRecord } from '../../../queries/list/changed-records.ts'
import { type Html, html } from '../../html.ts'
import { recordPage } from '../../links.ts'
import { type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { dayText } from '../../words/days.ts'

const words = texts.changes

/** Changed records, release by release. */
export function recordList(site: Site, records: ChangedRecord[]): Html {
  const releases = [...Map.groupBy(records, ({ release }) => release)]
  return html`${releases.map(([release, own]) => {
    const [{ date }] = own as [ChangedRecord]
    return html`<section><h2>${release} <span class="when">${date ? dayText(date) : words.unreleased}</span></h2><ul class="events changed">${own.map(record => recordItem(site, record))}</ul></section>`
  })}`
}

/** What happened to a record and why, and how many of the claims on it changed. */
function recordItem(site: Site, { path, change, claims, release }: ChangedRecord): Html {
  const evidence = pathOfEvidence(release, path)
  const counted = claims > 0 && html`, <a href="${site.at(evidence)}">${words.claims(claims)}</a>`
  const about = change ? changeText(site, change) : words.onlyClaims
  return html`<li>${recordLink(site, path)} <span class="about">${about}${counted}</span></li>`
}

/** The API lists the changes of the claims on a record with those of the record. */
const pathOfEvidence = (release: string, path: string): string =>
  `/v1/changes?${new URLSearchParams({ record: path, release })}`

function changeText(site: Site, change: NonNullable<ChangedRecord['change']>): Html {
  const { fields = [], reason, note, into } = change
  return html`${labelOf('change', change.change)}${into && html`: ${words.into} ${recordLink(site, into)}`}${reason && `, ${wordOf('change-reason', reason)}`}${fields.length > 0 && `. ${words.fields} ${fields.join(', ')}`}${note && `. ${note}`}`
}

/** A record by its title and a link to its page; one that is gone by its path. */
function recordLink({ dataset, at }: Site, path: string): Html {
  if (path === DATASET) return html`<a class="title" href="${at('/')}">${words.dataset}</a>`
  const place = locate(path)
  const found = place && dataset.find(place.name, place.id)
  const page = recordPage(path)
  if (!found || !page) return html`<span class="title">${found?.title ?? idOf(path)}</span>`
  return html`<a class="title" href="${at(page)}">${found.title}</a>`
}
