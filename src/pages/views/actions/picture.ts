import type { Action } from '../../../model/action.ts'
import { countMonths } from '../../../queries/counts/months.ts'
import type { Canonical, Query } from '../../../queries/list/query.ts'
import { wholeRows } from '../../../queries/list/run.ts'
import { chartStyle } from '../../assets.ts'
import { drawMonths, kindLegend } from '../../charts/months.ts'
import { drawTimeline, type Lanes } from '../../charts/timeline.ts'
import { Html, html } from '../../html.ts'
import { changed, pageAddress } from '../../links.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'

/** With more actions, months are drawn as bars. */
const MOST_MARKS = 500

/** A picture, and what there is to say about it. */
type Picture = { svg: Html; hint: string }

/** The picture of a query for actions: each by itself, or months if there are too many. */
export async function drawActions(
  site: Site,
  query: Query,
  lanes: Lanes = 'kind',
): Promise<Picture> {
  const rows = await wholeRows(site.dataset, query)
  if (rows.length > MOST_MARKS) return drawMonthsOf(site, query)
  const actions: Action[] = site.dataset.jsons('actions', rows).map(json => JSON.parse(json))
  const svg = drawTimeline(site, actions, {
    lanes,
    limits: [query.from, query.to],
    field: query.date_field,
  })
  return { svg, hint: texts.charts.marksHint }
}

/** The months of a query for actions. */
export async function drawMonthsOf(site: Site, query: Query): Promise<Picture> {
  const { counts, vague } = await countMonths(site.dataset, query)
  const svg = drawMonths(counts, month => {
    const values = { from: month, to: month, lanes: undefined, sort: undefined }
    return site.at(pageAddress('/actions', changed(query.canonical, values)))
  })
  return { svg, hint: texts.charts.monthsHint(vague) }
}

/** A picture within a page, with its legend. */
export function pictureSection({ svg, hint }: Picture, title: string): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${title}">${svg}</div>${kindLegend()}<p class="hint">${hint}</p>`
}

/** A picture as a file of its own, which carries its style with it. */
export function standAlone({ svg }: Picture): string {
  const style = new Html(`<style>${chartStyle}</style>`)
  const [start = '', end = ''] = svg.text.split(/(?<=^<svg[^>]*>)/)
  return `${start.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')}${style.text}${end}`
}

/** The address of the picture of a query. */
export const pictureAddress = (canonical: Canonical): string =>
  pageAddress('/actions.svg', changed(canonical, { limit: undefined }))
