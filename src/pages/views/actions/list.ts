import type { Action } from '../../../model/action.ts'
import { yieldToOthers } from '../../../model/batches.ts'
import { countActions } from '../../../queries/counts/counts.ts'
import { facetOf } from '../../../queries/counts/facets.ts'
import { measureFor } from '../../../queries/counts/measure.ts'
import type { Query } from '../../../queries/list/query.ts'
import { runPage, wholeRows } from '../../../queries/list/run.ts'
import { selectUndated } from '../../../queries/list/select.ts'
import { drawMonths, kindLegend, type MonthCount } from '../../charts/months.ts'
import { drawTimeline, type Lanes } from '../../charts/timeline.ts'
import { type Html, html } from '../../html.ts'
import { changed, pageAddress } from '../../links.ts'
import { actionList } from '../../parts/actions.ts'
import { emptyNote } from '../../parts/empty.ts'
import { paging } from '../../parts/paging.ts'
import { takeAway } from '../../parts/take-away.ts'
import type { Page, Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { querySentence } from '../../words/sentence.ts'
import { type Facets, faceted, filterForm } from './form.ts'

const PATH = '/actions'
/** With more actions, months are drawn as bars. */
const MOST_MARKS = 500

/** The page of a list of actions: its filters, the query in words, a timeline, the actions and how to take them away. */
export async function actionsPage(site: Site, query: Query, lanes: Lanes): Promise<Page> {
  const { dataset } = site
  const { canonical } = query
  const { rows, total, next } = await runPage(dataset, query)
  const actions = readActions(site, rows)
  const facets = await facetsOf(site, query)
  const sentence = querySentence(site, query)
  const description = `${sentence}: ${texts.actions.total(total)}`
  const picture = pageAddress(
    '/actions.svg',
    changed(canonical, { cursor: undefined, limit: undefined }),
  )
  const main = html`<h1>${texts.sections.actions}</h1>
<p class="sentence">${sentence}.</p>
<details class="fold" open><summary>${texts.actions.form.title}</summary>${filterForm(site, canonical, facets)}</details>
<p class="total" role="status">${texts.actions.total(total)}</p>
${
  total === 0
    ? emptyNote(site)
    : html`<section><h2 class="hidden">${texts.actions.timeline}</h2><div class="scroll" tabindex="0" role="group" aria-label="${texts.actions.timeline}">${await drawActions(site, query, total, lanes)}</div>${kindLegend()}<p class="hint">${total > MOST_MARKS ? texts.actions.monthsHint : texts.actions.marksHint}</p></section>
${actionList(site, actions)}${paging(site, { path: PATH, canonical, next })}`
}
${takeAway(site, PATH, canonical, ['csv', 'json', 'ndjson', 'atom', 'ics'], html`<li><a href="${site.at(picture)}">${texts.takeAway.picture}</a></li>`)}`
  return {
    title: texts.sections.actions,
    description,
    trail: [],
    main,
    json: pageAddress('/v1/actions', changed(canonical, { lanes: undefined })),
    feed: [
      sentence,
      pageAddress(
        '/v1/actions',
        changed(canonical, { cursor: undefined, limit: undefined, lanes: undefined }),
      ),
    ],
  }
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

/** The picture of a query: each action, or months if there are too many. */
export async function drawActions(
  site: Site,
  query: Query,
  total: number,
  lanes: Lanes,
): Promise<Html> {
  if (total > MOST_MARKS) return drawMonthsOf(site, query)
  const rows = await wholeRows(site.dataset, query)
  return drawTimeline(site, readActions(site, rows), lanes, [query.from, query.to])
}

async function drawMonthsOf(site: Site, query: Query): Promise<Html> {
  const { dataset } = site
  const measure = measureFor(dataset, query, { unit: 'actions', sum: undefined })
  const { counts } = await countActions(dataset, query, ['month', 'kind'], measure)
  const months = counts.map(({ group, certain, possible }): MonthCount => {
    return { month: group.month!, kind: group.kind!, certain, possible }
  })
  return drawMonths(months, month =>
    site.at(
      pageAddress(PATH, changed(query.canonical, { from: month, to: month, lanes: undefined })),
    ),
  )
}
