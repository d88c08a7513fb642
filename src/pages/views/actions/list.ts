import type { Action } from '../../../model/action.ts'
import { yieldToOthers } from '../../../model/batches.ts'
import { pointInWords } from '../../../model/date-words.ts'
import { isReached } from '../../../model/matter.ts'
import { facetOf } from '../../../queries/counts/facets.ts'
import type { Query } from '../../../queries/list/query.ts'
import { runPage } from '../../../queries/list/run.ts'
import { selectUndated } from '../../../queries/list/select.ts'
import type { Lanes } from '../../charts/timeline.ts'
import { type Html, html } from '../../html.ts'
import { actionList, isToCome } from '../../parts/actions.ts'
import { emptyNote } from '../../parts/empty.ts'
import { foundTotal } from '../../parts/filter-form.ts'
import { paging } from '../../parts/paging.ts'
import { dataAddress, takeAway } from '../../parts/take-away.ts'
import type { Page, Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { querySentence } from '../../words/sentence.ts'
import { actionForm, type Facets, faceted } from './form.ts'
import { drawActions, pictureAddress, pictureSection } from './picture.ts'

const PATH = '/actions'
/** The page of a list of actions: its filters, the query in words, a timeline, the actions and how to take them away. */
export async function actionsPage(site: Site, query: Query, lanes: Lanes): Promise<Page> {
  const { canonical } = query
  const { rows, total, next } = await runPage(site.dataset, query)
  const facets = await facetsOf(site, query)
  const sentence = querySentence(site, query)
  const { actions: words, takeAway: taken } = texts
  const main = html`<h1>${texts.sections.actions}</h1>
<p class="sentence">${sentence}.</p>
${actionForm(site, canonical, facets)}
${foundTotal(words.total(total))}
${total === 0 ? emptyNote(site, canonical) : html`<section><h2 class="hidden">${words.timeline}</h2>${pictureSection(await drawActions(site, query, lanes), words.timeline)}</section><section>${datedLists(site, query, readActions(site, rows))}${paging(site, { path: PATH, canonical, next })}</section>`}
${takeAway(site, PATH, canonical, ['csv', 'json', 'ndjson', 'atom', 'ics'], html`<li><a href="${site.at(pictureAddress(canonical))}">${taken.picture}</a></li>`)}`
  return {
    title: texts.sections.actions,
    description: `${sentence}: ${words.total(total)}`,
    trail: [],
    main,
    json: dataAddress(PATH, canonical),
    feed: [sentence, dataAddress(PATH, canonical)],
  }
}

/** The actions in their order; in that of their dates those that are still to come stand by themselves. */
function datedLists(site: Site, { sort, date_field }: Query, actions: Action[]): Html {
  const { actions: words } = texts
  const { as_of } = site.dataset.meta
  const day = pointInWords(as_of)
  const isAhead = ({ date }: Action) => isToCome(date, as_of)
  if (!sort.endsWith('date') || date_field !== 'date' || !actions.some(isAhead))
    return html`<h2 class="hidden">${words.list}</h2>${actionList(site, actions)}`
  const soFar = actions.some(action => !isAhead(action) && !isReached(action, as_of))
    ? words.perhapsLater(day)
    : words.soFar(day)
  return html`${[...Map.groupBy(actions, isAhead)].map(([toCome, own]) => html`<h2>${toCome ? words.toCome(day) : soFar}</h2>${actionList(site, own)}`)}`
}

const readActions = ({ dataset }: Site, rows: number[]): Action[] =>
  dataset.jsons('actions', rows).map(json => JSON.parse(json))

async function facetsOf({ dataset }: Site, query: Query): Promise<Facets> {
  const { matches } = await selectUndated(dataset, query)
  const facets: Partial<Facets> = {}
  for (const name of faceted) {
    facets[name] = facetOf(dataset, query, name, matches)
    await yieldToOthers()
  }
  return facets as Facets
}
