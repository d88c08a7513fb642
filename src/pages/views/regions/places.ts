import type { Region } from '../../../model/region.ts'
import { eventsByPlace } from '../../../queries/counts/places.ts'
import { type Html, html } from '../../html.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { regionLink } from '../../words/fields.ts'

const { regions: words } = texts

export const byName = (a: Region, b: Region): number => a.name.localeCompare(b.name, 'en')

/** Places, each with the numbers of its events and of the licences that are valid there. */
export const placeList = (site: Site, regions: Region[]): Html =>
  html`<ul class="places">${regions.map(region => placeItem(site, region))}</ul>`

function placeItem(site: Site, { code, licences }: Region): Html {
  const events = eventsByPlace(site.dataset).get(code)!
  const counts = [
    events > 0 && words.events(events),
    licences.valid_here > 0 && words.licences(licences.valid_here),
  ].filter(Boolean)
  return html`<li>${regionLink(site, code)} <span class="remark">${counts.join(', ')}</span></li>`
}
