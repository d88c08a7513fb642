import type { Action } from '../../../model/action.ts'
import type { Matter } from '../../../model/matter.ts'
import { views } from '../../../model/views.ts'
import { runPage } from '../../../queries/list/run.ts'
import { type Html, html } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import { ownQuery } from '../../own-query.ts'
import { actionList } from '../../parts/actions.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'

const MOST = 10

/** The events that answer a step of a rule or case, without its own steps: the newest, and the way to all. */
export async function followedSection(
  site: Site,
  { id, steps }: Matter,
): Promise<Html | undefined> {
  const { dataset } = site
  const linked_to = steps.map(({ action }) => action).join(',')
  const extent = { limit: MOST, sort: '-date' }
  const query = ownQuery(dataset, views.actions, { linked_to, not_matter: id }, extent)
  const { rows, total } = await runPage(dataset, query)
  if (total === 0) return undefined
  const actions = dataset.jsons('actions', rows).map((json): Action => JSON.parse(json))
  const { title, all } = texts.matters.followed
  const more =
    total > MOST &&
    html`<p><a href="${site.at(pageAddress('/actions', query.canonical))}">${all}</a></p>`
  return html`<section><h2>${title(total)}</h2>${actionList(site, actions)}${more}</section>`
}
