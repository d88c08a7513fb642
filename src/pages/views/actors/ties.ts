import type { Actor } from '../../../model/actor.ts'
import { pointInWords } from '../../../model/date-words.ts'
import { tiesOfOthers } from '../../../queries/record/affiliations.ts'
import { html, type Part } from '../../html.ts'
import { type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { actorLink } from '../../words/fields.ts'

const words = texts.actors

/** The ties of an actor to others, and those of others to it. */
export function tiesText(site: Site, { id, affiliations }: Actor): Part {
  const own = affiliations.map(
    ({ actor, relation, ...days }) =>
      html`<li>${words.forward[relation] ?? wordOf('relation', relation)} ${actorLink(site, actor)}${daysText(days)}</li>`,
  )
  const others = tiesOfOthers(site.dataset, id).map(
    ({ of, relation, ...days }) =>
      html`<li>${words.reverse[relation]} ${actorLink(site, of)}${daysText(days)}</li>`,
  )
  const all = [...own, ...others]
  return all.length > 0 && html`<ul>${all}</ul>`
}

type Days = Pick<Actor['affiliations'][number], 'from' | 'until'>

const daysText = ({ from, until }: Days): Part => [
  from && `, from ${pointInWords(from)}`,
  until && `, until ${pointInWords(until)}`,
]
