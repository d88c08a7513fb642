import type { Action } from './action.ts'
import { everyKey, type Filter, type World } from './filter.ts'
import { changedFilter } from './filters.ts'

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

/** The filters of the actions. */
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
    readsBehind: 'as',
    keys: action => action.actors.map(({ role }) => role),
  },
  {
    name: 'region_role',
    takes: { scheme: 'region-role' },
    describe: 'Role of a region; together with region, the role of that one',
    example: 'jurisdiction',
    reads: 'with a region as',
    readsBehind: 'as',
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
    readsBehind: 'by',
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
  {
    name: 'planned',
    takes: { flag: true },
    describe: 'True: only what was not yet done; false: only what was',
    example: 'false',
    reads: 'that are planned',
    keys: action => [String(action.planned)],
  },
  changedFilter(({ id }) => `actions/${id}`),
]
