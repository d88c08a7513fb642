import type { Claim } from '../../../model/claim.ts'
import { locate } from '../../../model/collections.ts'
import type { SourceDocument } from '../../../model/document.ts'
import { views } from '../../../model/views.ts'
import { labelOf } from '../../../model/vocabulary.ts'
import { toQuery } from '../../../queries/list/query.ts'
import { runPage } from '../../../queries/list/run.ts'
import { type Html, html, type Part } from '../../html.ts'
import { pageAddress, recordPage } from '../../links.ts'
import { paging } from '../../parts/paging.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { fieldName, fieldValue } from '../../words/fields.ts'

const words = texts.documents
const MOST = 100

/** The values that rest on a document: passage by passage, and in each by the records that they are about. */
export async function claimsSection(
  site: Site,
  document: SourceDocument,
  cursor: string | undefined,
): Promise<Html> {
  const { dataset, at, quotes } = site
  const { id, register } = document
  const values = { document: [id], limit: MOST, sort: 'id', cursor }
  const query = toQuery(dataset, views.claims, values, [['document', id]])
  const { rows, total, next } = await runPage(dataset, query)
  const claims = dataset.jsons('claims', rows).map((json): Claim => quotes.add(JSON.parse(json)))
  const data = pageAddress('/v1/claims', query.canonical)
  const canonical: [string, string][] = cursor === undefined ? [] : [['cursor', cursor]]
  return html`<section id="claims"><h2>${words.claims}</h2>${register && listedText(site, id)}
<p>${total === 0 ? words.none : words.claimsTotal(total)}${total > MOST && words.shown(MOST)}${total > 0 && '.'} <a href="${at(data)}">${words.asData}</a></p>
${passagesOf(document, claims).map(([head, own]) => html`<h3>${head}</h3>${recordList(site, own)}`)}
${paging(site, { path: `/documents/${id}`, canonical, next })}</section>`
}

/** How many licences a reading of a register lists. */
function listedText({ dataset, at }: Site, id: string): Html {
  const { length } = dataset.list('licences', 'document', id)
  return html`<p>${words.reading} <a href="${at(`/licences?document=${id}`)}">${words.listed(length)}</a></p>`
}

/** The passages with their claims, in the order of the document; then rows of a register, then what is worked out. */
function passagesOf({ passages }: SourceDocument, claims: Claim[]): [head: Part, own: Claim[]][] {
  const byKey = Map.groupBy(claims, ({ passage, row }) =>
    passage ? passage.key : row === undefined ? '' : 'row',
  )
  const found = passages.map(({ key, letters, sha256 }): [Part, Claim[]] => {
    const own = byKey.get(key) ?? []
    const quote = own[0]?.passage?.quote
    return [
      html`${words.passage(key, letters)} <code class="print">${words.print} ${sha256}</code>${quote && html` <q>${quote}</q>`}`,
      own,
    ]
  })
  const others: [Part, Claim[]][] = [
    [words.rows, byKey.get('row') ?? []],
    [words.inferred, byKey.get('') ?? []],
  ]
  return [...found, ...others].filter(([, own]) => own.length > 0)
}

/** The records that claims are about, each with the values that it takes from them. */
function recordList(site: Site, claims: Claim[]): Html {
  const groups = [...Map.groupBy(claims, ({ record }) => record)]
  return html`<ul class="claims">${groups.map(([path, own]) => html`<li>${recordLink(site, path)}<ul>${own.map(claim => valueItem(site, claim))}</ul></li>`)}</ul>`
}

function recordLink({ dataset, at }: Site, path: string): Html {
  const { name, id } = locate(path)!
  const { title } = dataset.find(name, id)!
  return html`<a href="${at(recordPage(path)!)}">${title}</a>`
}

const valueItem = (site: Site, { field, value, status, as_reported }: Claim): Html =>
  html`<li>${fieldName(field)}: ${fieldValue(site, field, value)}${as_reported && html` ${texts.evidence.reported} “${as_reported}”`}${status !== 'accepted' && html` <span class="status ${status}">${labelOf('claim-status', status)}</span>`}</li>`
