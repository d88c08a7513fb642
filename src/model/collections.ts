import type { z } from 'zod'
import { Action } from './action.ts'
import { actionFilters } from './action-filters.ts'
import { Actor } from './actor.ts'
import { Claim } from './claim.ts'
import { type Bounds, bounds, dayNumber } from './dates.ts'
import { SourceDocument } from './document.ts'
import type { Filter, World } from './filter.ts'
import * as filters from './filters.ts'
import {
  type Certainty,
  certainties,
  confirmedOn,
  forceOf,
  forceSpan,
  joinEvidence,
  joinedTimes,
  licenceForce,
  type Span,
} from './force.ts'
import { Licence, suspensionOf } from './licence.ts'
import { Case, type Matter, Rule } from './matter.ts'
import { Region } from './region.ts'
import { Change, ReleaseSummary } from './release.ts'
import { Term } from './vocabulary.ts'

/** What full-text search reads of a record. A title that is only a path does not count as one in the ranking. */
export type SearchText = { title: string; names?: string[]; body?: string; isPath?: boolean }

/** A kind of record: its schema, its key, its filters and its order. */
export type Collection<R = unknown> = Traits<R> & {
  schema: z.ZodObject
  key(record: R): string
  filters: Filter<R>[]
}

/** Spans of days by their names. */
export type Spans = Record<string, Span | null | undefined>

/** A time of force: its activities and places, its days by how certain they are, and the last that is confirmed. */
export type ForceTime = {
  activities: string[]
  /** Whether its activities are not stated. */
  isUnstated: boolean
  regions: string[]
  planned: boolean
  spans: Partial<Record<Certainty, Span>>
  confirmed: string | null
}

type Traits<R> = {
  /** The date that orders the records; absent where the key does. */
  date?(record: R): Bounds | null
  /** Other spans of days that a record may have: all their names, and those that a record has. */
  spans?: {
    names: string[]
    of(record: R, world: World): Spans
  }
  /** Its times of force, if it has several, each with activities and places of its own. */
  times?(record: R, world: World): ForceTime[]
  /** The text that full-text search reads; absent where search leaves the collection out. */
  text?(record: R): SearchText
  /** Whether its list takes `q`. */
  searchable?: boolean
}

/** A collection of the records of a schema; `key` is the field that tells them apart. */
const define = <S extends z.ZodObject>(
  schema: S,
  key: keyof z.output<S>,
  filters: Filter<z.output<S>>[],
  traits: Traits<z.output<S>>,
) => ({ schema, key: (record: z.output<S>) => String(record[key]), filters, ...traits })

const lines = (...parts: (string | undefined)[]): string => parts.map(part => part ?? '').join('\n')

const onDay = (day: string | null): Bounds => ({ earliest: day, latest: day })

/** A place in the order of the releases, as a day. */
const onRank = (rank: number): Span => [rank, rank]

const untilDay = (day: string | null): Span | null =>
  day === null ? null : [-Infinity, dayNumber(day)]

const reported = ({ actors, amounts }: Action): string[] =>
  [...actors, ...amounts].flatMap(({ as_reported }) => as_reported ?? [])

/** The spans of days of an action: of its other dates, of its place in the order of the releases, of its force. */
function actionSpans({ id, due, effect, planned }: Action, world: World): Spans {
  const spans = { due: due && bounds(due), added: onRank(world.addedBy(`actions/${id}`)) }
  if (!effect) return spans
  const { from, until } = effect
  const evidence = world.forceEvidence(id)
  const force = Object.entries(forceOf({ from, until, planned }, evidence))
  return {
    ...spans,
    effect_from: from && bounds(from),
    effect_until: until && bounds(until),
    confirmed: untilDay(confirmedOn(effect, evidence)),
    ...Object.fromEntries(force.map(([name, span]) => [forceSpan(name), span])),
  }
}

const matterTraits: Traits<Matter> = {
  times: ({ in_force, steps }, world) =>
    in_force.map(time => {
      const planned = steps.some(({ action, planned }) => planned && time.actions.includes(action))
      const evidence = joinEvidence(time.actions.map(world.forceEvidence))
      const spans = forceOf({ ...time, planned }, evidence)
      const isUnstated = time.activities.length === 0
      return { ...time, isUnstated, planned, spans, confirmed: confirmedOn(time, evidence) }
    }),
  searchable: true,
  text: ({ title, numbers, steps }) => ({
    title,
    names: numbers.map(({ value }) => value),
    body: lines(...steps.map(step => step.title)),
  }),
}

/** Every kind of record, in the order in which their rows are numbered. */
const collections = {
  actions: define(Action, 'id', actionFilters, {
    date: ({ date }) => date,
    spans: {
      names: [
        ...['due', 'effect_from', 'effect_until', 'added', 'confirmed'],
        ...certainties.map(forceSpan),
      ],
      of: actionSpans,
    },
    searchable: true,
    text: action => ({
      title: action.title,
      names: action.actors.flatMap(({ name }) => name ?? []),
      body: lines(action.summary, ...action.details.map(({ text }) => text), ...reported(action)),
    }),
  }),
  rules: define(Rule, 'id', filters.rules, matterTraits),
  cases: define(Case, 'id', filters.cases, matterTraits),
  licences: define(Licence, 'id', filters.licences, {
    date: ({ granted }) => granted,
    spans: {
      names: ['suspension'],
      of: licence => ({ suspension: suspensionOf(licence) }),
    },
    times: ({ in_force }) =>
      joinedTimes(in_force).map(time => ({
        ...time,
        planned: false,
        spans: licenceForce(time),
        confirmed: time.last_listed,
      })),
    searchable: true,
    text: ({ title, holder, numbers, websites }) => ({
      title,
      names: [holder.name, ...holder.names_before, ...numbers.map(({ value }) => value)],
      body: lines(holder.lei, ...websites),
    }),
  }),
  actors: define(Actor, 'id', filters.actors, {
    searchable: true,
    text: ({ name, names }) => ({ title: name, names: names.map(({ name }) => name) }),
  }),
  regions: define(Region, 'code', filters.regions, {
    text: ({ name, code }) => ({ title: name, names: [code] }),
  }),
  documents: define(SourceDocument, 'id', filters.documents, {
    date: ({ published }) => published,
    text: ({ title, publisher, author, note }) => ({ title, body: lines(publisher, author, note) }),
  }),
  claims: define(Claim, 'id', filters.claims, {
    text: ({ field, as_reported, note }) => ({
      title: field,
      body: lines(field, as_reported, note),
      isPath: true,
    }),
  }),
  terms: define(Term, 'id', filters.terms, {
    text: ({ label, definition, includes, excludes }) => ({
      title: label,
      body: lines(definition, includes, excludes),
    }),
  }),
  releases: define(ReleaseSummary, 'version', [], { date: ({ date }) => onDay(date) }),
  changes: define(Change, 'id', filters.changes, { date: ({ date }) => onDay(date) }),
}
export type CollectionName = keyof typeof collections

/** The records of each collection, in the order of their rows. */
export type Records = { [N in CollectionName]: z.output<(typeof collections)[N]['schema']>[] }

export const collectionNames = Object.keys(collections) as CollectionName[]

/** The collections that a release is made of; the others describe releases. */
export const releasedNames = collectionNames.filter(
  name => name !== 'releases' && name !== 'changes',
)

export const collection = (name: CollectionName): Collection => collections[name]

/** The path below /v1 where the whole of a collection is listed. */
export const listPath = (name: CollectionName): string => (name === 'terms' ? 'vocabulary' : name)

/** The path of a record below /v1, by its id. */
export const recordPath = (name: CollectionName, id: string): string => `${listPath(name)}/${id}`

/** The id in the path of a record. */
export const idOf = (path: string): string => path.slice(path.indexOf('/') + 1)

/** The collection and the id in a path; undefined if it is not below the path of a list. */
export function locate(path: string): { name: CollectionName; id: string } | undefined {
  const list = path.slice(0, path.length - idOf(path).length - 1)
  const name = collectionNames.find(name => listPath(name) === list)
  return name && { name, id: idOf(path) }
}

/** The path of a record, as a curator wrote it or as it is served. */
export const pathOf = (name: CollectionName, record: unknown): string =>
  recordPath(name, collection(name).key(record))
