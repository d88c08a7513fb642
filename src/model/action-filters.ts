import type { Action } from './action.ts'
import {
  changedFilter,
  describes,
  everyKey,
  type Filter,
  featureFilter,
  filter,
  type World,
} from './filter.ts'
import { jurisdictionsOf } from './region.ts'
import { withWider } from './vocabulary.ts'

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

const jurisdictions = ({ regions }: Action): string[] => jurisdictionsOf(regions)

const activityKeys = ({ activities }: Action): string[] => activities.flatMap(withWider)

const quantityKeys = ({ amounts }: Action): string[] =>
  amounts.flatMap(({ quantity, unit }) => everyKey(quantity, [['amount_unit', unit]]))

const matterKeys = ({ matters }: Action): string[] =>
  matters.flatMap(({ id, stage }) => (stage ? everyKey(id, [['stage', stage]]) : [id]))

const registerKeys = ({ matters }: Action, world: World): string[] =>
  matters.flatMap(({ id }) => world.registerOf(id) ?? [])

const stageKeys = ({ matters }: Action): string[] => matters.flatMap(({ stage }) => stage ?? [])

const linkTypes = ({ links }: Action): string[] => links.map(({ type }) => type)

const linkKeys = ({ links }: Action): string[] =>
  links.flatMap(({ action, type }) => everyKey(action, [['link', type]]))

const actorRoles = ({ actors }: Action): string[] => actors.map(({ role }) => role)

const regionRoles = ({ regions }: Action): string[] => regions.map(({ role }) => role)

/** The filters of the actions. */
export const actionFilters: Filter<Action>[] = [
  filter('id', { id: ['actions'] }, 'with the id', 'joint-notice-2021-09', undefined, 'Action id'),
  filter('kind', 'action-kind', 'of kind', 'industry', a => a.kind, 'Kind of action'),
  filter('type', 'action-type', 'of type', 'ban', a => a.type, 'Type of action'),
  filter(
    'matter',
    { id: ['rules', 'cases', 'licences'] },
    'that are steps of',
    'in-rbi-circular-2018',
    matterKeys,
    {
      describe:
        'Rule, case or licence that it is a step of; together with stage, by a step of that stage',
      qualifiers: ['stage'],
    },
  ),
  filter('register', { known: true }, 'in the register', 'hk-sfc-vatps', registerKeys, {
    describe: 'Register that lists the licence that it is a step of',
  }),
  filter('stage', 'stage', 'at the stage', 'in-force', stageKeys, {
    describe: 'Stage that a rule reaches by it',
    readsBehind: 'at the stage',
  }),
  filter('region', { region: true }, 'in', 'CN', regionKeys, {
    describe: 'Region, or anything below it, in any role',
    qualifiers: ['region_exact', 'region_role'],
  }),
  byActor('actor', null, 'with', 'huobi'),
  byActor('agency', 'agency', 'with the agency', 'cn-nm-authorities'),
  byActor('exchange', 'exchange', 'with the exchange', 'okex'),
  filter('role', 'actor-role', 'with an actor as', 'issuer', actorRoles, {
    describe: 'Role of an actor; together with actor, agency or exchange, the role of that one',
    readsBehind: 'as',
  }),
  filter('region_role', 'region-role', 'with a region as', 'jurisdiction', regionRoles, {
    describe: describes.regionRole,
    readsBehind: 'as',
  }),
  filter(
    'applies_in',
    { region: true, binding: true },
    'that apply in',
    'FR',
    jurisdictions,
    describes.appliesIn,
  ),
  filter('activity', 'activity', 'on', 'exchange-service', activityKeys, describes.activity),
  filter('quantity', 'quantity', 'with the quantity', 'fine', quantityKeys, {
    describe: 'Quantity of an amount; together with amount_unit, of one in that unit',
    qualifiers: ['amount_unit'],
  }),
  filter('amount_unit', 'unit', 'with an amount in', 'USD', a => a.amounts.map(it => it.unit), {
    describe: 'Unit of an amount',
    readsBehind: 'in',
  }),
  filter('document', { id: ['documents'] }, 'told by', 'exit-from-china-2021-10', documentKeys, {
    describe: 'Document with a claim on the action',
  }),
  filter('link', 'link-type', 'with a link of type', 'responds-to', linkTypes, {
    describe: 'Type of a link to another action; together with linked_to, of the link to that one',
    readsBehind: 'by',
  }),
  filter('linked_to', { id: ['actions'] }, 'linked to', 'joint-notice-2021-09', linkKeys, {
    describe: 'Action that a link leads to',
    qualifiers: ['link'],
  }),
  featureFilter('feature', 'amounts', {
    amounts: action => action.amounts.length > 0,
    links: action => action.links.length > 0,
    effect: action => action.effect !== null,
    due: action => action.due !== null,
    matter: action => action.matters.length > 0,
    'official-source': ({ id }, world) => world.dateSources(`actions/${id}`).isOfficial,
    'two-origins': ({ id }, world) => world.dateSources(`actions/${id}`).origins > 1,
    conflicts: action => action.sources.conflicts.length > 0,
    unnamed: action => action.actors.some(({ id }) => id === null),
    details: action => action.details.length > 0,
  }),
  filter('planned', { flag: true }, 'that are planned', 'false', a => String(a.planned), {
    describe: 'True: only planned actions; false: only others',
  }),
  changedFilter(({ id }) => `actions/${id}`),
]
