import type { Action } from '../../../model/action.ts'
import { pointInWords } from '../../../model/date-words.ts'
import { certainties } from '../../../model/force.ts'
import { validPlaces } from '../../../model/licence.ts'
import type { Held, LicenceAnswer } from '../../../queries/list/licence-answer.ts'
import { placesBelow, placesFor } from '../../../queries/list/places.ts'
import { askedFor, type Query } from '../../../queries/list/query.ts'
import { type Html, html } from '../../html.ts'
import { regionName, type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { sinceWords } from '../../words/days.ts'
import { activityWords, certaintyText } from '../../words/licences.ts'
import { placeInWords } from '../../words/places.ts'
import { thereList } from './there.ts'

const words = texts.licences.answer

const nameOf = ({ dataset }: Site, actor: string): string => dataset.find('actors', actor)!.title

/** The answer to whether a firm is licensed in a place on a day, in a sentence. */
export function answerText(
  site: Site,
  { actor, region, day, held }: LicenceAnswer,
  query: Query,
): string {
  const [firm, place, on] = [
    nameOf(site, actor),
    placeInWords(regionName(site, region)),
    pointInWords(day),
  ]
  const activity = askedFor(query, 'activity')
    ?.map(code => wordOf('activity', code))
    .join(' or ')
  const [best] = held.toSorted((a, b) => rankOf(a) - rankOf(b))
  if (!best)
    return activity ? words.noActivity(firm, activity, place, on) : words.no(firm, place, on)
  const parts = onlyIn(site, { region, day }, held)
  if (parts.length > 0) return words.parts(firm, place, on, parts.join(', '))
  const since = sinceWords(best.holding.from)
  const concern = activity ? `, ${words.forThis} ${activity},` : ''
  return `${yesText(site, day, best)} ${firm} ${words.allowed} ${words.in} ${place}${concern} ${byText(site, best)}, ${since}; ${certaintyText(best.force)}.`
}

/** How sure a yes is; on a day to come nothing is surer than that it will stay so. */
const yesText = ({ dataset }: Site, day: string, { force: { certainty } }: Held): string =>
  day > dataset.meta.as_of && certainty !== 'possible'
    ? words.yesAhead(pointInWords(day))
    : words.yes[certainty]

/** The places below one in which alone some licences hold; none if one of them holds in the place as a whole. */
function onlyIn(
  site: Site,
  { region, day }: Pick<LicenceAnswer, 'region' | 'day'>,
  held: Held[],
): string[] {
  const whole = new Set(placesFor(site.dataset, region, day))
  const below = new Set(placesBelow(site.dataset, region, day))
  const places = held.map(({ licence }) => validPlaces(licence.regions))
  if (places.some(codes => codes.some(code => whole.has(code)))) return []
  const found = new Set(places.flat().filter(code => below.has(code)))
  return [...found].map(code => regionName(site, code)).sort()
}

const rankOf = ({ force }: Held): number => certainties.indexOf(force.certainty)

const byText = (site: Site, { licence: { kind, holder, authority } }: Held): string =>
  `${words.by} ${wordOf('matter-kind', kind)} ${words.of} ${holder.name} ${words.from} ${nameOf(site, authority)}`

/** The answer, and each licence that it rests on; without any, what that means. */
export function answerSection(
  site: Site,
  answer: LicenceAnswer,
  events: Action[],
  summary: string,
  listed: number,
): Html {
  const { actor, held } = answer
  const all = html`<a href="${site.at(`/actors/${actor}`)}">${words.elsewhere}</a>`
  const rest =
    held.length > 0
      ? html`<ul>${held.map(one => heldItem(site, one))}</ul>`
      : html`<p>${listed > 0 && words.noButListed} ${texts.licences.coverage.caution}</p>`
  return html`<section class="note answer"><h2>${words.title}</h2><p class="summary">${summary}</p>${rest}<p>${all}</p>${events.length > 0 && thereList(site, events)}</section>`
}

function heldItem(site: Site, { licence, force, holding }: Held): Html {
  const { id, title, activities } = licence
  const since = sinceWords(holding.from)
  const stated = activities?.length ? activityWords(activities) : words.activitiesNotStated
  return html`<li><a href="${site.at(`/licences/${id}`)}">${title}</a>, ${since}: ${stated} <span class="how">(${certaintyText(force)})</span></li>`
}
