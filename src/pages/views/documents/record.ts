import type { SourceDocument } from '../../../model/document.ts'
import { views } from '../../../model/views.ts'
import { definitionOf, labelOf } from '../../../model/vocabulary.ts'
import { findRecord } from '../../../queries/record/find.ts'
import { registerOf } from '../../../queries/record/readings.ts'
import { html, type Part } from '../../html.ts'
import { citeSection } from '../../parts/cite.ts'
import { evidenceSection } from '../../parts/evidence.ts'
import { factList } from '../../parts/facts.ts'
import { historySection } from '../../parts/history.ts'
import { type Page, type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { dayText } from '../../words/days.ts'
import { dateText } from '../../words/fields.ts'
import { claimsSection } from './claims.ts'
import { officialBadge } from './list.ts'

const words = texts.documents
const languages = new Intl.DisplayNames('en', { type: 'language' })

/** The page of a document: what it is, how it was read, and what rests on each of its passages. */
export async function documentPage(
  site: Site,
  id: string,
  cursor: string | undefined,
): Promise<Page> {
  const record = findRecord(site.dataset, views.documents, id)
  const document: SourceDocument = JSON.parse(record.json)
  const { title, kind, publisher, language } = document
  const what = [labelOf('document-kind', kind), publisher].filter(Boolean).join(', ')
  const official = definitionOf('official', document.official)
  const main = html`<article><h1 lang="${language}">${title}</h1>
<p class="about"><a href="${site.at(`/documents?kind=${kind}`)}" title="${definitionOf('document-kind', kind)}">${labelOf('document-kind', kind)}</a> ${officialBadge(document)}</p>
${factList(facts(site, document))}
<p class="note text">${words.text} <a href="${site.at('/guide/evidence')}">${words.verify}</a></p>
${await claimsSection(site, document, cursor)}
${evidenceSection(site, views.documents, id)}
${historySection(site, views.documents, id)}
${citeSection(site, 'documents', record)}</article>`
  return {
    title,
    description: `${what}. ${official}`,
    trail: [[words.section, '/documents']],
    main,
    json: `/v1/documents/${id}`,
  }
}

function facts(site: Site, document: SourceDocument): [string, Part][] {
  const { kind, official, publisher, author, published, language, url, read } = document
  const { licence, attribution, note, sha256, register } = document
  return [
    [words.kind, labelOf('document-kind', kind)],
    [
      words.official,
      html`${labelOf('official', official)} <span class="remark">${definitionOf('official', official)}</span>`,
    ],
    [words.publisher, publisher],
    [words.author, author],
    [words.published, published && dateText(published)],
    [words.language, languages.of(language)],
    [words.original, url && html`<a href="${url}" rel="external">${url}</a>`],
    [words.origin, originText(site, document)],
    [
      words.read,
      html`${dayText(read.on)}, ${wordOf('read-as', read.as)} <span class="remark">${definitionOf('read-as', read.as)}</span>`,
    ],
    [words.register, register && registerText(site, register)],
    [words.covers, register && coversText(document)],
    [words.licence, licence && licenceText(licence)],
    [words.attribution, attribution],
    [words.note, note],
    [words.fingerprint, sha256 && html`<code class="print">${sha256}</code>`],
  ]
}

/** The document that it retells, if it is not itself the origin. */
function originText({ dataset, at }: Site, { id, origin }: SourceDocument): Part {
  if (origin === id) return undefined
  const found = dataset.find('documents', origin)
  return found ? html`<a href="${at(`/documents/${origin}`)}">${found.title}</a>` : origin
}

function registerText({ dataset, at }: Site, register: string): Part {
  const { title } = registerOf(dataset, register)
  return html`<a href="${at(`/licences?register=${register}`)}">${title}</a>`
}

const coversText = ({ covers = [] }: SourceDocument): string =>
  covers.map(kind => wordOf('matter-kind', kind)).join(', ') || words.coversNone

const licenceText = (licence: string): Part =>
  /^https?:/.test(licence)
    ? html`<a href="${licence}" rel="external license">${licence}</a>`
    : licence
