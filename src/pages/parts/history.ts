import type { Change } from '../../model/release.ts'
import type { View } from '../../model/views.ts'
import { labelOf } from '../../model/vocabulary.ts'
import { changesOf } from '../../queries/record/find.ts'
import { type Html, html } from '../html.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'

const MOST = 30

/** The releases that added or changed a record, the newest first. */
export function historySection(site: Site, view: View, id: string): Html {
  const own = changesOf(site.dataset, view, id)
    .map((json): Change => JSON.parse(json))
    .filter(({ record }) => record === `${view.name}/${id}`)
  const { history } = texts
  return html`<section><h2>${history.title}</h2>${own.length === 0 ? html`<p>${history.none}</p>` : html`<ul>${own.slice(0, MOST).map(changeItem)}</ul>`}</section>`
}

function changeItem({ release, date, change, fields, reason, note }: Change): Html {
  return html`<li>${release}${date && html` (<time>${date}</time>)`}: ${labelOf('change', change)}${fields && fields.length > 0 && html` (${fields.join(', ')})`}${reason && html`, ${labelOf('change-reason', reason)}`}${note && html`: ${note}`}</li>`
}
