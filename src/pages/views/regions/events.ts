import type { Action } from '../../../model/action.ts'
import type { Region } from '../../../model/region.ts'
import { views } from '../../../model/views.ts'
import { runPage } from '../../../queries/list/run.ts'
import { type Html, html, join, SEPARATOR } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import { ownQuery } from '../../own-query.ts'
import { actionList } from '../../parts/actions.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { placeInWords } from '../../words/places.ts'
import { drawActions, pictureSection } from '../actions/picture.ts'

const { timeline: words } = texts.regions

const LAST = { limit: 10, sort: '-date' }

/** The timeline of a place, its last events, and how many rest on official texts. */
export async function eventSections(site: Site, { code, name }: Region): Promise<Html> {
  const { dataset } = site
  const all = { region: code, not_kind: 'licensing' }
  const query = ownQuery(dataset, views.actions, all, LAST)
  const { total } = await runPage(dataset, query)
  if (total === 0)
    return html`<section id="events"><h2>${words.title}</h2><p>${words.none(placeInWords(name))}</p></section>`
  const done = ownQuery(dataset, views.actions, { ...all, to: dataset.meta.as_of }, LAST)
  const { rows } = await runPage(dataset, done)
  const actions = dataset.jsons('actions', rows).map((json): Action => JSON.parse(json))
  const links = [
    html`<a href="${site.at(pageAddress('/actions', query.canonical))}">${words.all(total)}</a>`,
    await officialLink(site, all, total),
    ...casesLink(site, code),
    html`<a href="${site.at(`/v1/actions?format=atom&region=${code}`)}">${words.feed}</a>`,
  ]
  return html`<section id="events"><h2>${words.title}</h2>${pictureSection(await drawActions(site, query), words.title)}
<p>${join(links, SEPARATOR)}</p></section>
<section><h2>${words.last}</h2>${actionList(site, actions)}</section>`
}

/** How many of the events rest on official texts, and the way to them. */
async function officialLink(site: Site, all: Record<string, string>, total: number): Promise<Html> {
  const asked = { ...all, has: 'official-source' }
  const query = ownQuery(site.dataset, views.actions, asked)
  const { total: official } = await runPage(site.dataset, query)
  return html`<a href="${site.at(pageAddress('/actions', query.canonical))}">${words.official(official, total)}</a>`
}

function casesLink({ dataset, at }: Site, code: string): Html[] {
  const count = dataset.rows('cases', 'region', code).size()
  if (count === 0) return []
  return [html`<a href="${at(`/cases?region=${code}`)}">${words.cases(count)}</a>`]
}
