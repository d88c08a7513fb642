import type { Action } from '../../../model/action.ts'
import { dateInWords } from '../../../model/date-words.ts'
import { type Html, html } from '../../html.ts'
import { actionList } from '../../parts/actions.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'

const words = texts.licences.there
const MOST = 5

/** The last of the events that bear on a firm in a place, in a sentence; empty without any. */
export const thereText = ([newest]: Action[]): string =>
  newest ? ` ${words.newest(newest.title, dateInWords(newest.date))}` : ''

/** The last of the events; those before them are folded away. */
export const thereList = (site: Site, events: Action[]): Html =>
  html`<h3>${words.title}</h3><p>${words.intro}</p>${actionList(site, events.slice(0, MOST))}${events.length > MOST && html`<details class="fold"><summary>${words.earlier(events.length - MOST)}</summary>${actionList(site, events.slice(MOST))}</details>`}`
