import type { Region } from '../../../model/region.ts'
import { views } from '../../../model/views.ts'
import { runPage } from '../../../queries/list/run.ts'
import { type Html, html, join } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import { ownQuery } from '../../own-query.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { actorLink } from '../../words/fields.ts'

const { actors: words } = texts.regions

const MOST = 40

/** The actors whose home is a place, or one below it. */
export async function actorSection(site: Site, { code }: Region): Promise<Html | undefined> {
  const { dataset } = site
  const query = ownQuery(dataset, views.actors, { region: code }, { limit: MOST })
  const { rows, total } = await runPage(dataset, query)
  if (total === 0) return undefined
  const links = rows.map(row => actorLink(site, dataset.record('actors', row).id))
  const all =
    total > MOST &&
    html` <a href="${site.at(pageAddress('/actors', query.canonical))}">${words.all}</a>`
  return html`<section id="actors"><h2>${words.title(total)}</h2><p>${join(links)}${all}</p></section>`
}
