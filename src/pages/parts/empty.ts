import type { Canonical } from '../../queries/list/query.ts'
import { type Html, html } from '../html.ts'
import { pageAddress } from '../links.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'

/** The meaning of an empty answer: how far the dataset reaches, what is missing, and where to go on. */
export function emptyNote(site: Site, canonical: Canonical = []): Html {
  const { coverage } = site.dataset.meta.page
  const { empty } = texts
  const { earliest, latest } = coverage.period
  const q = new Map(canonical).get('q')
  const search = q
    ? html`<a href="${site.at(pageAddress('/search', [['q', q]]))}">${empty.search(q)}</a>`
    : html`<a href="${site.at('/search')}">${texts.search.button}</a>`
  return html`<section class="note"><h2>${empty.title}</h2><p>${empty.covered(coverage.regions.length, earliest, latest)}</p><ul>${coverage.gaps.map(({ text }) => html`<li>${text}</li>`)}</ul><p>${empty.advice} ${search}</p></section>`
}
