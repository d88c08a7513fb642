import type { Action } from '../../../model/action.ts'
import { dateInWords } from '../../../model/date-words.ts'
import type { EventDate } from '../../../model/dates.ts'
import type { Matter } from '../../../model/matter.ts'
import { views } from '../../../model/views.ts'
import { codesOf, definitionOf, labelOf } from '../../../model/vocabulary.ts'
import { chainOf } from '../../../queries/record/chain.ts'
import { findMatter, findRecord } from '../../../queries/record/find.ts'
import { type Html, html, join, type Part } from '../../html.ts'
import { badges } from '../../parts/actions.ts'
import { citeSection } from '../../parts/cite.ts'
import { evidenceSection } from '../../parts/evidence.ts'
import { factList } from '../../parts/facts.ts'
import { historySection } from '../../parts/history.ts'
import { stepList } from '../../parts/steps.ts'
import { chainSection } from '../../parts/tree.ts'
import { type Page, regionName, type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { amountInWords } from '../../words/amounts.ts'
import { dateText, effectText, matterLink, participant, regionLink } from '../../words/fields.ts'

const CHAIN_STEPS = 3

/** The page of an action: what, who, where and when, with the evidence for each value. */
export async function actionPage(site: Site, id: string): Promise<Page> {
  const { dataset } = site
  const record = findRecord(dataset, views.actions, id)
  const action: Action = JSON.parse(record.json)
  const { title, summary, kind, type, date } = action
  const chain = await chainOf(dataset, id, CHAIN_STEPS, codesOf('link-basis'))
  const main = html`<article><h1>${title}</h1>
<p class="about"><span class="dot k-${kind}"></span><a href="${site.at(`/actions?type=${type}`)}" title="${definitionOf('action-type', type)}">${labelOf('action-type', type)}</a>, ${dateText(date)} ${badges(site, action)}</p>
<p class="summary">${summary}</p>
${factList(facts(site, action))}
${matterSections(site, action)}
${chainSection(site, id, chain)}
${evidenceSection(site, views.actions, id)}
${historySection(site, views.actions, id)}
${citeSection(site, 'actions', record)}</article>`
  return {
    title,
    description: `${dateInWords(date)}: ${summary}`,
    trail: [[texts.sections.actions, '/actions'], ...placeOf(site, action)],
    main,
    json: `/v1/actions/${id}`,
  }
}

/** The place whose act it is, for the way down to the page. */
const placeOf = (site: Site, { regions }: Action): Page['trail'] & object =>
  regions
    .slice(0, 1)
    .map(({ code }) => [regionName(site, code), `/actions?not_kind=licensing&region=${code}`])

type Fact = [name: string, value: Part]

function facts(site: Site, action: Action): Fact[] {
  const { date, due, effect, activities, amounts, details } = action
  const words = texts.action
  return [
    [words.when, withWorking(date)],
    [words.due, due && withWorking(due)],
    [words.effect, effect && effectText(effect)],
    ...actorFacts(site, action),
    ...regionFacts(site, action),
    [
      words.activities,
      activities.length > 0 &&
        join(
          activities.map(
            code =>
              html`<a href="${site.at(`/actions?activity=${code}&not_kind=licensing`)}">${wordOf('activity', code)}</a>`,
          ),
        ),
    ],
    [
      words.amounts,
      amounts.length > 0 &&
        html`<ul>${amounts.map(one => html`<li>${amountInWords(one)}</li>`)}</ul>`,
    ],
    ...details.map(({ aspect, text }): Fact => [labelOf('aspect', aspect), text]),
  ]
}

const withWorking = (date: EventDate): Html =>
  html`${dateText(date)}${date.note && html` <span class="remark">${texts.action.working} ${date.note}</span>`}`

const actorFacts = (site: Site, { actors }: Action): Fact[] =>
  [...Map.groupBy(actors, ({ role }) => role)].map(([role, own]) => [
    labelOf('actor-role', role),
    join(own.map(actor => participant(site, actor))),
  ])

const regionFacts = (site: Site, { regions }: Action): Fact[] =>
  [...Map.groupBy(regions, ({ role }) => role)].map(([role, own]) => [
    labelOf('region-role', role),
    join(
      own.map(
        ({ code, alternative }) =>
          html`${regionLink(site, code)}${alternative && ` (${texts.alternative})`}`,
      ),
    ),
  ])

/** The rules, cases and licences that it is a step of, each with the other steps. */
function matterSections(site: Site, { id, matters }: Action): Html[] {
  return matters.map(matter => {
    const { record } = findMatter(site.dataset, matter.id)!
    const { steps }: Pick<Matter, 'steps'> = JSON.parse(record.json)
    return html`<section><h2>${texts.action.steps}: ${matterLink(site, matter.id)}</h2>${stepList(site, steps, id)}</section>`
  })
}
