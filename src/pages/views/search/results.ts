import { searchedViews } from '../../../model/views.ts'
import type { Canonical } from '../../../queries/list/query.ts'
import type { BadParameters } from '../../../queries/refusal.ts'
import { searchGroups } from '../../../queries/search/groups.ts'
import { namedExactly, namedWithin, placesLike } from '../../../queries/search/named.ts'
import { searchPage } from '../../../queries/search/search.ts'
import { similarRecords } from '../../../queries/search/similar.ts'
import { loosen, readSearch, type Search } from '../../../queries/search/text.ts'
import { type Html, html } from '../../html.ts'
import { searchBox } from '../../layout.ts'
import { changed, pageAddress } from '../../links.ts'
import { emptyNote } from '../../parts/empty.ts'
import { paging } from '../../parts/paging.ts'
import type { Page, Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { type Asked, groupSections, guideSection, kindLinks, PATH } from './groups.ts'
import { searchHelp } from './help.ts'
import { hitItem, namedItem } from './hits.ts'
import { meantSection, withinSection } from './named.ts'

const { results: words } = texts
/** How many hits of each kind the first page shows. */
const MOST_OF_KIND = 5
const MOST_SIMILAR = 6

type Values = {
  q?: string | undefined
  in: string[]
  match: 'all' | 'any'
  limit: number
  cursor?: string | undefined
}

const noIndex = html`<meta name="robots" content="noindex">`

/** The page of a search: the records that it names, then hits, or else similar names. */
export async function searchResults(
  site: Site,
  { q = '', in: within, match, limit, cursor }: Values,
  canonical: Canonical,
): Promise<Page> {
  if (q.trim() === '') return framed(site, q, { title: words.title, main: searchHelp(site) })
  const search = readOrExplain(q)
  if (typeof search === 'string') {
    const main = html`<p class="note" role="alert">${words.wrong} ${search}.</p>${searchHelp(site)}`
    return { ...framed(site, q, { title: words.of(q), main }), head: noIndex }
  }
  const chosen = match === 'any' ? loosen(search) : search
  const asked = { q, search: chosen, within, canonical, limit, cursor }
  const { title, main } =
    cursor !== undefined || within.length < searchedViews.length
      ? await oneKind(site, asked)
      : await allKinds(site, asked)
  const json = pageAddress(`/v1${PATH}`, changed(canonical, { match: undefined }))
  return {
    ...framed(site, q, { title: words.of(q), main }),
    description: title,
    json,
    head: noIndex,
  }
}

/** A page of search with its box. */
const framed = (site: Site, q: string, { title, main }: Pick<Page, 'title' | 'main'>): Page => ({
  title,
  description: words.searched,
  trail: [],
  main: html`<h1>${words.title}</h1>${searchBox(site.base, q, 'q')}${main}`,
})

/** The terms of a search, or why it cannot be read: readSearch fails for no other reason. */
function readOrExplain(q: string): Search | string {
  try {
    return readSearch('q', q)
  } catch (error) {
    return (error as BadParameters).faults[0]!.message
  }
}

function sayTotal({ q, search }: Asked, total: number): string {
  if (total === 0) return words.nothing(q)
  return search.isAny ? words.foundAny(total, q) : words.found(total, q)
}

type Found = Pick<Page, 'title' | 'main'>

async function allKinds(site: Site, asked: Asked): Promise<Found> {
  const { dataset } = site
  const { q, search } = asked
  const exact = await namedExactly(dataset, q)
  const meant = meantSection(site, exact.length > 0 ? exact : placesLike(dataset, q))
  const parts = withinSection(site, await namedWithin(dataset, q))
  const groups = await searchGroups(dataset, search, MOST_OF_KIND)
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  const title = sayTotal(asked, total)
  const hits = total > 0 ? groupSections(site, asked, groups) : await insteadOf(site, asked)
  const main = html`<p class="total" role="status">${title}.</p>${meant}${parts}${guideSection(site, q)}${total > 0 && kindLinks(site, asked, groups)}${hits}`
  return { title, main }
}

/** What to show if no record has all the words: similar names, and records with some of the words. */
async function insteadOf(site: Site, asked: Asked): Promise<Html> {
  const { dataset } = site
  const similar = await similarRecords(dataset, asked.q, MOST_SIMILAR)
  const names =
    similar.length > 0 &&
    html`<section><h2>${words.similar}</h2><ul class="hits">${similar.map(({ path, name }) => namedItem(site, path, name))}</ul></section>`
  const any = { ...asked, search: loosen(asked.search) }
  const groups =
    asked.search.wanted.length > 1 ? await searchGroups(dataset, any.search, MOST_OF_KIND) : []
  const loose =
    groups.length > 0 &&
    html`<section class="loose"><p class="note">${words.any}:</p>${kindLinks(site, any, groups)}${groupSections(site, any, groups)}</section>`
  return html`${names}${loose}${!names && !loose && emptyNote(site)}`
}

/** A page of the hits of one kind or of some, or a further page of those of all kinds. */
async function oneKind(site: Site, asked: Asked): Promise<Found> {
  const { q, search, within, canonical, limit, cursor } = asked
  const collections = searchedViews.flatMap(({ name, of }) => (within.includes(name) ? of : []))
  const query = { name: 'search', canonical, cursor, q, search, collections, limit }
  const { hits, total, next } = await searchPage(site.dataset, query)
  const title = sayTotal(asked, total)
  const all = site.at(pageAddress(PATH, changed(canonical, { in: undefined })))
  const names = within.map(name => words.lists[name]![0]).join(', ')
  const main = html`<p class="total" role="status">${names}: ${title}.</p><p><a href="${all}">${words.all}</a></p>${hits.length > 0 ? html`<ul class="hits">${hits.map(hit => hitItem(site, hit))}</ul>` : emptyNote(site)}${paging(site, { path: PATH, canonical, next })}`
  return { title, main }
}
