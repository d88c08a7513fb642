import type { Matter, MatterName } from '../../../model/matter.ts'
import { jurisdictionsOf } from '../../../model/region.ts'
import { labelOf } from '../../../model/vocabulary.ts'
import type { Force } from '../../../queries/list/times.ts'
import { type Html, html, join } from '../../html.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { regionLink } from '../../words/fields.ts'
import { forceInWords } from '../../words/force.ts'
import { statusInWords } from '../../words/status.ts'

/** The force of a rule on a day, where a list asks for it. */
export type Standing = { force: Force; day: string }

/** A rule or a case in a list: how it stands, its title, its kind, its place and how many steps it took. */
export function matterItem(
  site: Site,
  name: MatterName,
  { id, title, kind, status, regions, steps, numbers }: Matter,
  standing?: Standing,
): Html {
  const places = jurisdictionsOf(regions).map(code => regionLink(site, code))
  const number = numbers[0] && `, ${numbers[0].value}`
  const force =
    standing && html`<p class="about">${forceInWords(standing.force, standing.day)}.</p>`
  return html`<li class="event"><p class="when">${statusInWords(name, status)}</p><div><a class="title" href="${site.at(`/${name}/${id}`)}">${title}</a><p class="about">${labelOf('matter-kind', kind)}${places.length > 0 && html`, ${join(places)}`}${number}, ${texts.matters.steps(steps.length)}</p>${force}</div></li>`
}
