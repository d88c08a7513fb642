import { type Html, html } from '../html.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'

/** The meaning of an empty answer: how far the dataset reaches, what is missing, and where to go on. */
export function emptyNote(site: Site): Html {
  const { coverage } = site.dataset.meta.page
  const { empty } = texts
  const { earliest, latest } = coverage.period
  return html`<section class="note"><h2>${empty.title}</h2><p>${empty.covered(coverage.regions.length, earliest, latest)}</p><ul>${coverage.gaps.map(({ text }) => html`<li>${text}</li>`)}</ul><p>${empty.advice} <a href="${site.at('/search')}">${texts.search.button}</a></p></section>`
}
