import type { Action } from '../../../model/action.ts'
import { dateInWords, pointInWords } from '../../../model/date-words.ts'
import { bounds, dayNumber, type EventDate } from '../../../model/dates.ts'
import { isReached, type Matter, type MatterName } from '../../../model/matter.ts'
import { type Html, html } from '../../html.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { statusInWords } from '../../words/status.ts'
import { whenInWords } from '../../words/when.ts'

const { matters: words } = texts

type Step = Matter['steps'][number]

/** The latest step of a rule or case that has been taken. */
const lastOf = ({ steps }: Matter, asOf: string): Step | undefined =>
  steps.findLast(step => !step.planned && isReached(step, asOf))

/** How a rule or case stands, in a sentence. */
export function standingInWords({ dataset }: Site, name: MatterName, matter: Matter): string {
  return `${statusInWords(name, matter.status)} (${words.asOf(pointInWords(dataset.meta.as_of))}).`
}

/** The same with the latest step, for search engines and previews. */
export function description(site: Site, name: MatterName, matter: Matter): string {
  const last = lastOf(matter, site.dataset.meta.as_of)
  const step = last ? ` ${dateInWords(last.date)}: ${last.title}.` : ''
  return `${matter.title}: ${standingInWords(site, name, matter)}${step}`
}

/** How it stands, what was done last, how it began, and what comes next. */
export function answer(site: Site, name: MatterName, matter: Matter): Html {
  const last = lastOf(matter, site.dataset.meta.as_of)
  const first = matter.steps[0]!
  const [next] = matter.next
  const later = laterStart(site, matter)
  return html`<p class="summary"><strong>${standingInWords(site, name, matter)}</strong></p>
${later && html`<p class="note">${words.later(whenInWords(later))}</p>`}${last && html`<p>${words.last} ${stepLink(site, last)}. ${summaryOf(site, last)}</p>`}${first !== last && first !== next && html`<p>${words.began(whenInWords(first.date))} ${stepLink(site, first)}.</p>`}${next && html`<p>${words.upcoming(whenInWords(next.date))} ${stepLink(site, next)}.</p>`}`
}

/** The first day of force of a rule that has none yet, whatever stage it has reached. */
function laterStart({ dataset }: Site, { in_force }: Matter): EventDate | undefined {
  const starts = in_force.flatMap(({ from }) => from ?? [])
  const isToCome = (date: EventDate) => bounds(date)[0] > dayNumber(dataset.meta.as_of)
  return starts.length === in_force.length && starts.every(isToCome) ? starts[0] : undefined
}

const stepLink = (site: Site, { action, title }: Step): Html =>
  html`<a href="${site.at(`/actions/${action}`)}">${title}</a>`

function summaryOf({ dataset }: Site, { action }: Step): string {
  const { summary }: Action = JSON.parse(dataset.find('actions', action)!.json)
  return summary
}
