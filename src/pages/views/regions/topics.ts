import { dateInWords } from '../../../model/date-words.ts'
import type { Matter } from '../../../model/matter.ts'
import { jurisdictionsOf } from '../../../model/region.ts'
import type { RegionTopic } from '../../../model/region-detail.ts'
import { labelOf, topics } from '../../../model/vocabulary.ts'
import { placesFor } from '../../../queries/list/places.ts'
import { EXCHANGES, hasBan } from '../../../queries/record/bans.ts'
import { type Html, html, join, type Part, SEPARATOR } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import { surenessNote } from '../../parts/sureness.ts'
import { regionName, type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { dateText } from '../../words/fields.ts'
import { standingInForce } from '../../words/force.ts'
import { placeInWords } from '../../words/places.ts'
import { statusInWords } from '../../words/status.ts'
import type { Asked } from './asked.ts'
import { type Current, findCurrent, othersOf, type Rule } from './current-rules.ts'

const { topics: words } = texts.regions

/** Most readers ask about exchanges; the other subjects keep the order of the codebook. */
const exchangesFirst = (a: RegionTopic, b: RegionTopic): number =>
  Number(b.topic === EXCHANGES) - Number(a.topic === EXCHANGES)

/** The law of a place today, subject by subject. */
export async function topicSection(site: Site, asked: Asked): Promise<Html> {
  const { region, detail, day } = asked
  const known = detail.topics.filter(isKnown).sort(exchangesFirst)
  const unknown = detail.topics.filter(topic => !isKnown(topic))
  const name = placeInWords(region.name)
  const current = await findCurrent(site, region.code)
  const others = othersOf(site, asked, current)
  return html`<section id="rules"><h2>${words.title}</h2><p>${words.intro(day)}</p>
${known.length > 0 && overview(known)}
${unknown.length > 0 && html`<p>${words.nothing(listed(unknown.map(({ topic }) => wordOf('topic', topic))), name)}</p>`}
${known.map(topic => oneTopic(site, asked, topic))}
${others.length > 0 && html`<section id="topic-others"><h3>${words.others}</h3>${ruleTable(site, asked, words.others, others)}</section>`}
${known.length + others.length > 0 && surenessNote()}<p>${ruleLinks(site, region.code, name, current)}</p></section>`
}

/** The ways to all rules that are in force in a place, and to the others that are or were. */
function ruleLinks({ at }: Site, code: string, name: string, { query, total }: Current): Part {
  const current = html`<a href="${at(pageAddress('/rules', query.canonical))}">${words.list(total, name)}</a>`
  const every = html`<a href="${at(`/rules?applies_in=${code}`)}">${words.every(name)}</a>`
  return join(total > 0 ? [current, every] : [every], SEPARATOR)
}

/** Names as a list in a sentence. */
const listed = (names: string[]): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(names)

/** Whether some document says anything on a subject. */
export const isKnown = ({ rules, licences, next, last_action }: RegionTopic): boolean =>
  rules.length > 0 || (licences?.valid_here ?? 0) > 0 || next !== null || last_action !== null

const isCurrent = ({ certainty }: Rule): boolean => certainty !== null

/** The subjects in a table, each with a way to its section. */
function overview(known: RegionTopic[]): Html {
  const heads = [words.subject, words.inForce, words.coming, words.licences, words.next]
  const rows = known.map(({ topic, rules, licences, next }) => {
    const current = rules.filter(isCurrent).length
    return html`<tr><th scope="row"><a href="#topic-${topic}">${labelOf('topic', topic)}</a></th><td>${current}</td><td>${rules.length - current}</td><td>${licences ? licences.valid_here.toLocaleString('en') : ''}</td><td>${next && dateInWords(next.date)}</td></tr>`
  })
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${words.title}"><table><thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
}

function oneTopic(site: Site, asked: Asked, topic: RegionTopic): Html {
  const { code } = asked.region
  const name = placeInWords(asked.region.name)
  const label = labelOf('topic', topic.topic)
  const { rules, next, last_action } = topic
  const sorted = [...rules.filter(isCurrent), ...rules.filter(rule => !isCurrent(rule))]
  const table =
    rules.length > 0
      ? ruleTable(site, asked, label, sorted)
      : html`<p>${words.none(wordOf('topic', topic.topic), name)}</p>`
  return html`<section id="topic-${topic.topic}"><h3>${label}</h3>${table}${licenceNote(site, code, topic)}${stepNote(site, words.after, next)}${stepNote(site, words.last, last_action)}</section>`
}

function ruleTable(site: Site, asked: Asked, label: string, rules: Rule[]): Html {
  const heads = [words.rule, words.whose, words.stands, words.sure]
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table class="wide"><thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rules.map(rule => ruleRow(site, asked, rule))}</tbody></table></div>`
}

/** The stages of a rule that has begun, if only in parts. */
const BEGUN = ['in-force', 'applies']

function ruleRow(site: Site, { region }: Asked, { id, title, own, certainty, confirmed_on }: Rule) {
  const rule: Matter = JSON.parse(site.dataset.find('rules', id)!.json)
  const begins = BEGUN.some(stage => stage === rule.status?.stage)
  const sure = certainty
    ? standingInForce({ certainty, confirmed_on })
    : words[begins ? 'later' : 'unknown']
  const whose = own ? words.own(placeInWords(region.name)) : lawOf(site, region.code, rule)
  return html`<tr><th scope="row"><a href="${site.at(`/rules/${id}`)}">${title}</a>${hasBan(rule) && html` <span class="badge weak">${words.ban}</span>`}</th><td>${whose}</td><td>${statusInWords('rules', rule.status)}</td><td>${sure}</td></tr>`
}

/** Whose law a rule is that applies in a place: that of places above it, or of others from whom it was taken over. */
function lawOf(site: Site, code: string, { regions }: Matter): string {
  const above = new Set(placesFor(site.dataset, code))
  const all = jurisdictionsOf(regions)
  const binding = all.filter(one => above.has(one))
  const [say, own] = binding.length > 0 ? [words.above, binding] : [words.taken, all]
  return say(own.map(one => placeInWords(regionName(site, one))).join(', '))
}

function licenceNote(site: Site, code: string, { topic, licences }: RegionTopic): Part {
  if (!licences?.valid_here) return undefined
  const { valid_here, granted_here, activity_not_stated } = licences
  const { activities } = topics.find(one => one.code === topic)!
  const query = `activity=${activities.join(',')}`
  const day = site.dataset.meta.as_of
  const links = [
    html`<a href="${site.at(`/licences?region=${code}&${query}&in_force_on=${day}`)}">${words.seeLicences}</a>`,
    html`<a href="${site.at(`/actors?licensed_in=${code}&${query}`)}">${words.seeFirms}</a>`,
  ]
  return html`<p>${words.valid(valid_here, granted_here)}${activity_not_stated > 0 && ` ${words.unstated(activity_not_stated)}`} ${join(links, SEPARATOR)}</p>`
}

function stepNote(site: Site, word: string, step: RegionTopic['next']): Part {
  if (!step) return undefined
  return html`<p>${word} ${dateText(step.date)}, <a href="${site.at(`/actions/${step.action}`)}">${step.title}</a>.</p>`
}
