import type { z } from 'zod'
import type { Step } from '../../model/matter.ts'
import { labelOf } from '../../model/vocabulary.ts'
import { type Html, html } from '../html.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'
import { dateText } from '../words/fields.ts'

/** The steps of a rule, a case or a licence, one below the other; `here` is the action of the page. */
export function stepList(site: Site, steps: z.output<typeof Step>[], here?: string): Html {
  const items = steps.map(({ action, title, type, stage, date, planned }) => {
    const name = stage ? labelOf('stage', stage) : labelOf('action-type', type)
    const link =
      action === here
        ? html`<b aria-current="true">${title}</b>`
        : html`<a href="${site.at(`/actions/${action}`)}">${title}</a>`
    return html`<li${planned && html` class="planned"`}><span class="when">${dateText(date)}</span> <span class="stage">${name}:</span> ${link}${planned && html` <span class="badge">${texts.badge.planned}</span>`}</li>`
  })
  return html`<ol class="steps">${items}</ol>`
}
