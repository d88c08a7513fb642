import { encodePath } from '../../../model/paths.ts'
import { labelOf, type Term, terms } from '../../../model/vocabulary.ts'
import { type Html, html } from '../../html.ts'
import type { Page, Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { dataPage, tableOfContents } from './page.ts'

const { codebook: words } = texts.guide

/** The schemes with a filter of the events. */
const filters: Record<string, string> = {
  'action-kind': 'kind',
  'action-type': 'type',
  activity: 'activity',
  feature: 'has',
}

/** Every code by its scheme, with what it means. */
export function codebookPage(site: Site): Page {
  const schemes = [...Map.groupBy(terms, ({ scheme }) => scheme)]
  const headings = schemes.map(([scheme]) => ({ id: scheme, name: nameOf(scheme) }))
  const sections = schemes.map(
    ([scheme, own]) =>
      html`<section><h2 id="${scheme}">${nameOf(scheme)} <code>${scheme}</code></h2><dl class="terms">${own.map(term => entry(site, term))}</dl></section>`,
  )
  const main = html`<p class="summary">${words.intro(terms.length, schemes.length)}</p>${tableOfContents(headings)}${sections}`
  return { ...dataPage(site, 'codebook', main), json: '/v1/vocabulary?limit=500' }
}

const nameOf = (scheme: string): string =>
  `${scheme[0]!.toUpperCase()}${scheme.slice(1).replaceAll('-', ' ')}`

function entry(site: Site, term: Term): Html {
  const { id, scheme, code, label, definition, includes, excludes } = term
  const filter = filters[scheme]
  const events =
    filter && html` <a href="${site.at(`/actions?${filter}=${code}`)}">${words.events}</a>`
  return html`<div id="${id}"><dt><a href="#${encodePath(id)}">${label}</a> <code>${code}</code></dt><dd>${definition}${includes && html` <span class="remark">${words.includes} ${includes}</span>`}${excludes && html` <span class="remark">${words.excludes} ${excludes}</span>`}${broader(term)}${events}</dd></div>`
}

/** The broader code of a code, which may belong to another scheme. */
function broader({ scheme, parent }: Term): Html | undefined {
  if (parent === undefined) return undefined
  const above = parentSchemes[scheme] ?? scheme
  return html` <span class="remark">${words.broader} <a href="#${encodePath(`${above}/${parent}`)}">${labelOf(above, parent)}</a>.</span>`
}

const parentSchemes: Record<string, string> = {
  'action-type': 'action-kind',
  'matter-kind': 'matter-view',
  rule: 'rule-kind',
}
