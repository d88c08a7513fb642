import { pointInWords } from '../../../model/date-words.ts'
import type { Region } from '../../../model/region.ts'
import { isOnRecord } from '../../../queries/counts/places.ts'
import { type Html, html, join } from '../../html.ts'
import type { Page, Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { regionLink } from '../../words/fields.ts'
import { byName, placeList } from './places.ts'

const { regions: words } = texts
const { groups } = words

/** The group of each kind of region. */
const groupOf: Record<Region['kind'], keyof typeof groups> = {
  country: 'countries',
  territory: 'countries',
  union: 'unions',
  subdivision: 'subdivisions',
  area: 'areas',
  world: 'areas',
}

/** The page of all places: those with a record in their groups, and the countries without any. */
export function regionsPage(site: Site): Page {
  const { dataset } = site
  const all = [...dataset.regions.values()].sort(byName)
  const found = all.filter(region => isOnRecord(dataset, region))
  const inGroup = (name: keyof typeof groups) => (region: Region) => groupOf[region.kind] === name
  const without = all.filter(region => !found.includes(region)).filter(inGroup('countries'))
  const countries = byLetter(found.filter(inGroup('countries')))
  const intro = words.intro(found.length, pointInWords(dataset.meta.as_of))
  const others = (['unions', 'subdivisions', 'areas'] as const).map(
    name =>
      html`<section id="${name}"><h2>${groups[name]}</h2>${name === 'areas' && html`<p>${words.areasNote}</p>`}${placeList(site, found.filter(inGroup(name)))}</section>`,
  )
  const main = html`<h1>${texts.sections.regions}</h1>
<p class="sentence">${intro}</p>
${jumps(countries)}
<section id="countries"><h2>${groups.countries}</h2>${countries.map(([letter, own]) => html`<h3 id="${letter}">${letter}</h3>${placeList(site, own)}`)}</section>
${others}
<section id="none"><h2>${groups.none}</h2><p>${words.noneNote(without.length)}</p><p>${join(without.map(({ code }) => regionLink(site, code)))}</p></section>`
  return {
    title: texts.sections.regions,
    description: intro,
    trail: [],
    main,
    json: '/v1/regions',
  }
}

type Letters = [letter: string, regions: Region[]][]

/** Places by the first letters of their names, without accents. */
const byLetter = (regions: Region[]): Letters => [
  ...Map.groupBy(regions, ({ name }) => name.normalize('NFD')[0]!.toUpperCase()),
]

function jumps(letters: Letters): Html {
  const ids = Object.entries(groups).slice(1)
  return html`<nav class="jumps" aria-label="${words.letters}"><ul>${letters.map(([letter]) => html`<li><a href="#${letter}">${letter}</a></li>`)}${ids.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`
}
