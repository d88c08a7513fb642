import type { Action } from '../../../model/action.ts'
import { views } from '../../../model/views.ts'
import { runPage } from '../../../queries/list/run.ts'
import { type Html, html } from '../../html.ts'
import { searchBox } from '../../layout.ts'
import { ownQuery } from '../../own-query.ts'
import { actionList } from '../../parts/actions.ts'
import type { Page, Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { drawMonthsOf, pictureSection } from '../actions/picture.ts'
import { questions } from './questions.ts'
import { type MapName, worldMap } from './world.ts'

const { front } = texts

/** The home page; `head`: the description of the dataset for search engines. */
export async function frontPage(site: Site, map: MapName, head: Html): Promise<Page> {
  const { dataset, base } = site
  const { counts, coverage, description } = dataset.meta.page
  const main = html`<h1>${front.title}</h1><p class="summary">${front.intro(counts.actions!, coverage.regions.length)}</p>${searchBox(base, '', 'q')}
${questions(site)}
${await worldMap(site, map)}
<section><h2>${front.timeline}</h2>${pictureSection(await drawMonthsOf(site, listOf(site, '-date')), front.timeline)}<p><a href="${site.at('/actions')}">${front.allEvents}</a></p></section>
<section><h2>${front.added}</h2>${actionList(site, await addedLast(site))}<p><a href="${site.at('/actions?not_kind=licensing&sort=-added')}">${front.allAdded}</a></p></section>
${coverageSection(site)}${dataSection(site)}`
  return {
    title: texts.site,
    description,
    main,
    json: '/v1',
    feed: [front.dataItems.feed, '/v1/actions?not_kind=licensing'],
    head,
  }
}

const LAST = 8

/** The events other than grants of licences. */
const listOf = ({ dataset }: Site, sort: string) =>
  ownQuery(dataset, views.actions, { not_kind: 'licensing' }, { sort, limit: LAST })

async function addedLast(site: Site): Promise<Action[]> {
  const { rows } = await runPage(site.dataset, listOf(site, '-added'))
  return site.dataset.jsons('actions', rows).map(json => JSON.parse(json))
}

const counted = ['actions', 'rules', 'cases', 'licences', 'actors', 'regions', 'documents'] as const

function coverageSection(site: Site): Html {
  const { counts, coverage } = site.dataset.meta.page
  const list = counted.map(name => `${counts[name]!.toLocaleString('en')} ${front.names[name]}`)
  const gaps = coverage.gaps.map(({ text }) => html`<li>${text}</li>`)
  return html`<section><h2>${front.coverage}</h2><p>${front.counted(list.join(', '), coverage.regions.length)}</p><ul>${gaps}</ul><p><a href="${site.at('/guide/coverage')}">${front.more}</a></p></section>`
}

const dataLinks: [keyof typeof front.dataItems, string][] = [
  ['files', '/v1/exports'],
  ['csv', '/v1/actions?format=csv'],
  ['api', '/docs'],
  ['guide', '/guide'],
  ['feed', '/v1/actions?format=atom&not_kind=licensing'],
  ['changes', '/changes'],
]

function dataSection(site: Site): Html {
  const { citation } = site.dataset.meta.page
  const items = dataLinks.map(
    ([name, path]) => html`<li><a href="${site.at(path)}">${front.dataItems[name]}</a></li>`,
  )
  return html`<section><h2>${front.data}</h2><ul>${items}</ul></section><section><h2>${front.cite}</h2><p class="copy" tabindex="0">${citation.text}</p><p><a href="${site.at('/v1?format=bibtex')}">BibTeX</a> <a href="${site.at('/v1?format=csl')}">CSL-JSON</a></p></section>`
}
