import { dateInWords } from '../../../model/date-words.ts'
import type { Matter } from '../../../model/matter.ts'
import { views } from '../../../model/views.ts'
import { labelOf } from '../../../model/vocabulary.ts'
import { toQuery } from '../../../queries/list/query.ts'
import { runPage } from '../../../queries/list/run.ts'
import { type Html, html } from '../../html.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'

const words = texts.actors
const MOST = 15

/** How the stages of a matter are written. */
const lists = [
  { name: 'cases', stages: 'action-type', all: words.allCases },
  { name: 'rules', stages: 'stage', all: words.allRules },
] as const

/** The cases and rules of whose steps an actor is part. */
export async function mattersSection(site: Site, id: string): Promise<Html | undefined> {
  const parts: Html[] = []
  for (const { name, stages, all } of lists) {
    const values = { actor: [id], limit: MOST, sort: 'id' }
    const query = toQuery(site.dataset, views[name], values, [['actor', id]])
    const { rows, total } = await runPage(site.dataset, query)
    const items = site.dataset.jsons(name, rows).map(json => {
      const { id: own, title, status }: Matter = JSON.parse(json)
      const stage = status && `${labelOf(stages, status.stage)}, ${dateInWords(status.since)}`
      return html`<li><a href="${site.at(`/${name}/${own}`)}">${title}</a> <span class="how">${stage}</span></li>`
    })
    if (total > 0)
      parts.push(
        html`<h3>${texts.sections[name]} (${total})</h3><ul>${items}</ul><p><a href="${site.at(`/${name}?actor=${id}`)}">${all}</a></p>`,
      )
  }
  return parts.length > 0 ? html`<section><h2>${words.matters}</h2>${parts}</section>` : undefined
}
