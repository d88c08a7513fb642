import type { Claim } from '../../model/claim.ts'
import type { SourceDocument } from '../../model/document.ts'
import { isOfficial } from '../../model/document.ts'
import type { ClaimedCollection } from '../../model/fields.ts'
import type { View } from '../../model/views.ts'
import { definitionOf, labelOf } from '../../model/vocabulary.ts'
import { evidenceFor, type FieldEvidence } from '../../queries/record/claims.ts'
import { type Html, html, type Part, withoutLinks } from '../html.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'
import { fieldName, fieldValue } from '../words/fields.ts'

const { evidence: words } = texts

/** The evidence for each value of a record: its passages, their documents, rival accounts, and the rule that decided. */
export function evidenceSection(site: Site, view: View<ClaimedCollection>, id: string): Html {
  const fields = evidenceFor(site.dataset, view, id, site.quotes)
  if (fields.length === 0)
    return html`<section id="evidence"><h2>${words.title}</h2><p>${words.none}</p></section>`
  return html`<section id="evidence"><h2>${words.title}</h2><p>${words.intro} <a href="${site.at('/guide/evidence')}">${words.how}</a></p>${fields.map(field => fieldEvidence(site, field))}</section>`
}

/** The evidence for a field; open if accounts differ. */
export function fieldEvidence(
  site: Site,
  { field, value, decided_by, sources, claims, rivals }: FieldEvidence,
): Html {
  const isDisputed = rivals.length > 0
  const rules = decided_by.map(
    rule =>
      html`<p class="rule"><b>${labelOf('rule', rule)}.</b> ${definitionOf('rule', rule)}</p>`,
  )
  return html`<details class="field"${isDisputed && html` open`}><summary><b>${fieldName(field)}</b> ${withoutLinks(fieldValue(site, field, value))} <span class="badge">${words.support(sources.documents, sources.origins)}</span>${isDisputed && html` <span class="badge weak">${texts.badge.disputed}</span>`}</summary>${rules}<ul class="claims">${[...claims, ...rivals].map(claim => claimItem(site, claim))}</ul></details>`
}

/** A claim: the value as one document states it, and where. */
export function claimItem(site: Site, claim: Claim): Html {
  const { field, value, status, basis, as_reported, note, rule } = claim
  const word = html`<span class="status ${status}">${labelOf('claim-status', status)}</span>`
  const lost = rule && html` <span class="rule">${words.lost} ${labelOf('rule', rule)}.</span>`
  return html`<li id="${claim.id}">${word} ${fieldValue(site, field, value)}${as_reported && html` ${words.reported} “${as_reported}”`}${basis === 'inferred' && html` <span class="how">(${words.inferred})</span>`}. ${lost}${note && html` <span class="remark">${note}</span>`}${sourceOf(site, claim)}</li>`
}

/** Where the words of a claim stand: the document, and the passage or the row in it. */
function sourceOf(site: Site, { document: id, passage, row }: Claim): Html {
  const document: SourceDocument = JSON.parse(site.dataset.find('documents', id)!.json)
  const { title, publisher, url } = document
  const official =
    isOfficial(document) &&
    html` <span class="badge good">${labelOf('official', document.official)}</span>`
  return html`<p class="source"><a href="${site.at(`/documents/${id}`)}">${title}</a>${publisher && `, ${publisher}`}${official}${url && html` <a href="${url}" rel="external">${words.original}</a>`} ${placeOf(passage, row)}</p>`
}

function placeOf(passage: Claim['passage'], row: string | undefined): Part {
  if (row !== undefined) return words.row(row)
  if (passage === null) return undefined
  const { key, letters, sha256, quote } = passage
  if (quote !== undefined) return html`<q>${quote}</q>`
  return html`<span class="print" title="sha256 ${sha256}">${words.passage(key, letters)} <code>${sha256.slice(0, 10)}</code></span>`
}
