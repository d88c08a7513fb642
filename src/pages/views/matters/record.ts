import type { Action } from '../../../model/action.ts'
import type { Matter, MatterName } from '../../../model/matter.ts'
import { jurisdictionsOf } from '../../../model/region.ts'
import { views } from '../../../model/views.ts'
import { definitionOf, labelOf } from '../../../model/vocabulary.ts'
import { findRecord } from '../../../queries/record/find.ts'
import { drawTimeline } from '../../charts/timeline.ts'
import { type Html, html, join, type Part } from '../../html.ts'
import { citeSection } from '../../parts/cite.ts'
import { evidenceSection } from '../../parts/evidence.ts'
import { factList } from '../../parts/facts.ts'
import { historySection } from '../../parts/history.ts'
import { stepList } from '../../parts/steps.ts'
import { type Page, regionName, type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { regionLink } from '../../words/fields.ts'
import { pictureSection } from '../actions/picture.ts'
import { answer, description } from './answer.ts'
import { followedSection } from './followed.ts'
import { forceSection } from './force.ts'
import { partySection } from './parties.ts'

const { matters: words } = texts

/** The page of a rule or a case: how it stands, how it came to that, and how we know it. */
export async function matterPage(site: Site, name: MatterName, id: string): Promise<Page> {
  const { dataset } = site
  const view = views[name]
  const record = findRecord(dataset, view, id)
  const matter: Matter = JSON.parse(record.json)
  const rows = dataset.list('actions', 'matter', id)
  const actions = dataset.jsons('actions', rows).map((json): Action => JSON.parse(json))
  const parties = partySection(site, name, actions)
  const force = forceSection(site, name, record, matter)
  const main = html`<article><h1>${matter.title}</h1>
${answer(site, name, matter)}
${factList(facts(site, matter))}
${stepSection(site, matter, actions)}
${nextSection(site, matter)}
${name === 'cases' ? [parties, force] : [force, parties]}
${await followedSection(site, matter)}
${evidenceSection(site, view, id)}
${historySection(site, view, id)}
${citeSection(site, name, record)}</article>`
  return {
    title: matter.title,
    description: description(site, name, matter),
    trail: [[texts.sections[name], `/${name}`], ...placeOf(site, name, matter)],
    main,
    json: `/v1/${name}/${id}`,
  }
}

/** The place whose law it is, for the way down to the page. */
const placeOf = (site: Site, name: MatterName, { regions }: Matter): Page['trail'] & object =>
  jurisdictionsOf(regions)
    .slice(0, 1)
    .map(code => [regionName(site, code), `/${name}?region=${code}`])

function facts(site: Site, { kind, regions, activities, numbers, url }: Matter) {
  const { facts } = words
  const places = regions.map(({ code, role }) => {
    const part = role !== 'jurisdiction' && ` (${wordOf('region-role', role)})`
    return html`${regionLink(site, code)}${part}`
  })
  const all: [name: string, value: Part][] = [
    [
      facts.kind,
      html`<span title="${definitionOf('matter-kind', kind)}">${labelOf('matter-kind', kind)}</span>`,
    ],
    [facts.where, join(places)],
    ...numbers.map((one): [string, string] => [labelOf('number-type', one.type), one.value]),
    [facts.activities, activities.map(code => wordOf('activity', code)).join(', ')],
    [facts.url, url && html`<a href="${url}" rel="external">${url}</a>`],
  ]
  return all
}

function stepSection(site: Site, { id, steps }: Matter, actions: Action[]): Html {
  const { way } = words
  const picture =
    steps.length > 1 &&
    pictureSection(
      {
        svg: drawTimeline(site, actions),
        hint: texts.charts.marksHint,
      },
      way.picture,
    )
  return html`<section><h2>${way.title}</h2>${stepList(site, steps)}${picture}<p><a href="${site.at(`/actions?matter=${id}`)}">${way.events}</a></p></section>`
}

function nextSection(site: Site, { next }: Matter): Html {
  const { title, none } = words.next
  return html`<section><h2>${title}</h2>${next.length > 0 ? stepList(site, next) : html`<p>${none}</p>`}</section>`
}
