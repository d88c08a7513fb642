import type { Action } from '../../../model/action.ts'
import { views } from '../../../model/views.ts'
import type { Query } from '../../../queries/list/query.ts'
import { runPage } from '../../../queries/list/run.ts'
import { type Html, html, join, SEPARATOR } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import { ownQuery } from '../../own-query.ts'
import { actionList } from '../../parts/actions.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { drawActions, pictureSection } from '../actions/picture.ts'

const words = texts.actors
const MOST = 10

/** The last actions of an actor, and how many there are. */
export type FoundActions = { query: Query; total: number; last: Action[] }

export async function actionsOf({ dataset }: Site, id: string): Promise<FoundActions> {
  const query = ownQuery(dataset, views.actions, { actor: id }, { limit: MOST, sort: '-date' })
  const { rows, total } = await runPage(dataset, query)
  return { query, total, last: dataset.jsons('actions', rows).map(json => JSON.parse(json)) }
}

/** A timeline of the actions of an actor, and the last of them. */
export async function eventsSection(
  site: Site,
  id: string,
  { query, total, last }: FoundActions,
): Promise<Html> {
  if (total === 0) return html`<section><h2>${words.last}</h2><p>${words.noEvents}</p></section>`
  const disputed = ownQuery(site.dataset, views.actions, { actor: id, has: 'conflicts' })
  const { total: differing } = await runPage(site.dataset, disputed)
  const links = [
    html`<a href="${site.at(`/actions?actor=${id}`)}">${words.all(total)}</a>`,
    ...(differing > 0
      ? [
          html`<a href="${site.at(pageAddress('/actions', disputed.canonical))}">${words.disputed(differing)}</a>`,
        ]
      : []),
  ]
  return html`<section id="events"><h2>${words.timeline}</h2>${pictureSection(await drawActions(site, query), words.timeline)}</section>
<section><h2>${words.last}</h2>${actionList(site, last)}<p>${join(links, SEPARATOR)}</p></section>`
}
