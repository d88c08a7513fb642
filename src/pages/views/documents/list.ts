import { isOfficial, type SourceDocument } from '../../../model/document.ts'
import { labelOf } from '../../../model/vocabulary.ts'
import type { Query } from '../../../queries/list/query.ts'
import { runPage } from '../../../queries/list/run.ts'
import { type Html, html } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import { emptyNote } from '../../parts/empty.ts'
import { foundTotal } from '../../parts/filter-form.ts'
import { listForm } from '../../parts/form.ts'
import { paging } from '../../parts/paging.ts'
import { takeAway } from '../../parts/take-away.ts'
import type { Page, Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { dateText } from '../../words/fields.ts'
import { querySentence } from '../../words/sentence.ts'

const PATH = '/documents'
const words = texts.documents

/** The page of a list of documents. */
export async function documentsPage(site: Site, query: Query): Promise<Page> {
  const { canonical } = query
  const { rows, total, next } = await runPage(site.dataset, query)
  const sentence = querySentence(site, query)
  const main = html`<h1>${words.section}</h1>
<p class="sentence">${sentence}.</p>
<p class="hint">${words.text}</p>
${await listForm(site, PATH, query, words.form)}
${foundTotal(words.total(total))}
${total === 0 ? emptyNote(site) : html`${documentTable(site, rows)}${paging(site, { path: PATH, canonical, next })}`}
${takeAway(site, PATH, canonical, ['csv', 'json', 'ndjson'])}`
  return {
    title: words.section,
    description: `${sentence}: ${words.total(total)}`,
    trail: [],
    main,
    json: pageAddress('/v1/documents', canonical),
  }
}

function documentTable(site: Site, rows: number[]): Html {
  const { columns, list } = words
  const names = Object.values(columns)
  const items = site.dataset.jsons('documents', rows).map(json => tableRow(site, JSON.parse(json)))
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${list}"><table class="documents"><thead><tr>${names.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${items}</tbody></table></div>`
}

function tableRow({ at }: Site, document: SourceDocument): Html {
  const { id, title, kind, publisher, published, language } = document
  const name = html`<a href="${at(`/documents/${id}`)}" hreflang="${language}">${title}</a>`
  return html`<tr><th scope="row">${name} ${officialBadge(document)}</th><td>${labelOf('document-kind', kind)}</td><td>${publisher}</td><td>${published && dateText(published)}</td></tr>`
}

/** A mark on official texts and their copies. */
export const officialBadge = (document: Pick<SourceDocument, 'official'>): Html | false =>
  isOfficial(document) &&
  html`<span class="badge good">${labelOf('official', document.official)}</span>`
