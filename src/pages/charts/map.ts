import { type Html, html } from '../html.ts'
import { regionName, type Site } from '../site.ts'
import { MAP_HEIGHT, MAP_WIDTH, outlines } from './outlines.ts'

/** How a country is drawn: the class of its colour, and what it stands for in words. */
export type Shade = { shade: string; label: string }

const RADIUS = 6

/** A map of the world, each country in its shade and with a link to its page. Small ones are circles; those without any shade are left out. */
export function drawMap(
  site: Site,
  label: string,
  shadeOf: (code: string) => Shade | undefined,
): Html {
  const shapes = outlines().map(outline => {
    const { code } = outline
    const shade = shadeOf(code)
    if ('path' in outline) {
      const path = html`<path d="${outline.path}" class="${shade?.shade ?? 'c0'}"/>`
      return linked(site, code, shade, path)
    }
    const circle = html`<circle cx="${outline.x}" cy="${outline.y}" r="${RADIUS}" class="${shade?.shade}"/>`
    return shade && linked(site, code, shade, circle)
  })
  return html`<svg class="chart map" viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}" role="group" aria-label="${label}">${shapes}</svg>`
}

const linked = (site: Site, code: string, shade: Shade | undefined, shape: Html): Html =>
  html`<a href="${site.at(`/regions/${code}`)}" tabindex="-1"><title>${regionName(site, code)}${shade && `: ${shade.label}`}</title>${shape}</a>`
