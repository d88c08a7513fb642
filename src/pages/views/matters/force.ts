import type { StoredRecord } from '../../../dataset/dataset.ts'
import { pointInWords } from '../../../model/date-words.ts'
import { bounds, dayNumber } from '../../../model/dates.ts'
import type { Entry, Matter, MatterName } from '../../../model/matter.ts'
import type { Force } from '../../../queries/list/times.ts'
import { forceOfTimes } from '../../../queries/record/force-of-times.ts'
import { type Html, html, join } from '../../html.ts'
import { surenessNote } from '../../parts/sureness.ts'
import { type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { dateText, regionLink } from '../../words/fields.ts'
import { standingInForce } from '../../words/force.ts'
import { whenInWords } from '../../words/when.ts'

const { force: words } = texts.matters

/** When and where a rule or case has force and for which activities, with how sure that is on the day of the dataset. */
export function forceSection(
  site: Site,
  name: MatterName,
  { row }: StoredRecord,
  { in_force }: Matter,
): Html {
  if (in_force.length === 0)
    return html`<section><h2>${words.title}</h2><p>${words.none}</p></section>`
  const { as_of } = site.dataset.meta
  const forces = forceOfTimes(site.dataset, name, row)
  const heads = [words.from, words.until, words.where, words.activities, words.sure]
  return html`<section><h2>${words.title}</h2><p>${words.intro(pointInWords(as_of))}</p><div class="scroll" tabindex="0" role="group" aria-label="${words.title}"><table class="wide"><thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${in_force.map((entry, at) => entryRow(site, entry, forces[at]))}</tbody></table></div>${surenessNote()}</section>`
}

function entryRow(site: Site, entry: Entry, force: Force | undefined): Html {
  const { from, until, activities, regions } = entry
  const named = activities.map(code => wordOf('activity', code))
  return html`<tr><th scope="row">${from ? dateText(from) : words.unlimited}</th><td>${until ? dateText(until) : words.open}</td><td>${join(regions.map(code => regionLink(site, code)))}</td><td>${named.length > 0 ? named.join(', ') : words.all}</td><td>${force ? standingInForce(force) : outside(site, entry)}</td></tr>`
}

/** Why a time does not include the day of the dataset. */
function outside({ dataset }: Site, { from, until }: Entry): string {
  const isLater = bounds(from)[0] > dayNumber(dataset.meta.as_of)
  if (isLater) return words.later(whenInWords(from!))
  return words.over(whenInWords(until!))
}
