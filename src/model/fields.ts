import type { Action } from './action.ts'
import type { Actor } from './actor.ts'
import type { SourceDocument } from './document.ts'
import { type Licence, validPlaces } from './licence.ts'
import type { Matter } from './matter.ts'
import type { Region } from './region.ts'

/** The fields that claims can be made about: their values in the record, and whether they must have an accepted claim. */
export type Fields = Map<string, { value: unknown; required: boolean }>

type Entry = [path: string, value: unknown]

/** The fields of the records of a collection: their values by path, in the order of the record. */
type Claimed<R = unknown> = {
  fields(record: R): Entry[]
  /** Whether a field may be without an accepted claim. */
  isOptional?(path: string, value: unknown): boolean
  /** The form of each path. */
  paths: RegExp
}

const actions: Claimed<Omit<Action, 'sources'>> = {
  fields: action => [
    ['date', action.date],
    ...action.matters.map((one): Entry => [`matters/${one.id}`, one]),
    ['due', action.due],
    ['planned', action.planned],
    ['effect', action.effect],
    ...action.actors.map((one): Entry => [`actors/${one.id ?? one.key}/${one.role}`, one]),
    ...action.regions.map((one): Entry => [`regions/${one.code}/${one.role}`, one]),
    ...action.activities.map((one): Entry => [`activities/${one}`, one]),
    ...action.amounts.map((one): Entry => [`amounts/${one.quantity}`, one]),
    ...action.details.map((one): Entry => [`details/${one.aspect}`, one.text]),
    ...action.links.map((one): Entry => [`links/${one.type}/${one.action}`, one]),
  ],
  paths:
    /^(?:date|due|planned|effect|(?:actors|regions|links)\/[^/]+\/[^/]+|(?:matters|activities|amounts|details)\/[^/]+)$/,
}

const actors: Claimed<Actor> = {
  fields: actor => [
    ...actor.names.map((one): Entry => [`names/${one.name}`, one]),
    ['region', actor.region],
    ...actor.affiliations.map((one): Entry => [`affiliations/${one.actor}/${one.relation}`, one]),
    ...actor.identifiers.map((one): Entry => [`identifiers/${one.scheme}/${one.value}`, one]),
  ],
  paths: /^(?:region|names\/.+|affiliations\/[^/]+\/[^/]+|identifiers\/[^/]+\/.+)$/,
}

const regions: Claimed<Region> = {
  fields: region => [
    ['name', region.name],
    ...region.parents.map((one): Entry => [`parents/${one.code}`, one]),
  ],
  isOptional: (path, value) => path === 'name' || !Object(value).from,
  paths: /^(?:name|parents\/[^/]+)$/,
}

/** The fields of a document that the document itself may state. */
const stated = ['published', 'title', 'publisher', 'author', 'url', 'origin'] as const

const documents: Claimed<SourceDocument> = {
  fields: document => stated.map(name => [name, document[name]]),
  isOptional: () => true,
  paths: new RegExp(`^(?:${stated.join('|')})$`),
}

const matters: Claimed<Matter> = {
  fields: matter => [
    ...matter.numbers.map((one): Entry => [`numbers/${one.value}`, one]),
    ...matter.regions.map((one): Entry => [`regions/${one.code}/${one.role}`, one]),
  ],
  paths: /^(?:numbers\/.+|regions\/[^/]+\/[^/]+)$/,
}

const licences: Claimed<Licence> = {
  fields: licence => [
    ['holder', licence.holder],
    ['activities', licence.activities],
    ['places', validPlaces(licence.regions)],
    ['clients', licence.clients],
    ['websites', licence.websites.length > 0 ? licence.websites : null],
    ...licence.numbers.map((one): Entry => [`numbers/${one.value}`, one]),
  ],
  paths: /^(?:holder|activities|places|clients|websites|numbers\/.+)$/,
}

const collections = {
  actions,
  rules: matters,
  cases: matters,
  licences,
  actors,
  regions,
  documents,
}
export type ClaimedCollection = keyof typeof collections

/** The collections about whose records claims are made. */
export const claimed = Object.keys(collections) as ClaimedCollection[]

/** Whether claims are made about the records of a collection. */
export const isClaimed = (name: string): name is ClaimedCollection => name in collections

/** Every field of a record that a claim may be about, by its path, in the order of the record. */
export function claimable(name: ClaimedCollection, record: unknown): Fields {
  const { fields, isOptional }: Claimed = collections[name]
  const shown = fields(record).filter(([, value]) => value != null && value !== false)
  return new Map(
    shown.map(([path, value]) => [path, { value, required: !isOptional?.(path, value) }]),
  )
}

/** Whether a path has the form of a field, though the record shown may not have it (a rival may). */
export const isFieldPath = (name: ClaimedCollection, path: string): boolean =>
  collections[name].paths.test(path)
