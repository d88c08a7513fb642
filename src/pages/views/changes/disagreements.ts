import { views } from '../../../model/views.ts'
import {
  countDisputes,
  type Dispute,
  type DisputeQuery,
  findDisputes,
} from '../../../queries/list/disputes.ts'
import { evidenceFor } from '../../../queries/record/claims.ts'
import { type Html, html } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import { emptyNote } from '../../parts/empty.ts'
import { fieldEvidence } from '../../parts/evidence.ts'
import { regionOptions, selectField } from '../../parts/fields.ts'
import { paging } from '../../parts/paging.ts'
import type { Page, Site } from '../../site.ts'
import { texts } from '../../texts.ts'

const PATH = '/disagreements'
const words = texts.disagreements
const { form } = texts.actions
const names = { ...texts.sections, documents: texts.documents.section }

/** The page of everything that the documents disagree on, record by record. */
export async function disagreementsPage(site: Site, query: DisputeQuery): Promise<Page> {
  const { disputes, total, fields, next } = findDisputes(site.dataset, query)
  const count = words.total(total, fields)
  const main = html`<h1>${words.title}</h1>
<p class="summary">${words.intro}</p>
${disputeForm(site, query)}
<p class="total" role="status">${count}</p>
${total === 0 ? emptyNote(site) : html`${disputes.map(dispute => disputeSection(site, dispute))}${paging(site, { path: PATH, canonical: query.canonical, next })}`}`
  return {
    title: words.title,
    description: `${words.intro} ${count}.`,
    trail: [],
    main,
    json: '/v1/claims?status=rival',
    canonical: pageAddress(PATH, query.canonical),
  }
}

function disputeForm(site: Site, query: DisputeQuery): Html {
  const { places, lists } = countDisputes(site.dataset, query)
  const any = { value: '', label: form.any }
  const ofKind = lists
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => ({ value, label: `${listName(value)} (${count})` }))
  return html`<form class="filters" action="${site.at(PATH)}">${selectField('region', words.form.region, [any, ...regionOptions(site, places)], query.region ?? '')}${selectField('of', words.form.of, [any, ...ofKind], query.of ?? '')}<p class="buttons"><button>${form.button}</button> <a href="${site.at(PATH)}">${form.reset}</a></p></form>`
}

const listName = (of: Dispute['of']): string => names[of]

/** A record, and each of its values in dispute with both sides and the rule that decided. */
function disputeSection(site: Site, { of, id, row }: Dispute): Html {
  const { title } = site.dataset.record(of, row)
  const fields = evidenceFor(site.dataset, views[of], id, site.quotes)
  const disputed = fields.filter(({ rivals }) => rivals.length > 0)
  return html`<section class="dispute"><h2><a href="${site.at(`/${of}/${id}`)}">${title}</a></h2><p class="about">${listName(of)}</p>${disputed.map(field => fieldEvidence(site, field))}</section>`
}
