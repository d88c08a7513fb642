import type { Actor } from './actor.ts'
import type { Claim } from './claim.ts'
import type { SourceDocument } from './document.ts'
import type { Filter } from './filter.ts'
import type { Region } from './region.ts'
import type { Term } from './vocabulary.ts'

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
    takes: { record: true },
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
