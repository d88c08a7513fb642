import type { Actor } from '../../../model/actor.ts'
import { views } from '../../../model/views.ts'
import { definitionOf, labelOf } from '../../../model/vocabulary.ts'
import { findRecord } from '../../../queries/record/find.ts'
import { html, join, type Part } from '../../html.ts'
import { citeSection } from '../../parts/cite.ts'
import { evidenceSection } from '../../parts/evidence.ts'
import { factList } from '../../parts/facts.ts'
import { historySection } from '../../parts/history.ts'
import { type Page, type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { regionLink } from '../../words/fields.ts'
import { actionsOf, eventsSection } from './events.ts'
import { licencesSection } from './licences.ts'
import { mattersSection } from './matters.ts'
import { summaryOf } from './summary.ts'
import { tiesText } from './ties.ts'

const words = texts.actors

/** The page of an actor: who it is, where it is licensed, what it did, and what was done about it. */
export async function actorPage(site: Site, id: string): Promise<Page> {
  const record = findRecord(site.dataset, views.actors, id)
  const actor: Actor = JSON.parse(record.json)
  const { name, kind } = actor
  const found = await actionsOf(site, id)
  const summary = summaryOf(site, actor, record.row, found.total)
  const main = html`<article><h1>${name}</h1>
<p class="about"><a href="${site.at(`/actors?kind=${kind}`)}" title="${definitionOf('actor-kind', kind)}">${labelOf('actor-kind', kind)}</a></p>
<p class="summary">${summary}</p>
${factList(facts(site, actor))}
${licencesSection(site, actor, record.row)}
${await mattersSection(site, id)}
${await eventsSection(site, id, found)}
${evidenceSection(site, views.actors, id)}
${historySection(site, views.actors, id)}
${citeSection(site, 'actors', record)}</article>`
  return {
    title: name,
    description: summary,
    trail: [[texts.sections.actors, '/actors']],
    main,
    json: `/v1/actors/${id}`,
  }
}

function facts(site: Site, actor: Actor): [string, Part][] {
  const { kind, sector, region, identifiers } = actor
  return [
    [words.names, namesText(actor)],
    [words.kind, labelOf('actor-kind', kind)],
    [words.sector, sector && labelOf('sector', sector)],
    [words.home, region && regionLink(site, region)],
    [words.ties, tiesText(site, actor)],
    [
      words.identifiers,
      identifiers.length > 0 &&
        join(
          identifiers.map(one => `${one.scheme}: ${one.value}${one.name ? ` (${one.name})` : ''}`),
        ),
    ],
  ]
}

/** The names by their types. */
const namesText = ({ names }: Actor): Part =>
  join(
    [...Map.groupBy(names, ({ type }) => type)].map(
      ([type, own]) =>
        html`${join(own.map(({ name, lang }) => html`<span${lang && html` lang="${lang}"`}>${name}</span>`))} <span class="how">(${wordOf('name-type', type)})</span>`,
    ),
    '; ',
  )
