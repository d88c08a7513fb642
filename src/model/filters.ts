import type { Action } from './action.ts'
import type { Actor } from './actor.ts'
import type { Claim } from './claim.ts'
import type { SourceDocument } from './document.ts'
import type { Region } from './region.ts'
import type { Term } from './vocabulary.ts'

/** What the keys of a record may depend on beside the record. */
export type World = {
  /** The region itself and all above it. */
  upwards: (code: string) => string[]
  /** The documents with a claim on a record. */
  documents: (record: string) => string[]
}

/** What the values of a filter are, which decides how they are checked and resolved. */
export type Takes =
  | { scheme: string; except?: string[] }
  | { actor: string | null }
  | { region: true }
  | { id: string }
  | { known: true }

/** A list filter: any of its values; its `not_` twin: none of them. */
export type Filter<R = never> = {
  name: string
  takes: Takes
  describe: string
  example: string
  /** How the filter reads in a sentence, before its values. */
  reads: string
  /** Filters that must hold on the same entry as this one. */
  qualifiers?: string[]
  /** The keys of the sets that hold a record; absent where the value is the record's own id. */
  keys?: (record: R, world: World) => string[]
}

/** The key of a value whose entry has these qualifiers, in the order of the filter's list. */
export const qualifiedKey = (value: string, qualifiers: [string, string][]): string =>
  [value, ...qualifiers.map(pair => pair.join('='))].join(' ')

/** A value's keys for each choice among the qualifiers that hold of its entry. */
function everyKey(value: string, qualifiers: [string, string][]): string[] {
  let chosen: [string, string][][] = [[]]
  for (const qualifier of qualifiers) chosen = chosen.flatMap(some => [some, [...some, qualifier]])
  return chosen.map(some => qualifiedKey(value, some))
}

const actorKeys = (action: Action): string[] =>
  action.actors.flatMap(({ id, role }) => (id === null ? [] : everyKey(id, [['role', role]])))

const regionKeys = (action: Action, world: World): string[] =>
  action.regions.flatMap(({ code, role }) =>
    world.upwards(code).flatMap(above => {
      const exact: [string, string][] = above === code ? [['region_exact', 'true']] : []
      return everyKey(above, [...exact, ['region_role', role]])
    }),
  )

const features: Record<string, (action: Action) => boolean> = {
  amounts: action => action.amounts.length > 0,
  links: action => action.links.length > 0,
  effect: action => action.effect !== null,
  due: action => action.due !== null,
  conflicts: action => action.sources.conflicts.length > 0,
  unnamed: action => action.actors.some(({ id }) => id === null),
  details: action => action.details.length > 0,
}

export const actionFilters: Filter<Action>[] = [
  {
    name: 'id',
    takes: { id: 'actions' },
    describe: 'Action id',
    example: 'joint-notice-2021-09',
    reads: 'with the id',
  },
  {
    name: 'kind',
    takes: { scheme: 'action-kind' },
    describe: 'Kind of action',
    example: 'industry',
    reads: 'of kind',
    keys: action => [action.kind],
  },
  {
    name: 'type',
    takes: { scheme: 'action-type' },
    describe: 'Type of action',
    example: 'ban',
    reads: 'of type',
    keys: action => [action.type],
  },
  {
    name: 'region',
    takes: { region: true },
    describe: 'Region, or anything below it, in any role',
    example: 'CN',
    reads: 'in',
    qualifiers: ['region_exact', 'region_role'],
    keys: regionKeys,
  },
  {
    name: 'actor',
    takes: { actor: null },
    describe: 'Actor: an id or any of its names',
    example: 'huobi',
    reads: 'with',
    qualifiers: ['role'],
    keys: actorKeys,
  },
  {
    name: 'agency',
    takes: { actor: 'agency' },
    describe: 'Agency: an id or any of its names',
    example: 'inner-mongolia-authorities',
    reads: 'with the agency',
    qualifiers: ['role'],
    keys: actorKeys,
  },
  {
    name: 'exchange',
    takes: { actor: 'exchange' },
    describe: 'Exchange: an id or any of its names',
    example: 'okex',
    reads: 'with the exchange',
    qualifiers: ['role'],
    keys: actorKeys,
  },
  {
    name: 'role',
    takes: { scheme: 'actor-role' },
    describe: 'Role of an actor; together with actor, agency or exchange, the role of that one',
    example: 'issuer',
    reads: 'with an actor as',
    keys: action => action.actors.map(({ role }) => role),
  },
  {
    name: 'region_role',
    takes: { scheme: 'region-role' },
    describe: 'Role of a region; together with region, the role of that one',
    example: 'jurisdiction',
    reads: 'with a region as',
    keys: action => action.regions.map(({ role }) => role),
  },
  {
    name: 'activity',
    takes: { scheme: 'activity' },
    describe: 'What the action concerns',
    example: 'mining',
    reads: 'on',
    keys: action => action.activities,
  },
  {
    name: 'document',
    takes: { id: 'documents' },
    describe: 'Document with a claim on the action',
    example: 'exit-from-china-2021-10',
    reads: 'told by',
    keys: (action, world) => world.documents(`actions/${action.id}`),
  },
  {
    name: 'link',
    takes: { scheme: 'link-type' },
    describe: 'Type of a link to another action; together with linked_to, of the link to that one',
    example: 'responds-to',
    reads: 'with a link of type',
    keys: action => action.links.map(({ type }) => type),
  },
  {
    name: 'linked_to',
    takes: { id: 'actions' },
    describe: 'Action that a link leads to',
    example: 'joint-notice-2021-09',
    reads: 'linked to',
    qualifiers: ['link'],
    keys: action => action.links.flatMap(({ action: id, type }) => everyKey(id, [['link', type]])),
  },
  {
    name: 'has',
    takes: { scheme: 'feature' },
    describe: 'What the record holds',
    example: 'amounts',
    reads: 'that have',
    keys: action => Object.keys(features).filter(name => features[name]?.(action)),
  },
]

export const actorFilters: Filter<Actor>[] = [
  {
    name: 'kind',
    takes: { scheme: 'actor-kind' },
    describe: 'Kind of actor',
    example: 'company',
    reads: 'of kind',
    keys: actor => [actor.kind],
  },
  {
    name: 'region',
    takes: { region: true },
    describe: 'Region that the actor belongs to, or anything below it',
    example: 'CN',
    reads: 'of',
    keys: (actor, world) => (actor.region ? world.upwards(actor.region) : []),
  },
  {
    name: 'sector',
    takes: { scheme: 'sector' },
    describe: 'What the actor does',
    example: 'mining-pool',
    reads: 'in the sector',
    keys: actor => (actor.sector ? [actor.sector] : []),
  },
]

export const documentFilters: Filter<SourceDocument>[] = [
  {
    name: 'origin',
    takes: { known: true },
    describe: 'Original report',
    example: 'reuters-exchanges-cut-ties-2021-09',
    reads: 'that retell',
    keys: document => [document.origin],
  },
  {
    name: 'language',
    takes: { known: true },
    describe: 'BCP 47 tag',
    example: 'en',
    reads: 'in the language',
    keys: document => [document.language],
  },
]

export const regionFilters: Filter<Region>[] = [
  {
    name: 'kind',
    takes: { scheme: 'region-kind' },
    describe: 'Kind of region',
    example: 'subdivision',
    reads: 'of kind',
    keys: region => [region.kind],
  },
  {
    name: 'parent',
    takes: { region: true },
    describe: 'Region just above',
    example: 'CN',
    reads: 'just below',
    keys: region => (region.parent ? [region.parent] : []),
  },
]

export const claimFilters: Filter<Claim>[] = [
  {
    name: 'record',
    takes: { known: true },
    describe: 'Record: collection and id',
    example: 'actions/joint-notice-2021-09',
    reads: 'on',
    keys: claim => [claim.record],
  },
  {
    name: 'field',
    takes: { known: true },
    describe: 'Field of the record',
    example: 'date',
    reads: 'about the field',
    keys: claim => [claim.field],
  },
  {
    name: 'document',
    takes: { id: 'documents' },
    describe: 'Document that makes the claim',
    example: 'exit-from-china-2021-10',
    reads: 'of',
    keys: claim => [claim.document],
  },
  {
    name: 'status',
    takes: { scheme: 'claim-status' },
    describe: 'What became of the claim',
    example: 'rival',
    reads: 'with the status',
    keys: claim => [claim.status],
  },
  {
    name: 'basis',
    takes: { scheme: 'claim-basis' },
    describe: 'Stated or inferred',
    example: 'inferred',
    reads: 'with the basis',
    keys: claim => [claim.basis],
  },
]

export const termFilters: Filter<Term>[] = [
  {
    name: 'scheme',
    takes: { known: true },
    describe: 'List of codes',
    example: 'action-type',
    reads: 'of the scheme',
    keys: term => [term.scheme],
  },
]
