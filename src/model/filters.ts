import type { Actor } from './actor.ts'
import type { Claim } from './claim.ts'
import type { SourceDocument } from './document.ts'
import type { Filter, World } from './filter.ts'
import type { Region } from './region.ts'
import { type Change, type ReleaseSummary, subjectsOf } from './release.ts'
import type { Term } from './term.ts'

/** The releases since which a record has changed: those before the one that last changed it. */
function changedSince(record: string, world: World): string[] {
  const release = world.lastChanged(record)
  return release === undefined ? [] : world.releasesBefore(release)
}

/** The filter for what is new or different; `path`: that of a record. */
export const changedFilter = <R>(path: (record: R) => string): Filter<R> => ({
  name: 'changed_since',
  takes: { release: true },
  describe:
    'Release after which the record was added or changed; or a year, month or day, from its first day on',
  example: '2026.11.0',
  reads: 'changed since',
  keys: (record, world) => changedSince(path(record), world),
})

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
  {
    name: 'has',
    takes: { scheme: 'actor-feature' },
    describe: 'What the record holds',
    example: 'conflicts',
    reads: 'that have',
    keys: (actor, world) =>
      Object.keys(actorFeatures).filter(name => actorFeatures[name]?.(actor, world)),
  },
  changedFilter(({ id }) => `actors/${id}`),
]

const actorFeatures: Record<string, (actor: Actor, world: World) => boolean> = {
  conflicts: ({ id }, world) => world.isDisputed(`actors/${id}`),
  affiliations: actor => actor.affiliations.length > 0,
  identifiers: actor => actor.identifiers.length > 0,
}

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
  changedFilter(({ id }) => `documents/${id}`),
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
  changedFilter(({ code }) => `regions/${code}`),
]

export const claimFilters: Filter<Claim>[] = [
  {
    name: 'record',
    takes: { record: true },
    describe: 'Record: collection and id',
    example: 'actions/joint-notice-2021-09',
    reads: 'on',
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
  changedFilter(({ id }) => `claims/${id}`),
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
  changedFilter(({ id }) => `vocabulary/${id}`),
]

export const releaseFilters: Filter<ReleaseSummary>[] = []

export const changeFilters: Filter<Change>[] = [
  {
    name: 'since',
    takes: { release: true },
    describe: 'Release after which it changed; or a year, month or day, from its first day on',
    example: '2026.11.0',
    reads: 'since',
    keys: (change, world) => world.releasesBefore(change.release),
  },
  {
    name: 'release',
    takes: { known: true },
    describe: 'Release that brought it',
    example: '2026.11.0',
    reads: 'of the release',
    keys: change => [change.release],
  },
  {
    name: 'record',
    takes: { known: true },
    describe: 'Record, with the claims on it and what was merged into it',
    example: 'actions/joint-notice-2021-09',
    reads: 'of',
    keys: ({ record }, world) =>
      subjectsOf(record).flatMap(subject => [subject, ...world.heirs(subject)]),
  },
  {
    name: 'change',
    takes: { scheme: 'change' },
    describe: 'What happened',
    example: 'changed',
    reads: 'of the kind',
    keys: change => [change.change],
  },
  {
    name: 'reason',
    takes: { scheme: 'change-reason' },
    describe: 'Why',
    example: 'new-evidence',
    reads: 'because of',
    keys: change => (change.reason === null ? [] : [change.reason]),
  },
]
