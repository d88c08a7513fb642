import { type Licence, validPlaces } from '../../model/licence.ts'
import { labelOf } from '../../model/vocabulary.ts'
import type { Force } from '../../queries/list/times.ts'
import { type Html, html, type Part } from '../html.ts'
import { type Site, wordOf } from '../site.ts'
import { texts } from '../texts.ts'
import { dayText, sinceWords } from '../words/days.ts'
import { actorLink, dateText } from '../words/fields.ts'
import { activityWords, certaintyText, placesText, statusBadge } from '../words/licences.ts'

const { columns, list } = texts.licences

/** A licence in a table, with its force on the day of the query, if there is one. */
export type LicenceRow = { licence: Licence; force?: Force | undefined }

/** A table of licences; `isOfFirm`: whether they all are of one firm, which it then does not name. */
export function licenceTable(site: Site, rows: LicenceRow[], isOfFirm = false): Html {
  const isOnDay = rows.some(({ force }) => force)
  const names = [
    ...[columns.firm, columns.kind, columns.activities, columns.authority, columns.places],
    ...[columns.since, isOnDay ? columns.force : columns.status],
  ]
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${list}"><table class="licences"><thead><tr>${names.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.map(row => tableRow(site, row, isOfFirm))}</tbody></table></div>`
}

function tableRow(site: Site, { licence, force }: LicenceRow, isOfFirm: boolean): Html {
  const { id, kind, actor, holder, activities, authority, granted } = licence
  const link = html`<a href="${site.at(`/licences/${id}`)}">${holder.name}</a>`
  const isOwnName = holder.name === site.dataset.find('actors', actor)?.title
  const firm = isOfFirm || isOwnName ? link : html`${actorLink(site, actor)}<br>${link}`
  const cells: Part[] = [
    labelOf('matter-kind', kind),
    activityWords(activities),
    actorLink(site, authority),
    placesText(site, validPlaces(licence.regions)),
    granted ? dateText(granted) : sinceWords(null).replace('since ', ''),
    force ? certaintyText(force) : endText(licence),
  ]
  return html`<tr><th scope="row">${firm}</th>${cells.map(cell => html`<td>${cell}</td>`)}</tr>`
}

/** The status of a licence with its day, and who ended it. */
export function endText({ status, kind, ended, ended_by }: Licence): Part {
  const by = ended_by && ` (${wordOf('licence-ending', ended_by)})`
  const day = ended
    ? dateText(ended)
    : html`<span class="how">${texts.licences.asOf} ${dayText(status!.as_of)}</span>`
  return html`${statusBadge({ status, kind })} ${day}${by}`
}
