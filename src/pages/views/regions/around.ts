import { pointInWords } from '../../../model/date-words.ts'
import type { Region } from '../../../model/region.ts'
import { isCountry, placesBelow } from '../../../queries/list/places.ts'
import { type Html, html, join, type Part } from '../../html.ts'
import { factList } from '../../parts/facts.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { regionLink } from '../../words/fields.ts'
import { byName, placeList } from './places.ts'

const { around: words } = texts.regions

type Parent = Region['parents'][number]

/** The places just above and below one, with the days of memberships. */
export function aroundSection(site: Site, { code, parents }: Region): Html {
  const below = site.dataset
    .list('regions', 'parent', code)
    .map(row => site.dataset.regions.get(site.dataset.record('regions', row).id)!)
    .sort(byName)
    .map(child => memberLink(site, child.code, child.parents.find(one => one.code === code)!))
  const above = parents.map(parent => memberLink(site, parent.code, parent))
  const rows: [name: string, links: Part[]][] = [
    [words.above, above],
    [words.below, below],
  ]
  const shown = rows.filter(([, links]) => links.length > 0)
  return html`<section id="around"><h2>${words.title}</h2>${factList(shown.map(([name, links]) => [name, join(links)]))}</section>`
}

function memberLink(site: Site, code: string, { from, until }: Parent): Html {
  const days = [
    from && words.from(pointInWords(from)),
    until && words.until(pointInWords(until)),
  ].filter(Boolean)
  return html`${regionLink(site, code)}${days.length > 0 && ` (${days.join(', ')})`}`
}

/** The countries and territories of an area. */
export function countriesBelow(site: Site, { code }: Region): Html {
  const { dataset } = site
  const found = placesBelow(dataset, code)
    .map(one => dataset.regions.get(one)!)
    .filter(isCountry)
  return placeList(site, found.sort(byName))
}
