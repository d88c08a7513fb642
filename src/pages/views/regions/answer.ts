import type { EventDate } from '../../../model/dates.ts'
import type { Matter } from '../../../model/matter.ts'
import { licenceCoverage } from '../../../queries/list/coverage.ts'
import { EXCHANGES, hasBan } from '../../../queries/record/bans.ts'
import { Html, html, join, SEPARATOR } from '../../html.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { placeInWords } from '../../words/places.ts'
import { whenInWords } from '../../words/when.ts'
import type { Asked } from './asked.ts'
import { isKnown } from './topics.ts'
import { meaningOf } from './upcoming.ts'

const { regions } = texts
const { answer: words } = regions

type Parts = Record<'start' | 'rules' | 'toRules' | 'ofRules' | 'firms' | 'ofFirms', string>

/** The parts of the short answer: on the rules, and on the firms. */
function partsOf({ dataset }: Site, { region, detail, firms, day }: Asked): Parts {
  const topic = detail.topics.find(({ topic }) => topic === EXCHANGES)!
  const { rules } = topic
  const current = rules.filter(({ certainty }) => certainty !== null)
  const possible = current.filter(({ certainty }) => certainty === 'possible').length
  const own = current.filter(rule => rule.own).length
  const read = (id: string): Matter => JSON.parse(dataset.find('rules', id)!.json)
  const bans = current.filter(({ id }) => hasBan(read(id))).length
  const split = words.split(own, current.length - own)
  return {
    start: words.start(placeInWords(region.name), day),
    rules: words.rules(current.length - possible, possible),
    toRules: isKnown(topic) ? `#topic-${EXCHANGES}` : '#rules',
    ofRules: current.length > 0 ? ` (${split}${bans > 0 ? `; ${words.bans(bans)}` : ''})` : '',
    firms: words.firms(firms.forExchange),
    ofFirms: ofFirms(firms),
  }
}

/** How many of the firms run a trading platform, and how many have their licence from elsewhere. */
function ofFirms({ forExchange, platforms, elsewhere }: Asked['firms']): string {
  const notes = [
    platforms > 0 && words.platforms(platforms, forExchange),
    elsewhere > 0 && words.elsewhere(elsewhere, forExchange),
  ].filter(note => note !== false)
  return notes.length > 0 ? ` (${notes.join('; ')})` : ''
}

/** The law and the licences that an exchange finds in a place, in a sentence. */
export function answerInWords(site: Site, asked: Asked): string {
  const { start, rules, ofRules, firms, ofFirms } = partsOf(site, asked)
  return `${start} ${rules}${ofRules}, ${texts.and} ${firms}${ofFirms}.`
}

/** The same with links, what came last and comes next, and the way to each part of the page. */
export function answer(site: Site, asked: Asked): Html {
  const { firms } = asked
  const { start, rules, toRules, ofRules, firms: licensed, ofFirms } = partsOf(site, asked)
  const { parts } = licenceCoverage(site.dataset, firms.shown.query)!
  const isByPart = parts.length > 0 && firms.forExchange === 0
  const unstated = firms.unstated > 0 && ` ${words.unstated(firms.unstated, firms.forExchange > 0)}`
  return html`<p class="summary">${start} <a href="${toRules}">${rules}</a>${ofRules}, ${texts.and} <a href="#licensed">${licensed}</a>${ofFirms}.${unstated}${isByPart && ` ${words.parts(parts.length)}`}</p>
${eventNotes(site, asked)}
${jumps()}`
}

type Told = { id: string; title: string; date: EventDate; more?: string }

function eventNote(
  site: Site,
  say: (when: string) => string,
  { id, title, date, more }: Told,
): Html {
  return html`<p>${say(whenInWords(date))} <a href="${site.at(`/actions/${id}`)}">${title}</a>${more && ` (${more})`}.</p>`
}

/** The last event, and the first day that is still to come. */
function eventNotes(site: Site, { detail: { last_action: last }, coming: [next] }: Asked): Html[] {
  const lastNote = last && eventNote(site, words.last, { ...last, id: last.action })
  const nextNote =
    next &&
    eventNote(site, words.next, {
      ...next.action,
      date: next.date,
      more: meaningOf(next),
    })
  return [lastNote, nextNote].filter(note => note instanceof Html)
}

const sections = {
  rules: regions.topics.title,
  licensed: regions.licensed.title,
  next: regions.next.title,
  events: regions.timeline.title,
  around: regions.around.title,
  evidence: texts.evidence.title,
}

const jumps = (): Html =>
  html`<nav aria-label="${regions.jumps}"><p>${regions.jumps}: ${join(
    Object.entries(sections).map(([id, title]) => html`<a href="#${id}">${title}</a>`),
    SEPARATOR,
  )}</p></nav>`
