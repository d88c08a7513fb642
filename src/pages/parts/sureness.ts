import { certainties } from '../../model/force.ts'
import { type Html, html } from '../html.ts'
import { surenessWhy } from '../words/force.ts'

/** What the words for the certainty of force mean. */
export const surenessNote = (): Html =>
  html`<p class="hint">${certainties.map(name => `${surenessWhy[name]}. `)}</p>`
