import type { Actor } from '../../../model/actor.ts'
import type { Licence } from '../../../model/licence.ts'
import { labelOf } from '../../../model/vocabulary.ts'
import {
  asksForFirms,
  conditionsOnLicences,
  licencesFor,
  licencesOf,
} from '../../../queries/list/licensed.ts'
import type { Query } from '../../../queries/list/query.ts'
import { runPage } from '../../../queries/list/run.ts'
import { forceWithin } from '../../../queries/list/times.ts'
import { type Html, html, join } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import { coverageNote } from '../../parts/coverage.ts'
import { emptyNote } from '../../parts/empty.ts'
import { foundTotal } from '../../parts/filter-form.ts'
import { countsText } from '../../parts/force.ts'
import { listForm } from '../../parts/form.ts'
import { paging } from '../../parts/paging.ts'
import { takeAway } from '../../parts/take-away.ts'
import { type Page, type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { sinceWords } from '../../words/days.ts'
import { actorLink, regionLink } from '../../words/fields.ts'
import { activityWords, certaintyText } from '../../words/licences.ts'
import { querySentence } from '../../words/sentence.ts'

const PATH = '/actors'
const words = texts.actors

/** The page of a list of actors: with a place in which they are licensed also by which licences. */
export async function actorsPage(site: Site, query: Query): Promise<Page> {
  const { canonical } = query
  const found = await runPage(site.dataset, query)
  const sentence = querySentence(site, query)
  const form = await listForm(site, PATH, query, words.form)
  const total = words.total(found.total)
  const main = html`<h1>${texts.sections.actors}</h1>
<p class="sentence">${sentence}.</p>
${form}
${foundTotal(total)}${countsText(found)}
${coverageNote(site, query)}
${
  found.total === 0
    ? emptyNote(site, canonical)
    : html`<ul class="events actors">${itemsOf(site, query, found.rows)}</ul>${paging(site, { path: PATH, canonical, next: found.next })}`
}
${takeAway(site, PATH, canonical, ['csv', 'json', 'ndjson'])}`
  return {
    title: texts.sections.actors,
    description: `${sentence}: ${total}`,
    trail: [],
    main,
    json: pageAddress('/v1/actors', canonical),
  }
}

function itemsOf(site: Site, query: Query, rows: number[]): Html[] {
  const licencesIn = asksForFirms(query) ? licenceReader(site, query) : () => undefined
  return site.dataset
    .jsons('actors', rows)
    .map((json, at) => actorItem(site, JSON.parse(json), licencesIn(rows[at]!)))
}

function actorItem(site: Site, actor: Actor, licences: Html | undefined): Html {
  const { id, kind, name, names, region, sector } = actor
  const others = names.map(other => other.name).filter(other => other !== name)
  const facts = [
    labelOf('actor-kind', kind),
    sector && labelOf('sector', sector) !== labelOf('actor-kind', kind) && wordOf('sector', sector),
    region && regionLink(site, region),
  ].filter(Boolean)
  return html`<li><a class="title" href="${site.at(`/actors/${id}`)}">${name}</a> <span class="about">${join(facts)}${others.length > 0 && `; ${words.alsoKnown} ${others.join(', ')}`}</span>${licences}</li>`
}

/** A function that lists the licences of an actor, by its row, that hold where and when the query asks. */
function licenceReader(site: Site, query: Query) {
  const { dataset } = site
  const wanted = licencesFor(dataset, query, query.date_match)
  const forceOf = forceWithin(dataset, 'licences', conditionsOnLicences(query), query.in_force_on!)
  return (actor: number): Html => {
    const rows = licencesOf(dataset, actor).filter(row => wanted.has(row))
    const items = dataset.jsons('licences', rows).map((json, at) => {
      const { id, kind, holder, authority, granted, activities }: Licence = JSON.parse(json)
      return html`<li><a href="${site.at(`/licences/${id}`)}">${labelOf('matter-kind', kind)}</a> ${texts.licences.answer.of} ${holder.name} ${texts.licences.answer.from} ${actorLink(site, authority)} ${sinceWords(granted)}: ${activityWords(activities, texts.licences.record.activitiesUnknown)} <span class="how">(${certaintyText(forceOf(rows[at]!))})</span></li>`
    })
    return html`<ul>${items}</ul>`
  }
}
