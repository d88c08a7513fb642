import type { Actor } from './actor.ts'
import type { Claim } from './claim.ts'
import type { SourceDocument } from './document.ts'
import {
  type CommonFilter,
  changedFilter,
  describes,
  everyKey,
  type Filter,
  featureFilter,
  filter,
  qualifiedKey,
  type World,
} from './filter.ts'
import type { Licence } from './licence.ts'
import type { Matter, MatterName } from './matter.ts'
import { decodePath } from './paths.ts'
import { jurisdictionsOf, type Region } from './region.ts'
import { type Change, subjectsOf } from './release.ts'
import { type Term, withWider } from './vocabulary.ts'

const homeRegions = ({ region }: Actor, world: World) => region && world.upwards(region)

export const actors: Filter<Actor>[] = [
  filter('kind', 'actor-kind', 'of kind', 'company', a => a.kind, 'Kind of actor'),
  filter('region', { region: true }, 'of', 'CN', homeRegions, {
    describe: 'Region that the actor belongs to, or anything below it',
  }),
  filter('licensed_in', { region: true, binding: true }, 'licensed in', 'FR', undefined, {
    describe:
      'Place in which the actor holds a licence, registration or notification, also one from above, such as of its country or a union',
    about: 'licences',
  }),
  filter('activity', 'activity', 'for', 'exchange-service', undefined, {
    describe: 'With licensed_in: activity that the licence allows, or a narrower one',
    about: 'licences',
  }),
  filter('sector', 'sector', 'in the sector', 'mining-pool', a => a.sector, 'Sector of the actor'),
  featureFilter('actor-feature', 'conflicts', {
    conflicts: ({ id }, world) => world.isDisputed(`actors/${id}`),
    affiliations: actor => actor.affiliations.length > 0,
    identifiers: actor => actor.identifiers.length > 0,
  }),
  changedFilter(({ id }) => `actors/${id}`),
]

/** The places of force; of a rule or case without a time of force those whose law it is. */
const bindingPlaces = ({ in_force, regions }: Matter): string[] =>
  in_force.length > 0 ? in_force.flatMap(({ regions }) => regions) : jurisdictionsOf(regions)

type Examples = Record<'kind' | 'stage' | 'number', string>

/** The filters of rules or cases. `stages`: the scheme of their stages. */
const matters = (name: MatterName, stages: string, example: Examples): Filter<Matter>[] => [
  filter(
    'kind',
    { scheme: 'matter-kind', parent: name.slice(0, -1) },
    'of kind',
    example.kind,
    m => m.kind,
    'Kind',
  ),
  filter('stage', stages, 'at the stage', example.stage, m => m.status?.stage, {
    describe: 'Stage of its status; of a case the type of its latest step',
  }),
  filter(
    'number',
    { known: true },
    'with the number',
    example.number,
    m => m.numbers.map(it => it.value),
    {
      describe: 'Official number as it is written',
    },
  ),
  filter(
    'region',
    { region: true },
    'in',
    'CN',
    ({ regions }, world) => regions.flatMap(({ code }) => world.upwards(code)),
    'Region, or anything below it, in any role',
  ),
  filter(
    'applies_in',
    { region: true, binding: true },
    'that apply in',
    'FR',
    bindingPlaces,
    describes.appliesIn,
  ),
  filter(
    'activity',
    'activity',
    'on',
    'exchange-service',
    m => m.activities.flatMap(withWider),
    describes.activity,
  ),
  filter('actor', { actor: null }, 'with', 'sec', ({ id }, world) => world.actorsOn(id), {
    describe: 'Actor of one of its steps: an id or any of its names',
  }),
  changedFilter(({ id }) => `${name}/${id}`),
]

export const rules = matters('rules', 'stage', {
  kind: 'regulation',
  stage: 'in-force',
  number: '32023R1114',
})
export const cases = matters('cases', 'action-type', {
  kind: 'case',
  stage: 'dismissal',
  number: '1:23-cv-01599',
})

const licencePlaces = ({ regions }: Licence, world: World): string[] =>
  regions.flatMap(({ code, role }) =>
    world.upwards(code).flatMap(above => everyKey(above, [['region_role', role]])),
  )

const licenceDocuments = ({ id }: Licence, world: World): string[] => [
  ...world.documents(`licences/${id}`),
  ...world.readings(id),
]

/** The key of a licence whose activities are not stated. */
export const NOT_STATED = qualifiedKey('', 'is_stated', 'false')

export const licences: Filter<Licence>[] = [
  filter(
    'kind',
    { scheme: 'matter-kind', parent: 'licence' },
    'of kind',
    'licence',
    l => l.kind,
    'Kind',
  ),
  filter('region', { region: true }, 'in', 'HK', licencePlaces, {
    describe:
      'Region where it was granted or is valid, or anything below it; together with in_force_on, valid there then',
    qualifiers: ['region_role'],
  }),
  filter(
    'region_role',
    'region-role',
    'with a region as',
    'jurisdiction',
    l => l.regions.map(it => it.role),
    {
      describe: describes.regionRole,
      readsBehind: 'as',
    },
  ),
  filter('actor', { actor: null }, 'of', 'bitgo', l => l.actor, 'Firm: an id or any of its names'),
  filter('lei', { known: true }, 'with the LEI', '5299005V5GBSN2A4C303', l => l.holder.lei, {
    describe: 'Legal entity identifier of the holder',
  }),
  filter('agency', { actor: 'agency' }, 'granted by', 'hk-sfc', l => l.authority, {
    describe: 'Authority that granted it: an id or any of its names',
  }),
  filter(
    'activity',
    'activity',
    'for',
    'exchange-service',
    l => (l.activities?.length ? l.activities.flatMap(withWider) : NOT_STATED),
    describes.activity,
  ),
  filter('status', 'licence-status', 'with the status', 'granted', l => l.status?.stage, {
    describe: 'Its status on the last day on which a source shows it',
  }),
  filter('register', { known: true }, 'in the register', 'hk-sfc-vatps', l => l.register?.id, {
    describe: 'Register that lists it',
  }),
  filter(
    'document',
    { id: ['documents'] },
    'told by',
    'hk-sfc-vatps-2026-08-21',
    licenceDocuments,
    {
      describe: 'Document with a claim on it; of readings of a register all that list it',
    },
  ),
  filter(
    'number',
    { known: true },
    'with the number',
    'BPJ213',
    l => l.numbers.map(it => it.value),
    {
      describe: 'Official number as it is written',
    },
  ),
  changedFilter(({ id }) => `licences/${id}`),
]

export const documents: Filter<SourceDocument>[] = [
  filter('kind', 'document-kind', 'of kind', 'judgment', d => d.kind, 'Kind of document'),
  filter('official', 'official', 'that are official:', 'yes', d => d.official, 'Official text'),
  filter(
    'origin',
    { known: true },
    'that retell',
    'reuters-exchanges-cut-ties-2021-09',
    d => d.origin,
    'Original report',
  ),
  filter('register', { known: true }, 'that read the register', 'hk-sfc-vatps', d => d.register, {
    describe: 'Register of which it is a reading',
  }),
  filter('language', { known: true }, 'in the language', 'en', d => d.language, 'BCP 47 tag'),
  changedFilter(({ id }) => `documents/${id}`),
]

export const regions: Filter<Region>[] = [
  filter('kind', 'region-kind', 'of kind', 'subdivision', r => r.kind, 'Kind of region'),
  filter(
    'parent',
    { region: true },
    'just below',
    'CN',
    r => r.parents.map(({ code }) => code),
    'Region just above',
  ),
  changedFilter(({ code }) => `regions/${code}`),
]

export const claims: Filter<Claim>[] = [
  filter('record', { record: true }, 'on', 'actions/joint-notice-2021-09', c => c.record, {
    describe: 'Record: collection and id',
  }),
  filter('field', { known: true }, 'about the field', 'date', c => c.field, 'Field of the record'),
  filter('document', { id: ['documents'] }, 'of', 'exit-from-china-2021-10', c => c.document, {
    describe: 'Document that makes the claim',
  }),
  filter('status', 'claim-status', 'with the status', 'rival', c => c.status, {
    describe: 'How the claim was judged',
  }),
  filter('basis', 'claim-basis', 'with the basis', 'inferred', c => c.basis, 'Stated or inferred'),
  changedFilter(({ id }) => `claims/${id}`),
]

export const terms: Filter<Term>[] = [
  filter('scheme', { known: true }, 'of the scheme', 'action-type', t => t.scheme, 'List of codes'),
  changedFilter(({ id }) => `vocabulary/${id}`),
]

/** The record of a change, the one that a claim speaks of, and those that took their places. */
export const allSubjects = (record: string, world: World): string[] =>
  subjectsOf(decodePath(record)).flatMap(subject => [subject, ...world.heirs(subject)])

const subjectKeys = ({ record }: Change, world: World) => allSubjects(record, world)

/** The values that the record of a change has, or the one that a claim speaks of, or that took its place. */
const valuesOf =
  (filter: CommonFilter) =>
  (change: Change, world: World): string[] =>
    allSubjects(change.record, world).flatMap(record => world.valuesOf(record, filter))

const releasesBefore = ({ release }: Change, world: World) => world.releasesBefore(release)

export const changes: Filter<Change>[] = [
  filter('since', { release: true }, 'since', '2026.11.0', releasesBefore, {
    describe: 'Changed after this release, or since the first day of this year, month or day',
  }),
  filter('release', { known: true }, 'of the release', '2026.11.0', c => c.release, {
    describe: 'Release that brought it',
  }),
  filter('record', { record: true }, 'of', 'actions/joint-notice-2021-09', subjectKeys, {
    describe: 'Record, with its claims and the records merged into it',
  }),
  filter('change', 'change', 'of the kind', 'changed', c => c.change, 'Kind of change'),
  filter('reason', 'change-reason', 'because of', 'new-evidence', c => c.reason, 'Reason'),
  filter('region', { region: true }, 'in', 'CN', valuesOf('region'), {
    describe:
      'Region of the record, or anything below it, in any role; of a claim that of the record it speaks of. Removed records have none',
  }),
  filter('activity', 'activity', 'on', 'exchange-service', valuesOf('activity'), {
    describe:
      'Activity of the action, rule, case or licence, or a narrower one; of a claim that of the record it speaks of',
  }),
  filter('kind', { known: true }, 'of records of kind', 'enforcement', valuesOf('kind'), {
    describe:
      'Kind of the record, as its own list has it: of an action, rule, case, licence, actor, region or document; of a claim that of the record it speaks of',
  }),
]
