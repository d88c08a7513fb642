import { timesOf } from '../../dataset/times.ts'
import type { Actor } from '../../model/actor.ts'
import { isCountry } from '../../queries/list/places.ts'
import { type Html, html } from '../html.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'
import { regionOptions, selectField } from './fields.ts'

const { ask } = texts.licences

/** Whether an actor may need a licence. */
export const isBusiness = ({ kind }: Pick<Actor, 'kind'>): boolean =>
  ['exchange', 'company', 'protocol'].includes(kind)

/** The places that people ask about: every country, and each part of one where licences hold. */
function placesOf({ dataset }: Site): string[] {
  const countries = [...dataset.regions.values()].filter(isCountry)
  const held = dataset.values(timesOf('licences'), 'region')
  return [...new Set([...countries.map(({ code }) => code), ...held])]
}

/** A form that asks whether a firm may serve customers in a place on a day. */
export function askForm(site: Site, actor: string, name: string): Html {
  const { dataset, at } = site
  const places = regionOptions(
    site,
    placesOf(site).map(value => ({ value })),
  )
  const options = [{ value: '', label: ask.choose }, ...places]
  return html`<section class="ask"><h2>${ask.title(name)}</h2><form class="filters" action="${at('/licences')}"><input type="hidden" name="actor" value="${actor}">${selectField('region', ask.place, options, '')}<label>${ask.day}<input type="date" name="in_force_on" value="${dataset.meta.as_of}"></label><p class="buttons"><button>${ask.button}</button></p></form></section>`
}
