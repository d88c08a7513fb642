import type { z } from 'zod'
import { Action } from './action.ts'
import { actionFilters } from './action-filters.ts'
import { Actor } from './actor.ts'
import { Claim } from './claim.ts'
import type { EventDate } from './dates.ts'
import { SourceDocument } from './document.ts'
import type { Filter } from './filter.ts'
import {
  actorFilters,
  claimFilters,
  documentFilters,
  regionFilters,
  termFilters,
} from './filters.ts'
import { Region } from './region.ts'
import { Term } from './vocabulary.ts'

/** What full-text search reads of a record. A title that is only a path does not count as one in the ranking. */
export type SearchText = { title: string; names?: string[]; body?: string; isPath?: boolean }

/** A kind of record: its schema, its key, how it is found and in what order it stands. */
export type Collection<R = never> = {
  schema: z.ZodObject
  key: (record: R) => string
  filters: Filter<R>[]
  /** The date that orders the records; absent where the key does. */
  date?: (record: R) => EventDate | null
  text: (record: R) => SearchText
  searchable: boolean
}

const actions: Collection<Action> = {
  schema: Action,
  key: action => action.id,
  filters: actionFilters,
  date: action => action.date,
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

/** Every kind of record, in the order in which their rows are numbered. */
export const collections = { actions, actors, regions, documents, claims, terms }
export type CollectionName = keyof typeof collections
export const collectionNames = Object.keys(collections) as CollectionName[]

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
} satisfies Record<string, View>
export type ViewName = keyof typeof views
export const view = (name: ViewName): View => views[name]

/** The filters of a view: those of its collection but for the one that it fixes. */
export const filtersOf = (name: ViewName): Filter<unknown>[] =>
  collection(view(name).of).filters.filter(filter => filter.name !== view(name).where?.filter)
