import { type Html, html } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'

const { results: words } = texts

const searchLink = (site: Site, q: string): Html =>
  html`<a href="${site.at(pageAddress('/search', [['q', q]]))}">${q}</a>`

/** What can be searched, with examples, and how. */
export function searchHelp(site: Site): Html {
  const examples = words.asked.map(q => html`<li>${searchLink(site, q)}</li>`)
  const things = words.things.map(
    ([path = '', name, what]) =>
      html`<div><dt><a href="${site.at(path)}">${name}</a></dt><dd>${what}</dd></div>`,
  )
  const how = words.how.map(
    ([q = '', what]) => html`<div><dt>${searchLink(site, q)}</dt><dd>${what}</dd></div>`,
  )
  return html`<section><h2>${words.examples}</h2><ul class="examples">${examples}</ul><p>${words.searched}</p><dl class="facts">${things}</dl><h2>${words.help}</h2><dl class="facts">${how}</dl></section>`
}
