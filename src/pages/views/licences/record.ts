import type { Licence } from '../../../model/licence.ts'
import { views } from '../../../model/views.ts'
import { definitionOf, labelOf } from '../../../model/vocabulary.ts'
import { findRecord } from '../../../queries/record/find.ts'
import { readingsOf, registerOf } from '../../../queries/record/readings.ts'
import { type Html, html, join, type Part } from '../../html.ts'
import { askForm } from '../../parts/ask.ts'
import { citeSection } from '../../parts/cite.ts'
import { evidenceSection } from '../../parts/evidence.ts'
import { factList } from '../../parts/facts.ts'
import { historySection } from '../../parts/history.ts'
import { endText } from '../../parts/licences.ts'
import { stepList } from '../../parts/steps.ts'
import { type Page, type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { dayText } from '../../words/days.ts'
import { actorLink, dateText, matterLink } from '../../words/fields.ts'
import { activityWords, statusBadge } from '../../words/licences.ts'
import { statusSentence } from './sentence.ts'
import { placesSection } from './times.ts'

const words = texts.licences.record

/** The page of a licence: whom it allows to do what, where and since when, and how we know it. */
export async function licencePage(site: Site, id: string): Promise<Page> {
  const record = findRecord(site.dataset, views.licences, id)
  const licence: Licence = JSON.parse(record.json)
  const { title, kind, actor, steps } = licence
  const firm = site.dataset.find('actors', actor)!.title
  const sentence = statusSentence(site, licence)
  const main = html`<article><h1>${title}</h1>
<p class="about"><a href="${site.at(`/licences?kind=${kind}`)}" title="${definitionOf('matter-kind', kind)}">${labelOf('matter-kind', kind)}</a> ${statusBadge(licence)}</p>
<p class="summary">${sentence}</p>
${factList(facts(site, licence))}
${placesSection(site, licence)}
${askForm(site, actor, firm)}
<section><h2>${words.steps}</h2>${stepList(site, steps)}</section>
${readingsSection(site, licence, record.row)}
${evidenceSection(site, views.licences, id)}
${historySection(site, views.licences, id)}
${citeSection(site, 'licences', record)}</article>`
  return {
    title,
    description: sentence,
    trail: [[texts.sections.licences, '/licences']],
    main,
    json: `/v1/licences/${id}`,
  }
}

function facts(site: Site, licence: Licence): [string, Part][] {
  const { activities, actor, authority, clients, ended, granted, holder, numbers } = licence
  const { register, rule, url, websites } = licence
  return [
    [words.status, endText(licence)],
    [words.firm, actorLink(site, actor)],
    [words.holder, holderText(holder)],
    [words.authority, actorLink(site, authority)],
    [words.rule, rule && matterLink(site, rule)],
    [words.granted, granted && dateText(granted)],
    [words.ended, ended && dateText(ended)],
    [words.activities, activityWords(activities, words.activitiesUnknown)],
    [words.clients, clients?.map(code => wordOf('client', code)).join(', ')],
    [
      words.numbers,
      numbers.length > 0 &&
        join(numbers.map(({ type, value }) => `${labelOf('number-type', type)} ${value}`)),
    ],
    [
      words.websites,
      websites.length > 0 &&
        html`${websites.join(', ')} <span class="remark">${words.websitesHint}</span>`,
    ],
    [words.register, register && registerText(site, register)],
    [words.official, url && html`<a href="${url}" rel="external">${url}</a>`],
  ]
}

function holderText({ name, lei, names_before }: Licence['holder']): Part {
  return [
    name,
    lei && ` (LEI ${lei})`,
    names_before.length > 0 && `, ${words.before} ${names_before.join(', ')}`,
  ]
}

function registerText(
  site: Site,
  { id, row, last_listed }: NonNullable<Licence['register']>,
): Html {
  const { title } = registerOf(site.dataset, id)
  return html`<a href="${site.at(`/licences?register=${id}`)}">${title}</a>, ${words.row} ${row}, ${words.lastListed} ${dayText(last_listed)}`
}

/** The readings of its register that list it, and what one must not expect to find there. */
function readingsSection(
  site: Site,
  { register: listing }: Licence,
  row: number,
): Html | undefined {
  if (!listing) return undefined
  const { register, listed } = readingsOf(site.dataset, listing.id, row)
  const items = listed.map(
    ({ document, on, as }) =>
      html`<li><a href="${site.at(`/documents/${document}`)}">${dayText(on)}</a> <span class="how">(${wordOf('read-as', as)})</span></li>`,
  )
  return html`<section><h2>${words.readings}</h2><p>${words.listedIn(listed.length, register.readings.length)}</p><ul class="links">${items}</ul><p class="remark">${texts.licences.coverage.missing} ${register.leaves_out} ${register.attribution}</p></section>`
}
