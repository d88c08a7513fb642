import type { Action } from '../../../model/action.ts'
import { pointInWords } from '../../../model/date-words.ts'
import { certainties } from '../../../model/force.ts'
import { validPlaces } from '../../../model/licence.ts'
import type { Held, LicenceAnswer } from '../../../queries/list/licence-answer.ts'
import { placesBelow, placesFor } from '../../../queries/list/places.ts'
import { askedFor, type Query } from '../../../queries/list/query.ts'
import { bansIn } from '../../../queries/record/bans.ts'
import { type Html, html, join, SEPARATOR } from '../../html.ts'
import { regionName, type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { sinceWords } from '../../words/days.ts'
import { matterLink } from '../../words/fields.ts'
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
  const isListed = isRegistration(best)
  const may = isListed ? words.listed : words.allowed
  return `${yesText(site, day, best)} ${firm} ${may} ${words.in} ${place}${concern} ${byText(site, best)}, ${since}; ${certaintyText(best.force)}.${isListed ? ` ${words.registration}` : ''}`
}

const isRegistration = ({ licence }: Held): boolean => licence.kind === 'registration'

/** Whether a firm may do business, and how sure that is; on a day to come nothing is surer than that it will stay so. */
function yesText({ dataset }: Site, day: string, held: Held): string {
  const { certainty } = held.force
  const say = isRegistration(held) ? words.registered : words.licensed
  const isAhead = day > dataset.meta.as_of && certainty !== 'possible'
  return isAhead ? say.ahead(pointInWords(day)) : say[certainty]
}

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

/** A licence says more than a registration, and the surer one more than the others. */
const rankOf = (held: Held): number =>
  certainties.length * Number(isRegistration(held)) + certainties.indexOf(held.force.certainty)

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
  const { actor, region, held } = answer
  const place = placeInWords(regionName(site, region))
  const links = [
    html`<a href="${site.at(`/actors/${actor}`)}">${words.elsewhere}</a>`,
    html`<a href="${site.at(`/regions/${region}`)}">${words.law(place)}</a>`,
  ]
  const rest =
    held.length > 0
      ? html`<ul>${held.map(one => heldItem(site, one))}</ul>`
      : html`${bansText(site, region, place)}<p>${listed > 0 && words.noButListed} ${texts.licences.coverage.caution}</p>`
  return html`<section class="note answer"><h2>${words.title}</h2><p class="summary">${summary}</p>${rest}<p>${join(links, SEPARATOR)}</p>${events.length > 0 && thereList(site, events)}</section>`
}

/** The bans of a place on exchanges, which say more than that no licence is on record. */
function bansText(site: Site, region: string, place: string): Html | undefined {
  const bans = bansIn(site.dataset, region)
  if (bans.length === 0) return undefined
  return html`<p>${words.bans(place)} ${join(bans.map(({ id }) => matterLink(site, id)))}.</p>`
}

function heldItem(site: Site, { licence, force, holding }: Held): Html {
  const { id, title, activities } = licence
  const since = sinceWords(holding.from)
  const stated = activities?.length ? activityWords(activities) : words.activitiesNotStated
  return html`<li><a href="${site.at(`/licences/${id}`)}">${title}</a>, ${since}: ${stated} <span class="how">(${certaintyText(force)})</span></li>`
}
