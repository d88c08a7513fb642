import type { Canonical } from '../../queries/list/query.ts'
import { type Html, html, type Part } from '../html.ts'
import { changed, pageAddress } from '../links.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'

const labels = texts.takeAway.formats
export type TakenFormat = keyof typeof labels

/** Parameters that belong to the page alone, or to one of its pages. */
const ofPage = { cursor: undefined, limit: undefined, lanes: undefined, format: undefined }

/** The request for a whole list in a format of the API. */
export function dataAddress(path: string, canonical: Canonical, format?: string): string {
  return pageAddress(`/v1${path}`, changed(canonical, { ...ofPage, format }))
}

/** The ways to take a list away: as files, as feeds, and by a line for scripts. */
export function takeAway(
  site: Site,
  path: string,
  canonical: Canonical,
  formats: TakenFormat[],
  more: Part = null,
): Html {
  const items = formats.map(format => {
    const address = dataAddress(path, canonical, format === 'json' ? undefined : format)
    return html`<li><a href="${site.at(address)}">${labels[format]}</a></li>`
  })
  const curl = `curl '${site.base.url}${dataAddress(path, canonical).replaceAll("'", '%27')}'`
  return html`<section class="take"><h2>${texts.takeAway.title}</h2><ul>${items}${more}</ul><p>${texts.takeAway.script}</p><pre class="copy" tabindex="0"><code>${curl}</code></pre></section>`
}
