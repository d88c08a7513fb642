import type { Bounds } from './dates.ts'
import type { ForceEvidence } from './force.ts'

/** The data on which the keys of a record may depend beside the record. */
export type World = {
  /** The region itself and all above it at some time between two days, by default on the day of the dataset. */
  upwards: (code: string, days?: Bounds) => string[]
  /** The documents with a claim on a record. */
  documents: (record: string) => string[]
  /** The readings of registers that list a licence. */
  readings: (licence: string) => string[]
  /** The register that lists a licence; undefined where none does. */
  registerOf: (licence: string) => string | undefined
  /** Whether documents disagree about a record. */
  isDisputed: (record: string) => boolean
  /** Whether an official document states the date of a record, and how many origins do. */
  dateSources: (record: string) => { isOfficial: boolean; origins: number }
  /** How documents support the time of force of an action. */
  forceEvidence: (action: string) => ForceEvidence
  /** The actors of the steps of a rule or case. */
  actorsOn: (matter: string) => string[]
  /** The releases before a given one, and the beginning. */
  releasesBefore: (version: string) => string[]
  /** The paths that a record has had since, one after the other: of what it was renamed to or merged into. */
  heirs: (record: string) => string[]
  /** The place of the release that added a record, in the order of the releases. */
  addedBy: (record: string) => number
  /** The release that last changed a record; undefined where there has been none. */
  lastChanged: (record: string) => string | undefined
  /** The values of a filter that a record has on the list of its own, by its path; none if it is gone. */
  valuesOf: (record: string, filter: CommonFilter) => string[]
}

/** The filters that changes share with the records that changed. */
export const commonFilters = ['region', 'activity', 'kind'] as const
export type CommonFilter = (typeof commonFilters)[number]

/** The kind of a filter's values, which decides how they are checked and resolved. */
export type Takes =
  /** A code of a scheme; if it has a parent, one of the codes below that. */
  | { scheme: string; parent?: string }
  | { actor: string | null }
  /** A region; if `binding`, all whose law binds in it by itself. */
  | { region: true; binding?: true }
  | { id: readonly ('actions' | 'documents' | 'rules' | 'cases' | 'licences')[] }
  | { known: true }
  | { record: true }
  | { flag: true }
  | { release: true }

/** Whether a filter takes one value and has no `not_` twin: true or false, or a release. */
export const isSingle = (takes: Takes): boolean => 'flag' in takes || 'release' in takes

/** A list filter: any of its values; its `not_` twin: none of them. Some take a single value: see isSingle. */
export type Filter<R = unknown> = {
  name: string
  takes: Takes
  /** How the filter reads in a sentence, before its values. */
  reads: string
  example: string
  /** The values that a record has; absent where the value is the id of the record itself. */
  keys?(record: R, world: World): string[]
  describe: string
  /** Filters that must hold on the same entry as this one. */
  qualifiers?: string[]
  /** For a qualifier: how it reads behind the filter that it holds with. */
  readsBehind?: string
  /** The collection that it asks about, if that is not the one of the record: it then has no `not_` twin. */
  about?: 'licences'
}

/** The descriptions of filters that several collections have: one text, so that they share a parameter. */
export const describes = {
  regionRole:
    'Role of a region; together with region, the role of that one; of a licence jurisdiction is where it was granted',
  appliesIn:
    'Region where it applies: its own and those from above, such as of its country, a union or the world',
  activity:
    'Activity concerned or allowed, or a narrower one; together with applies_in or in_force_on, in force there and then for it',
}

type Description = Pick<Filter, 'describe' | 'qualifiers' | 'readsBehind' | 'about'>

type Keys<R> = (record: R, world: World) => string | string[] | null | undefined

/** A line in a table of filters. A text as `takes` is the name of a scheme. */
export const filter = <R>(
  name: string,
  takes: Takes | string,
  reads: string,
  example: string,
  keys: Keys<R> | undefined,
  description: string | Description,
): Filter<R> => ({
  name,
  takes: typeof takes === 'string' ? { scheme: takes } : takes,
  reads,
  example,
  ...(keys && { keys: (record, world) => [keys(record, world) ?? []].flat() }),
  ...(typeof description === 'string' ? { describe: description } : description),
})

/** The filter for features, each of which is a test of a record. */
export function featureFilter<R>(
  scheme: string,
  example: string,
  features: Record<string, (record: R, world: World) => boolean>,
): Filter<R> {
  const keys: Keys<R> = (record, world) =>
    Object.keys(features).filter(name => features[name]!(record, world))
  return filter('has', scheme, 'that have', example, keys, 'Features of the record')
}

/** The filter for what is new or different; `path`: that of a record. */
export function changedFilter<R>(path: (record: R) => string): Filter<R> {
  const keys: Keys<R> = (record, world) => {
    const release = world.lastChanged(path(record))
    return release && world.releasesBefore(release)
  }
  return filter('changed_since', { release: true }, 'changed since', '2026.11.0', keys, {
    describe:
      'Added or changed after this release, or since the first day of this year, month or day',
  })
}

/** The key of a value, or of one with qualifiers, whose entry has one more. */
export const qualifiedKey = (key: string, qualifier: string, value: string): string =>
  `${key} ${qualifier}=${value}`

/** A value's keys for each choice among the qualifiers that hold of its entry. */
export const everyKey = (value: string, qualifiers: [string, string][]): string[] =>
  qualifiers.reduce((keys, pair) => keys.flatMap(key => [key, qualifiedKey(key, ...pair)]), [value])
