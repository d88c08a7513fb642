import type { z } from 'zod'
import { Action } from './action.ts'
import { actionFilters } from './action-filters.ts'
import { Actor } from './actor.ts'
import { Claim } from './claim.ts'
import type { Bounds } from './dates.ts'
import { SourceDocument } from './document.ts'
import type { Filter, World } from './filter.ts'
import {
  actorFilters,
  changeFilters,
  claimFilters,
  documentFilters,
  regionFilters,
  releaseFilters,
  termFilters,
} from './filters.ts'
import { certainForce, possibleForce, type Span } from './force.ts'
import { Region } from './region.ts'
import { Change, ReleaseSummary } from './release.ts'
import { Term } from './term.ts'

/** What full-text search reads of a record. A title that is only a path does not count as one in the ranking. */
export type SearchText = { title: string; names?: string[]; body?: string; isPath?: boolean }

/** A kind of record: its schema, its key, how it is found and in what order it stands. */
export type Collection<R = never> = {
  schema: z.ZodObject
  key: (record: R) => string
  filters: Filter<R>[]
  /** The date that orders the records; absent where the key does. */
  date?: (record: R) => Bounds | null
  /** Other spans of days that a record may have, by their names. */
  spans?: Record<string, (record: R, world: World) => Span | undefined>
  /** What text search reads of a record; absent where it does not look. */
  text?: (record: R) => SearchText
  /** Whether its list takes a text. */
  searchable: boolean
}

const actions: Collection<Action> = {
  schema: Action,
  key: action => action.id,
  filters: actionFilters,
  date: action => action.date,
  spans: {
    'possible-force': action => possibleForce(action),
    'certain-force': (action, world) =>
      certainForce(action, world.lastStated(`actions/${action.id}`, 'effect')),
  },
  searchable: true,
  text: action => ({
    title: action.title,
    names: action.actors.flatMap(({ name }) => name ?? []),
    body: [action.summary, ...action.details.map(({ text }) => text), ...reported(action)].join(
      '\n',
    ),
  }),
}

const reported = (action: Action): string[] =>
  [...action.actors, ...action.amounts].flatMap(({ as_reported }) => as_reported ?? [])

const actors: Collection<Actor> = {
  schema: Actor,
  key: actor => actor.id,
  filters: actorFilters,
  searchable: true,
  text: actor => ({ title: actor.name, names: actor.names.map(({ name }) => name) }),
}

const regions: Collection<Region> = {
  schema: Region,
  key: region => region.code,
  filters: regionFilters,
  searchable: false,
  text: region => ({ title: region.name, names: [region.code] }),
}

const documents: Collection<SourceDocument> = {
  schema: SourceDocument,
  key: document => document.id,
  filters: documentFilters,
  date: document => document.published,
  searchable: false,
  text: ({ title, publisher = '', author = '', note = '' }) => ({
    title,
    body: [publisher, author, note].join('\n'),
  }),
}

const claims: Collection<Claim> = {
  schema: Claim,
  key: claim => claim.id,
  filters: claimFilters,
  searchable: false,
  text: ({ field, as_reported = '', note = '' }) => ({
    title: field,
    body: [field, as_reported, note].join('\n'),
    isPath: true,
  }),
}

const terms: Collection<Term> = {
  schema: Term,
  key: term => term.id,
  filters: termFilters,
  searchable: false,
  text: ({ label, definition, includes = '', excludes = '' }) => ({
    title: label,
    body: [definition, includes, excludes].join('\n'),
  }),
}

const onDay = (day: string | null): Bounds => ({ earliest: day, latest: day })

const releases: Collection<ReleaseSummary> = {
  schema: ReleaseSummary,
  key: release => release.version,
  filters: releaseFilters,
  date: release => onDay(release.date),
  searchable: false,
}

const changes: Collection<Change> = {
  schema: Change,
  key: change => change.id,
  filters: changeFilters,
  date: change => onDay(change.date),
  searchable: false,
}

/** Every kind of record, in the order in which their rows are numbered. */
export const collections = {
  actions,
  actors,
  regions,
  documents,
  claims,
  terms,
  releases,
  changes,
}
export type CollectionName = keyof typeof collections
export const collectionNames = Object.keys(collections) as CollectionName[]

/** The collections that a release is made of; the others tell of releases. */
export const releasedNames = [
  'actions',
  'actors',
  'regions',
  'documents',
  'claims',
  'terms',
] as const satisfies CollectionName[]

/** One of the collections, its record type forgotten. */
export const collection = (name: CollectionName) =>
  collections[name] as unknown as Collection<unknown>

/** What is served as a list: a collection, or the part of one that a filter's value cuts out. */
export type View = { of: CollectionName; where?: { filter: string; value: string } }

export const views = {
  actions: { of: 'actions' },
  exchanges: { of: 'actors', where: { filter: 'kind', value: 'exchange' } },
  agencies: { of: 'actors', where: { filter: 'kind', value: 'agency' } },
  actors: { of: 'actors' },
  regions: { of: 'regions' },
  documents: { of: 'documents' },
  claims: { of: 'claims' },
  vocabulary: { of: 'terms' },
  releases: { of: 'releases' },
  changes: { of: 'changes' },
} satisfies Record<string, View>
export type ViewName = keyof typeof views
export const view = (name: ViewName): View => views[name]

/** For each view the filters of its collection but for the one that it fixes. */
const viewFilters = Object.fromEntries(
  Object.entries<View>(views).map(([name, { of, where }]) => [
    name,
    collection(of).filters.filter(filter => filter.name !== where?.filter),
  ]),
) as Record<ViewName, Filter<unknown>[]>

/** The filters of a view. */
export const filtersOf = (name: ViewName): Filter<unknown>[] => viewFilters[name]

/** A filter as a parameter asks for it: by its values, or by its `not_` twin without them. */
export type FilterParameter = { filter: Filter<unknown>; parameter: string; isNot: boolean }

const byParameter = (filters: Filter<unknown>[]): Map<string, FilterParameter> =>
  new Map(
    filters
      .flatMap((filter): FilterParameter[] => [
        { filter, parameter: filter.name, isNot: false },
        { filter, parameter: `not_${filter.name}`, isNot: true },
      ])
      .map(asked => [asked.parameter, asked]),
  )

const viewParameters = Object.fromEntries(
  Object.entries(viewFilters).map(([name, filters]) => [name, byParameter(filters)]),
) as Record<ViewName, Map<string, FilterParameter>>

/** Those of some parameters that are filters of a view. */
export const filtersAmong = (name: ViewName, parameters: string[]): FilterParameter[] =>
  parameters.flatMap(parameter => viewParameters[name].get(parameter) ?? [])

const wholeViews = Object.entries(views).filter(([, view]) => !('where' in view))

/** The view that has all records of a collection. */
export const viewNames = Object.fromEntries(
  wholeViews.map(([name, { of }]) => [of, name]),
) as Record<CollectionName, ViewName>

/** The path of a record below /v1, by its id. */
export const recordPath = (name: CollectionName, id: string): string => `${viewNames[name]}/${id}`

/** The path of a record, as a curator wrote it or as it is served. */
export const pathOf = (name: CollectionName, record: unknown): string =>
  recordPath(name, collection(name).key(record as never))

/** The collections that text search looks in, by the name of their path. */
export const searchedCollections: Record<string, CollectionName> = Object.fromEntries(
  wholeViews.filter(([, { of }]) => collection(of).text).map(([name, { of }]) => [name, of]),
)
