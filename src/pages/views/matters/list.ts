import { pointInWords } from '../../../model/date-words.ts'
import type { Matter, MatterName } from '../../../model/matter.ts'
import { facetOf } from '../../../queries/counts/facets.ts'
import { placeFacet } from '../../../queries/counts/place-facet.ts'
import { forceReader } from '../../../queries/list/force.ts'
import { askedFor, type Query } from '../../../queries/list/query.ts'
import { runPage } from '../../../queries/list/run.ts'
import { selectUndated } from '../../../queries/list/select.ts'
import { type Html, html } from '../../html.ts'
import { changed, pageAddress } from '../../links.ts'
import { emptyNote } from '../../parts/empty.ts'
import { foundTotal } from '../../parts/filter-form.ts'
import { paging } from '../../parts/paging.ts'
import { takeAway } from '../../parts/take-away.ts'
import { type Page, regionName, type Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { countsInWords } from '../../words/force.ts'
import { querySentence } from '../../words/sentence.ts'
import { type Facets, matterForm } from './form.ts'
import { matterItem } from './item.ts'

const { matters: words } = texts

/** The page of a list of rules or cases: its filters, the query in words, how each stands, and how to take them away. */
export async function mattersPage(site: Site, name: MatterName, query: Query): Promise<Page> {
  const { canonical } = query
  const path = `/${name}`
  const { rows, total, next, in_force } = await runPage(site.dataset, query)
  const facets = await facetsOf(site, name, query)
  const sentence = querySentence(site, query, false)
  const count = words.total[name](total)
  const main = html`<h1>${texts.sections[name]}</h1>
<p class="sentence">${sentence}.</p>
${matterForm(site, name, canonical, facets)}
${foundTotal(count)}
${in_force && forceNote(in_force)}${placeNote(site, query)}
${total === 0 ? emptyNote(site, canonical) : html`${itemList(site, name, query, rows)}${paging(site, { path, canonical, next })}`}
${takeAway(site, path, canonical, ['csv', 'json', 'ndjson'])}`
  const json = pageAddress(`/v1${path}`, changed(canonical, {}))
  const description = `${sentence}: ${count}, each with how it stands and its steps.`
  return { title: texts.sections[name], description, trail: [], main, json }
}

function itemList(site: Site, name: MatterName, query: Query, rows: number[]): Html {
  const { dataset } = site
  const { in_force_on: day } = query
  const forceOf = day === undefined ? undefined : forceReader(dataset, query)
  const items = dataset.jsons(name, rows).map((json, at) => {
    const standing = forceOf && { force: forceOf(rows[at]!), day: day! }
    return matterItem(site, name, JSON.parse(json) as Matter, standing)
  })
  return html`<ul class="events">${items}</ul>`
}

async function facetsOf({ dataset }: Site, name: MatterName, query: Query): Promise<Facets> {
  const { matches } = await selectUndated(dataset, query)
  const facet = (filter: string) => facetOf(dataset, query, filter, matches)
  return {
    place: name === 'rules' ? placeFacet(dataset, query, { matches }) : facet('region'),
    kind: facet('kind'),
    stage: facet('stage'),
    activity: facet('activity'),
  }
}

type Counted = NonNullable<Awaited<ReturnType<typeof runPage>>['in_force']>

/** How many are in force on the day, and how surely; and how many may be without a document that says so. */
function forceNote(counted: Counted): Html {
  const { on, no_known_effect, activity_not_stated = 0 } = counted
  const { sure, without, unstated } = words.counted
  return html`<p>${sure(pointInWords(on))} ${countsInWords(counted)}.${no_known_effect > 0 && ` ${without(no_known_effect)}`}${activity_not_stated > 0 && ` ${unstated(activity_not_stated)}`}</p>`
}

/** The way from the rules of a place to its page, which has them by subject. */
function placeNote(site: Site, query: Query): Html | undefined {
  const [code, ...others] = askedFor(query, 'applies_in') ?? []
  if (code === undefined || others.length > 0) return undefined
  return html`<p><a href="${site.at(`/regions/${code}`)}">${words.bySubject(regionName(site, code))}</a></p>`
}
