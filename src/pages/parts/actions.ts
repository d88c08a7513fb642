import type { Action } from '../../model/action.ts'
import { dateInWords } from '../../model/date-words.ts'
import type { EventDate } from '../../model/dates.ts'
import { labelOf } from '../../model/vocabulary.ts'
import { type Html, html, join, type Part } from '../html.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'
import { dateText, regionLink } from '../words/fields.ts'

const MOST_PLACES = 4

/** An action in a list: when, what, of which kind, where, and how well it is supported. */
export function actionItem(site: Site, action: Action): Html {
  const { id, title, kind, type, date, regions } = action
  const codes = [...new Set(regions.map(({ code }) => code))]
  const places = codes.slice(0, MOST_PLACES).map(code => regionLink(site, code))
  const more =
    codes.length > MOST_PLACES && ` ${texts.and} ${codes.length - MOST_PLACES} ${texts.more}`
  return html`<li class="event"><p class="when">${dateText(date)}</p><div><a class="title" href="${site.at(`/actions/${id}`)}">${title}</a><p class="about"><span class="dot k-${kind}"></span>${labelOf('action-type', type)}${places.length > 0 && html`, ${join(places)}${more}`} ${badges(site, action)}</p></div></li>`
}

/** Whether a date is surely still to come on a day. */
export const isToCome = ({ earliest }: EventDate, day: string): boolean =>
  earliest !== null && earliest > day

/** The marks that tell how far to trust an action. */
export function badges({ dataset }: Site, { planned, date, due, sources }: Action): Part {
  const { official, origins, single_source, conflicts } = sources
  const { badge } = texts
  const plan = due ? badge.due(dateInWords(due)) : badge.planned
  const marks = [
    planned && html`<span class="badge">${plan}</span>`,
    !planned &&
      isToCome(date, dataset.meta.as_of) &&
      html`<span class="badge">${badge.toCome}</span>`,
    official > 0 && html`<span class="badge good">${badge.official}</span>`,
    single_source
      ? html`<span class="badge weak">${badge.single}</span>`
      : origins > 1 && html`<span class="badge good">${origins} ${badge.origins}</span>`,
    conflicts.length > 0 && html`<span class="badge weak">${badge.disputed}</span>`,
  ]
  return join(
    marks.filter(mark => mark !== false),
    ' ',
  )
}

/** A list of actions. */
export const actionList = (site: Site, actions: Action[]): Html =>
  html`<ul class="events">${actions.map(action => actionItem(site, action))}</ul>`
