import type { Actor } from '../../../model/actor.ts'
import type { Licence } from '../../../model/licence.ts'
import { licencesOf } from '../../../queries/list/licensed.ts'
import { type Html, html } from '../../html.ts'
import { askForm, isBusiness } from '../../parts/ask.ts'
import { licenceTable } from '../../parts/licences.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'

const words = texts.actors

/** The licences of an actor, the question whether it may do business in a place, and those that an agency granted. */
export function licencesSection(site: Site, { id, kind, name }: Actor, row: number): Html {
  if (kind === 'agency') return grantedSection(site, id)
  const all = readLicences(site, licencesOf(site.dataset, row))
  if (all.length === 0 && !isBusiness({ kind })) return html``
  const table = html`${licenceTable(
    site,
    all.map(licence => ({ licence })),
    true,
  )}<p><a href="${site.at(`/licences?actor=${id}`)}">${words.asList}</a></p>`
  return html`<section id="licences"><h2>${words.licences}</h2>${all.length > 0 ? table : html`<p>${words.noLicence}</p>`}</section>${askForm(site, id, name)}`
}

const readLicences = ({ dataset }: Site, rows: number[]): Licence[] =>
  dataset.jsons('licences', rows.toReversed()).map(json => JSON.parse(json))

function grantedSection({ dataset, at }: Site, id: string): Html {
  const { length } = dataset.list('licences', 'agency', id)
  return html`${length > 0 && html`<section id="licences"><h2>${words.granted}</h2><p><a href="${at(`/licences?agency=${id}`)}">${words.allLicences(length)}</a></p></section>`}`
}
