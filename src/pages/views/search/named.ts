import { idOf } from '../../../model/collections.ts'
import { countEvents, type NamedPart } from '../../../queries/search/named.ts'
import { type Html, html, join } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import { isBusiness } from '../../parts/ask.ts'
import { regionName, type Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { aboutRecord } from '../../words/about.ts'
import { placeInWords } from '../../words/places.ts'
import { kindOfRecord, namedItem, placeToRead, readRecord } from './hits.ts'

const { results: words } = texts

const filters: Record<string, string> = {
  actors: 'actor',
  regions: 'region',
  rules: 'matter',
  cases: 'matter',
}

const filterFor = (path: string): string | undefined => filters[path.split('/')[0]!]

/** The records that a text names, large. */
export function meantSection(site: Site, paths: string[]): Html | undefined {
  if (paths.length === 0) return undefined
  return html`<section class="meant"><h2>${words.meant}</h2><ul>${paths.map(path => card(site, path))}</ul></section>`
}

function card(site: Site, path: string): Html {
  const { of, title, json } = readRecord(site.dataset, path)
  return html`<li><a class="title" href="${site.at(placeToRead(path))}">${title}</a> <span class="badge">${kindOfRecord(path)}</span><p>${aboutRecord(site, of, json)}</p>${linksOf(site, path)}</li>`
}

/** The events and licences of a record. */
function linksOf(site: Site, path: string): Html | undefined {
  const { dataset } = site
  const [events, filter] = [countEvents(dataset, path), filterFor(path)]
  const id = idOf(path)
  const licences = filter === 'actor' ? dataset.list('licences', 'actor', id).length : 0
  const links = [
    events > 0 && link(site, pageAddress('/actions', [[filter!, id]]), words.events(events)),
    licences > 0 && link(site, pageAddress('/licences', [['actor', id]]), words.licences(licences)),
  ].filter(Boolean)
  return links.length > 0 ? html`<p>${join(links)}</p>` : undefined
}

const link = (site: Site, address: string, text: string): Html =>
  html`<a href="${site.at(address)}">${text}</a>`

/** The records that parts of a question name, and their events with its other words. */
export function withinSection(site: Site, parts: NamedPart[]): Html | undefined {
  if (parts.length === 0) return undefined
  const narrowed = parts
    .filter(({ rest }) => rest !== '')
    .map(part => html`<li>${narrowLink(site, part)}</li>`)
  return html`<section><h2>${words.within}</h2>${askLink(site, parts)}<ul class="hits">${parts.map(({ path }) => namedItem(site, path))}</ul>${narrowed.length > 0 && html`<ul>${narrowed}</ul>`}</section>`
}

/** The question that a firm and a place together ask. */
function askLink(site: Site, parts: NamedPart[]): Html | undefined {
  const ids = (list: string) =>
    parts.flatMap(({ path }) => (path.startsWith(list) ? idOf(path) : []))
  const [[actor], [region]] = [ids('actors/'), ids('regions/')]
  const firm = actor && site.dataset.find('actors', actor)
  if (!firm || !region || !isBusiness(JSON.parse(firm.json))) return undefined
  const place = placeInWords(regionName(site, region))
  const address = pageAddress('/licences', [
    ['actor', actor],
    ['region', region],
  ])
  return html`<p>${link(site, address, words.mayServe(firm.title, place))}</p>`
}

function narrowLink(site: Site, { path, rest }: NamedPart): Html {
  const { title } = readRecord(site.dataset, path)
  const query: [string, string][] = [
    [filterFor(path)!, idOf(path)],
    ['q', rest],
  ]
  return link(site, pageAddress('/actions', query), words.withOthers(title, rest))
}
