import { eventsByPlace } from '../../../queries/counts/places.ts'
import { exchangeRegimes, regimes } from '../../../queries/counts/regimes.ts'
import type { Shade } from '../../charts/map.ts'
import { type Html, html } from '../../html.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'

/** The subjects of the map. */
export const mapNames = ['events', 'exchanges'] as const
export type MapName = (typeof mapNames)[number]

const { front } = texts

/** The least number of events of each class but the first. */
const CLASSES = [1, 5, 10, 25, 100]

const classOf = (count: number): number => CLASSES.filter(least => count >= least).length

const shadings: Record<MapName, (site: Site) => (code: string) => Shade | undefined> = {
  events: ({ dataset }) => {
    const counts = eventsByPlace(dataset)
    return code => {
      const count = counts.get(code)!
      return count === 0 ? undefined : { shade: `c${classOf(count)}`, label: front.events(count) }
    }
  },
  exchanges: ({ dataset }) => {
    const found = exchangeRegimes(dataset)
    return code => {
      const regime = found.get(code)
      return regime && { shade: `r-${regime}`, label: front.regimes[regime] }
    }
  },
}

const legends: Record<MapName, [shade: string, text: string][]> = {
  events: front.classes.map((text, at) => [`c${at}`, text]),
  exchanges: [...regimes, 'none' as const].map(name => [`r-${name}`, front.regimes[name]]),
}

/** The map of the world in one of its shadings, with the way to the others. The outlines of all countries are read for the first map: no start waits for them. */
export async function worldMap(site: Site, name: MapName): Promise<Html> {
  const { drawMap } = await import('../../charts/map.ts')
  const tabs = mapNames.map(one =>
    one === name
      ? html`<li><b aria-current="true">${front.maps[one]}</b></li>`
      : html`<li><a href="${site.at(one === 'events' ? '/' : `/?map=${one}`)}#map">${front.maps[one]}</a></li>`,
  )
  const legend = legends[name].map(
    ([shade, text]) =>
      html`<li><svg viewBox="0 0 10 10" aria-hidden="true"><rect class="${shade}" width="10" height="10"/></svg> ${text}</li>`,
  )
  const hint =
    name === 'events' ? front.mapHint.events : front.mapHint.exchanges(site.dataset.meta.as_of)
  return html`<section id="map"><h2>${front.map}</h2><ul class="tabs">${tabs}</ul>${drawMap(site, front.mapLabel[name], shadings[name](site))}<ul class="legend">${legend}</ul><p class="hint">${hint} <a href="${site.at('/regions')}">${front.list}</a></p></section>`
}
