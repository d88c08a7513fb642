import type { Action } from './action.ts'
import {
  changedFilter,
  everyKey,
  type Filter,
  featureFilter,
  filter,
  type World,
} from './filter.ts'

const actorKeys = ({ actors }: Action): string[] =>
  actors.flatMap(({ id, role }) => (id === null ? [] : everyKey(id, [['role', role]])))

const byActor = (name: string, kind: string | null, reads: string, example: string) =>
  filter(name, { actor: kind }, reads, example, actorKeys, {
    describe: `${name[0]!.toUpperCase()}${name.slice(1)}: an id or any of its names`,
    qualifiers: ['role'],
  })

const regionKeys = ({ date, regions }: Action, world: World): string[] =>
  regions.flatMap(({ code, role }) =>
    world.upwards(code, date).flatMap(above => {
      const exact: [string, string][] = above === code ? [['region_exact', 'true']] : []
      return everyKey(above, [...exact, ['region_role', role]])
    }),
  )

const documentKeys = ({ id }: Action, world: World): string[] => world.documents(`actions/${id}`)

const linkTypes = ({ links }: Action): string[] => links.map(({ type }) => type)

const linkKeys = ({ links }: Action): string[] =>
  links.flatMap(({ action, type }) => everyKey(action, [['link', type]]))

const actorRoles = ({ actors }: Action): string[] => actors.map(({ role }) => role)

const regionRoles = ({ regions }: Action): string[] => regions.map(({ role }) => role)

/** The filters of the actions. */
export const actionFilters: Filter<Action>[] = [
  filter('id', { id: 'actions' }, 'with the id', 'joint-notice-2021-09', undefined, 'Action id'),
  filter('kind', 'action-kind', 'of kind', 'industry', a => a.kind, 'Kind of action'),
  filter('type', 'action-type', 'of type', 'ban', a => a.type, 'Type of action'),
  filter('region', { region: true }, 'in', 'CN', regionKeys, {
    describe: 'Region, or anything below it, in any role',
    qualifiers: ['region_exact', 'region_role'],
  }),
  byActor('actor', null, 'with', 'huobi'),
  byActor('agency', 'agency', 'with the agency', 'inner-mongolia-authorities'),
  byActor('exchange', 'exchange', 'with the exchange', 'okex'),
  filter('role', 'actor-role', 'with an actor as', 'issuer', actorRoles, {
    describe: 'Role of an actor; together with actor, agency or exchange, the role of that one',
    readsBehind: 'as',
  }),
  filter('region_role', 'region-role', 'with a region as', 'jurisdiction', regionRoles, {
    describe: 'Role of a region; together with region, the role of that one',
    readsBehind: 'as',
  }),
  filter('activity', 'activity', 'on', 'mining', a => a.activities, 'Activity concerned'),
  filter('document', { id: 'documents' }, 'told by', 'exit-from-china-2021-10', documentKeys, {
    describe: 'Document with a claim on the action',
  }),
  filter('link', 'link-type', 'with a link of type', 'responds-to', linkTypes, {
    describe: 'Type of a link to another action; together with linked_to, of the link to that one',
    readsBehind: 'by',
  }),
  filter('linked_to', { id: 'actions' }, 'linked to', 'joint-notice-2021-09', linkKeys, {
    describe: 'Action that a link leads to',
    qualifiers: ['link'],
  }),
  featureFilter('feature', 'amounts', {
    amounts: action => action.amounts.length > 0,
    links: action => action.links.length > 0,
    effect: action => action.effect !== null,
    due: action => action.due !== null,
    conflicts: action => action.sources.conflicts.length > 0,
    unnamed: action => action.actors.some(({ id }) => id === null),
    details: action => action.details.length > 0,
  }),
  filter('planned', { flag: true }, 'that are planned', 'false', a => String(a.planned), {
    describe: 'True: only planned actions; false: only others',
  }),
  changedFilter(({ id }) => `actions/${id}`),
]
