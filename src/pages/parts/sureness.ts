import { certainties } from '../../model/force.ts'
import { type Html, html } from '../html.ts'
import { surenessWhy } from '../words/force.ts'

/** The meaning of the words for the certainty of force. */
export const surenessNote = (): Html =>
  html`<p class="hint">${certainties.map(name => `${surenessWhy[name]}. `)}</p>`
