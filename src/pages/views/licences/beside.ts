import type { Action } from '../../../model/action.ts'
import { dateInWords } from '../../../model/date-words.ts'
import { views } from '../../../model/views.ts'
import type { LicenceAnswer } from '../../../queries/list/licence-answer.ts'
import type { Query } from '../../../queries/list/query.ts'
import { runPage } from '../../../queries/list/run.ts'
import { type Html, html } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import { ownQuery } from '../../own-query.ts'
import { actionList } from '../../parts/actions.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'

const words = texts.licences.beside
const MOST = 5

/** What may keep a firm from doing business in a place, beside the lack of a licence, and what ended that. */
const types = [
  ...['ban', 'warning', 'injunction', 'shutdown-order', 'supervisory-order', 'access-block'],
  ...['sanction', 'sanction-removal', 'licence-refusal', 'licence-suspension'],
  ...['licence-withdrawal', 'market-exit', 'service-termination', 'registration-halt'],
  ...['sales-halt', 'closure', 'bankruptcy', 'resumption'],
]

/** The events that bear on whether a firm does business in a place: how many there are, and the last of them. */
export type Beside = { query: Query; total: number; last: Action[] }

/** The orders, warnings and exits of a firm by the law of a place or from above, surely until a day. */
export async function eventsBeside(
  { dataset }: Site,
  { actor, region, day }: LicenceAnswer,
): Promise<Beside> {
  const until = { to: day, date_match: 'certain' }
  const asked = { actor, applies_in: region, type: types.join(','), ...until }
  const query = ownQuery(dataset, views.actions, asked, { limit: MOST, sort: '-date' })
  const { total, rows } = await runPage(dataset, query)
  return { query, total, last: dataset.jsons('actions', rows).map(json => JSON.parse(json)) }
}

/** The last of the events in a sentence; empty without any. */
export const besideText = ({ last: [newest] }: Beside): string =>
  newest ? ` ${words.newest(newest.title, dateInWords(newest.date))}` : ''

/** The last of the events, and the way to all of them. */
export function besideList(site: Site, { query, total, last }: Beside): Html {
  const all = pageAddress('/actions', query.canonical)
  return html`<h3>${words.title}</h3><p>${words.intro}</p>${actionList(site, last)}${total > last.length && html`<p><a href="${site.at(all)}">${words.all(total)}</a></p>`}`
}
