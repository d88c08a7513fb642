import type { Canonical } from '../../queries/list/query.ts'
import { type Html, html, type Part } from '../html.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'

const { form: words } = texts.actions

/** The value that a query has for the parameter of a field; empty if it has none. */
type Take = (name: string) => string

/** A form for the filters of a list: a plain GET. Parameters for which no field takes the value are kept as they are. */
export function filterForm(
  site: Site,
  path: string,
  canonical: Canonical,
  fieldsWith: (take: Take) => Part[],
): Html {
  const given = new Map(canonical)
  const fields = fieldsWith(name => {
    const value = given.get(name) ?? ''
    given.delete(name)
    return value
  })
  given.delete('cursor')
  const kept = [...given].map(
    ([name, text]) => html`<input type="hidden" name="${name}" value="${text}">`,
  )
  return html`<p class="jump"><a href="#found">${words.toList}</a></p><details class="fold" open><summary>${words.title}</summary><form class="filters" action="${site.at(path)}">${fields}${kept}<p class="buttons"><button>${words.button}</button> <a href="${site.at(path)}">${words.reset}</a></p></form></details>`
}

/** How many records a list has, where the way past its filters leads. */
export const foundTotal = (text: string): Html =>
  html`<p class="total" id="found" role="status">${text}</p>`

/** Attributes by which the script completes the names of actors in a field. */
export const suggestActors = (site: Site): Html =>
  html` data-suggest="${site.at('/v1/reconcile/suggest/entity')}" data-type="actor"`
