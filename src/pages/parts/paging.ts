import type { Canonical } from '../../queries/list/query.ts'
import { type Html, html } from '../html.ts'
import { changed, pageAddress } from '../links.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'

type Paged = { path: string; canonical: Canonical; next: string | null }

/** The way to the next page of a list, and back to its first. */
export function paging(site: Site, { path, canonical, next }: Paged): Html | undefined {
  const isFirst = !canonical.some(([name]) => name === 'cursor')
  if (isFirst && next === null) return undefined
  const { first, following, label } = texts.paging
  const link = (cursor: string | undefined) =>
    site.at(pageAddress(path, changed(canonical, { cursor })))
  return html`<nav class="paging" aria-label="${label}">${!isFirst && html`<a href="${link(undefined)}">${first}</a> `}${next !== null && html`<a rel="next" href="${link(next)}">${following}</a>`}</nav>`
}
