import { jurisdictionsOf } from '../../../model/region.ts'
import { labelOf } from '../../../model/vocabulary.ts'
import type { Upcoming } from '../../../queries/record/upcoming.ts'
import { type Html, html, join, SEPARATOR } from '../../html.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { dateText, regionLink } from '../../words/fields.ts'
import { placeInWords } from '../../words/places.ts'
import type { Asked } from './asked.ts'

const { next: words } = texts.regions

/** The days that are still to come by the law that applies in a place, also by law from above. */
export function upcomingSection(site: Site, { region: { code, name }, coming }: Asked): Html {
  const day = site.dataset.meta.as_of
  const list =
    coming.length > 0
      ? html`<ul class="events">${coming.map(one => upcomingItem(site, code, one))}</ul>`
      : html`<p>${words.none(placeInWords(name))}</p>`
  const events = site.at(`/actions?applies_in=${code}&from=${day}&sort=date`)
  const calendars = Object.entries(words.calendars).map(([field, label]) =>
    calendarLinks(site, `/v1/actions?applies_in=${code}&date_field=${field}&format=ics`, label),
  )
  return html`<section id="next"><h2>${words.title}</h2>${list}<p>${words.subscribe} ${join(calendars, SEPARATOR)}. <span class="remark">${words.vague}</span></p><p><a href="${events}">${words.list}</a></p></section>`
}

/** A calendar to subscribe to, and the same as a file. It has no first day, so that its address never grows old. */
const calendarLinks = ({ base, at }: Site, path: string, label: string): Html =>
  html`<a href="${base.url.replace(/^https?:/, 'webcal:')}${path}">${label}</a> (<a href="${at(path)}"><span class="hidden">${label},</span> ${words.file}</a>)`

/** What happens to an action on its coming day; nothing if it takes place on it. */
export const meaningOf = ({ name, action }: Pick<Upcoming, 'name' | 'action'>): string =>
  name === 'due' && action.planned ? '' : words.names[name]

function upcomingItem(site: Site, code: string, { name, date, action }: Upcoming): Html {
  const { id, title, type, planned, regions } = action
  const what = meaningOf({ name, action })
  const whose = jurisdictionsOf(regions)
  const above =
    !whose.includes(code) && html`, ${words.above} ${join(whose.map(one => regionLink(site, one)))}`
  return html`<li class="event"><p class="when">${dateText(date)}</p><div><a class="title" href="${site.at(`/actions/${id}`)}">${title}</a><p class="about">${labelOf('action-type', type)}${what && `, ${what}`}${above}${planned && html` <span class="badge">${texts.badge.planned}</span>`}</p></div></li>`
}
