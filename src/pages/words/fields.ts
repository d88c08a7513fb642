import type { Action, ActorEntry } from '../../model/action.ts'
import type { Actor } from '../../model/actor.ts'
import { dateInWords, pointInWords } from '../../model/date-words.ts'
import type { EventDate } from '../../model/dates.ts'
import type { Licence } from '../../model/licence.ts'
import type { Matter } from '../../model/matter.ts'
import type { RegionEntry } from '../../model/region.ts'
import { codesOf, definitionOf, labelOf } from '../../model/vocabulary.ts'
import { findMatter } from '../../queries/record/find.ts'
import { type Html, html, join, type Part } from '../html.ts'
import { regionName, type Site, wordOf } from '../site.ts'
import { texts } from '../texts.ts'
import { amountInWords, countInWords } from './amounts.ts'

/** A link to a region, by its name. */
export const regionLink = (site: Site, code: string): Html =>
  html`<a href="${site.at(`/regions/${code}`)}">${regionName(site, code)}</a>`

/** A link to an actor, by its name; its id if no record has it, such as the body that keeps a register. */
export function actorLink(site: Site, id: string): Html {
  const found = site.dataset.find('actors', id)
  return found ? html`<a href="${site.at(`/actors/${id}`)}">${found.title}</a>` : html`${id}`
}

/** A date in words, with how we know it if no source states it. */
export const dateText = (date: EventDate): Html =>
  html`<time datetime="${date.earliest ?? date.latest}">${dateInWords(date)}</time>${date.basis !== 'stated' && html` <span class="how" title="${definitionOf('date-basis', date.basis)}">(${wordOf('date-basis', date.basis)})</span>`}`

/** An actor of an action: its name, or what is known of one without a name. */
export function participant(site: Site, { id, kind, count, as_reported }: ActorEntry): Part {
  if (id !== null) return actorLink(site, id)
  const who = count
    ? `${countInWords(count)} ${texts.several[kind]}`
    : `${texts.unnamed} ${wordOf('actor-kind', kind)}`
  return html`<span class="unnamed">${who}${as_reported && html` (“${as_reported}”)`}</span>`
}

/** When something has force, in words. */
export function effectText({
  from,
  until,
}: Pick<NonNullable<Action['effect']>, 'from' | 'until'>): Part {
  return [
    from && html`from ${dateText(from)}`,
    from && until && ' ',
    until && html`until ${dateText(until)}`,
  ]
}

const years = ({
  from,
  until,
}: {
  from?: string | undefined
  until?: string | undefined
}): string =>
  [from && ` from ${pointInWords(from)}`, until && ` until ${pointInWords(until)}`]
    .filter(Boolean)
    .join('')

type Written = [name: string, write: (site: Site, value: never, key: string) => Part]

/** The fields that claims are about, by the first part of their path: their names, and their values as people read them. */
const fields: Record<string, Written> = {
  date: ['Date', (_, date: EventDate) => dateText(date)],
  due: ['Due', (_, date: EventDate) => dateText(date)],
  published: ['Published', (_, date: EventDate) => dateText(date)],
  planned: ['Planned', () => 'yes'],
  effect: ['Effect', (_, effect: NonNullable<Action['effect']>) => effectText(effect)],
  matters: ['Part of', (site, _, key) => matterLink(site, key)],
  actors: [
    'Actor',
    (site, actor: ActorEntry) =>
      html`${participant(site, actor)}, ${wordOf('actor-role', actor.role)}`,
  ],
  regions: [
    'Place',
    (site, { code, role }: RegionEntry) =>
      html`${regionLink(site, code)}, ${wordOf('region-role', role)}`,
  ],
  activities: ['Activity', (_, codes: string | string[] | null) => activitiesText([codes].flat())],
  amounts: ['Amount', (_, amount: Action['amounts'][number]) => amountInWords(amount)],
  details: ['Detail', (_, text: string) => text],
  links: [
    'Link',
    (site, { type, action }: Action['links'][number]) =>
      html`${wordOf('link-type', type)} ${actionLink(site, action)}`,
  ],
  names: [
    'Name',
    (_, { name, type }: Actor['names'][number]) => `${name} (${wordOf('name-type', type)})`,
  ],
  region: ['Home', (site, code: string) => regionLink(site, code)],
  affiliations: [
    'Tie',
    (site, tie: Actor['affiliations'][number]) =>
      html`${wordOf('relation', tie.relation)} ${actorLink(site, tie.actor)}${years(tie)}`,
  ],
  identifiers: [
    'Identifier',
    (_, { scheme, value }: Actor['identifiers'][number]) => `${scheme}: ${value}`,
  ],
  parents: [
    'Part of',
    (site, parent: { code: string; from?: string; until?: string }) =>
      html`${regionLink(site, parent.code)}${years(parent)}`,
  ],
  numbers: [
    'Number',
    (_, number: string | Matter['numbers'][number]) =>
      typeof number === 'string'
        ? number
        : `${labelOf('number-type', number.type)} ${number.value}`,
  ],
  holder: [
    'Holder',
    (_, { name, lei }: Licence['holder']) => (lei ? `${name} (LEI ${lei})` : name),
  ],
  places: ['Places', (site, codes: string[]) => join(codes.map(code => regionLink(site, code)))],
  clients: [
    'Clients',
    (_, codes: string[]) => codes.map(code => wordOf('client', code)).join(', '),
  ],
  websites: ['Websites', (_, domains: string[]) => domains.join(', ')],
}

const activitiesText = (codes: (string | null)[]): string =>
  codes.map(code => (code === null ? 'not stated' : activityText(code))).join(', ')

/** An activity in words; a claim that agrees with one may have words of its own. */
const activityText = (code: string): string =>
  codesOf('activity').includes(code) ? wordOf('activity', code) : code

/** The fields whose values are texts. In other fields a text is a claim in words of its own. */
const ofTexts = ['activities', 'details', 'matters', 'numbers', 'region']

/** The name of the field at a path such as `details/scope`. */
export function fieldName(path: string): string {
  const [head = '', key = ''] = path.split('/')
  if (head === 'details') return labelOf('aspect', key)
  return fields[head]?.[0] ?? `${head[0]!.toUpperCase()}${head.slice(1)}`
}

/** The value of a field as people read it; null where a record has none. */
export function fieldValue(site: Site, path: string, value: unknown): Part {
  if (value === null || value === undefined) return texts.nothing
  if (value === false) return texts.denied
  const [head = '', ...rest] = path.split('/')
  const written = fields[head]
  if (typeof value === 'string' && !ofTexts.includes(head)) return value
  return written ? written[1](site, value as never, rest.join('/')) : String(value)
}

/** A link to a rule, a case or a licence, by its title. */
export function matterLink(site: Site, id: string): Part {
  const found = findMatter(site.dataset, id)
  return found ? html`<a href="${site.at(`/${found.list}/${id}`)}">${found.record.title}</a>` : id
}

/** A link to an action, by its title. */
export const actionLink = (site: Site, id: string): Html =>
  html`<a href="${site.at(`/actions/${id}`)}">${site.dataset.find('actions', id)?.title ?? id}</a>`
