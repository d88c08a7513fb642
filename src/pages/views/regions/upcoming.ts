import { jurisdictionsOf } from '../../../model/region.ts'
import { labelOf } from '../../../model/vocabulary.ts'
import type { Upcoming } from '../../../queries/record/upcoming.ts'
import { type Html, html, join } from '../../html.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { dateText, regionLink } from '../../words/fields.ts'
import { placeInWords } from '../../words/places.ts'
import { type Asked, SEPARATOR } from './asked.ts'

const { next: words } = texts.regions

/** The days that are still to come by the law that applies in a place, also by law from above. */
export function upcomingSection(site: Site, { region: { code, name }, coming }: Asked): Html {
  const day = site.dataset.meta.as_of
  const calendar = `/v1/actions?applies_in=${code}&date_field=effect_from&from=${day}&format=ics`
  const list =
    coming.length > 0
      ? html`<ul class="events">${coming.map(one => upcomingItem(site, code, one))}</ul>`
      : html`<p>${words.none(placeInWords(name))}</p>`
  const links = join(
    [
      html`<a href="${site.base.url.replace(/^https?:/, 'webcal:')}${calendar}">${words.subscribe}</a> (<a href="${site.at(calendar)}">${words.file}</a>) <span class="remark">${words.calendarNote}</span>`,
      html`<a href="${site.at(`/actions?applies_in=${code}&from=${day}&sort=date`)}">${words.list}</a>`,
    ],
    SEPARATOR,
  )
  return html`<section id="next"><h2>${words.title}</h2>${list}<p>${links}</p></section>`
}

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
