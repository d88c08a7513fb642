import { type CollectionName, listPath } from '../../../model/collections.ts'
import { wordsOf } from '../../../model/names.ts'
import type { Canonical } from '../../../queries/list/query.ts'
import type { HitGroup } from '../../../queries/search/groups.ts'
import { isSmall, type Search } from '../../../queries/search/text.ts'
import { type Html, html } from '../../html.ts'
import { changed, pageAddress } from '../../links.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { findInGuide } from '../guide/find.ts'
import { addressOfGuide } from '../guide/page.ts'
import { hitItem } from './hits.ts'

const { results: words } = texts
export const PATH = '/search'

/** A search as it was asked for. */
export type Asked = {
  q: string
  search: Search
  within: string[]
  canonical: Canonical
  limit: number
  cursor: string | undefined
}

/** The hits by kind, each with the way to all of its kind. */
export const groupSections = (site: Site, asked: Asked, groups: HitGroup[]): Html[] =>
  groups.map(({ of, total, hits }) => {
    const [many] = words.lists[listPath(of)]!
    const all =
      total > hits.length &&
      html`<p><a href="${kindAddress(site, asked, of)}">${words.allOf(many, total)}</a></p>`
    return html`<section><h2>${many}</h2><ul class="hits">${hits.map(hit => hitItem(site, hit))}</ul>${all}</section>`
  })

const kindAddress = (site: Site, { canonical, search }: Asked, of: CollectionName): string =>
  site.at(
    pageAddress(
      PATH,
      changed(canonical, { in: listPath(of), match: search.isAny ? 'any' : undefined }),
    ),
  )

/** The kinds that have hits, with how many. */
export function kindLinks(site: Site, asked: Asked, groups: HitGroup[]): Html {
  const items = groups.map(
    ({ of, total }) =>
      html`<li><a href="${kindAddress(site, asked, of)}">${words.lists[listPath(of)]![0]}</a> ${total.toLocaleString('en')}</li>`,
  )
  return html`<nav aria-label="${words.kinds}"><ul class="kinds">${items}</ul></nav>`
}

/** The pages of the guide for a question in several words: how can a passage be verified. */
export function guideSection(site: Site, q: string): Html | undefined {
  const telling = wordsOf(q).filter(word => !isSmall(word))
  const pages = telling.length === 0 || !/\s/.test(q.trim()) ? [] : findInGuide(telling)
  if (pages.length === 0) return undefined
  const items = pages.map(
    page =>
      html`<li class="hit"><a class="title" href="${site.at(addressOfGuide(page))}">${page.title}</a><p class="about">${page.answers}</p></li>`,
  )
  return html`<section><h2>${words.guide}</h2><ul class="hits">${items}</ul></section>`
}
