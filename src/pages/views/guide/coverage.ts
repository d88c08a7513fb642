import { pointInWords } from '../../../model/date-words.ts'
import { labelOf } from '../../../model/vocabulary.ts'
import {
  coverageByPlace,
  coverageOf,
  type PlaceCoverage,
} from '../../../queries/counts/coverage.ts'
import type { Query } from '../../../queries/list/query.ts'
import { type Html, html, join, type Part } from '../../html.ts'
import { changed, pageAddress } from '../../links.ts'
import type { Page, Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { regionLink } from '../../words/fields.ts'
import { dataPage } from './page.ts'

const { coverage: words } = texts.guide
const PATH = '/guide/coverage'

/** The orders of the table. */
export const coverageSorts = ['actions', 'name', 'official', 'independent', 'single'] as const
type Sort = (typeof coverageSorts)[number]

const nameOf = ({ name }: PlaceCoverage): string => name ?? ''

const byName = (a: PlaceCoverage, b: PlaceCoverage): number =>
  nameOf(a).localeCompare(nameOf(b), 'en')

const orders: Record<Sort, (a: PlaceCoverage, b: PlaceCoverage) => number> = {
  actions: (a, b) => b.actions - a.actions,
  name: byName,
  official: (a, b) => b.official_sources - a.official_sources,
  independent: (a, b) => b.independent_sources - a.independent_sources,
  single: (a, b) => b.single_source_share - a.single_source_share,
}

/** The page of the coverage and its quality: gaps in words, a table of the places, and the countries without anything. */
export function coveragePage(site: Site, query: Query, sort: Sort): Page {
  const { coverage, counts } = site.dataset.meta.page
  const { rows, without } = coverageOf(site.dataset, query)
  const places = coverageByPlace(rows).sort((a, b) => orders[sort](a, b) || byName(a, b))
  const [first, last] = [coverage.period.earliest, coverage.period.latest].map(inWords)
  const lead = words.lead(
    coverage.regions.length,
    coverage.documents,
    counts.documents!,
    first!,
    last!,
  )
  const gaps = [...Map.groupBy(coverage.gaps, ({ about }) => about)]
  const main = html`<p class="summary">${lead}</p>
<section><h2>${words.gaps}</h2>${gaps.map(([about, own]) => html`<h3>${labelOf('gap', about)}</h3><ul>${own.map(({ text }) => html`<li>${text}</li>`)}</ul>`)}</section>
<section><h2>${words.places}</h2><p>${words.read}</p>${table(site, query, sort, places)}<p>${words.licences} <a href="${site.at('/licences')}">${texts.sections.licences}</a>.</p></section>
<section id="without"><h2>${words.without(without.length)}</h2><p>${words.nothing}</p><p>${join(without.map(code => regionLink(site, code)))}</p></section>`
  const page = dataPage(site, 'coverage', main)
  const json = pageAddress('/v1/coverage', changed(query.canonical, { sort: undefined }))
  return { ...page, description: lead, json }
}

const inWords = (day: string | null): string => (day === null ? words.unknown : pointInWords(day))

const percent = new Intl.NumberFormat('en', { style: 'percent' })

type Column = { sort?: Sort; name: string; cell: (site: Site, place: PlaceCoverage) => Part }

const columns: Column[] = [
  { sort: 'actions', name: words.actions, cell: eventsLink },
  { name: words.years, cell: (_, { years }) => years && [...new Set(years)].join('–') },
  { sort: 'official', name: words.official, cell: (_, place) => place.official_sources },
  { sort: 'independent', name: words.independent, cell: (_, place) => place.independent_sources },
  {
    sort: 'single',
    name: words.single,
    cell: (_, { single_source_share }) => percent.format(single_source_share),
  },
]

function eventsLink(site: Site, { region, actions }: PlaceCoverage): Part {
  if (region === null) return actions
  return html`<a href="${site.at(pageAddress('/actions', [['region', region]]))}">${actions}</a>`
}

function table(site: Site, query: Query, sort: Sort, places: PlaceCoverage[]): Html {
  const heads = [{ sort: 'name' as const, name: words.place }, ...columns].map(column =>
    head(site, query, sort, column),
  )
  const rows = places.map(
    place =>
      html`<tr><th scope="row">${place.region === null ? words.noPlace : regionLink(site, place.region)}</th>${columns.map(({ cell }) => html`<td class="number">${cell(site, place)}</td>`)}</tr>`,
  )
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${words.places}"><table class="coverage"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`
}

/** The head of a column, by which the table can be sorted. */
function head(
  site: Site,
  { canonical }: Query,
  sorted: Sort,
  { sort, name }: Pick<Column, 'sort' | 'name'>,
): Html {
  if (sort === undefined) return html`<th scope="col">${name}</th>`
  const value = sort === 'actions' ? undefined : sort
  const address = site.at(pageAddress(PATH, changed(canonical, { sort: value })))
  const order = sort === 'name' ? 'ascending' : 'descending'
  return html`<th scope="col"${sort === sorted && html` aria-sort="${order}"`}><a href="${address}">${name}</a></th>`
}
