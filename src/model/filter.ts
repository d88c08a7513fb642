/** What the keys of a record may depend on beside the record. */
export type World = {
  /** The region itself and all above it. */
  upwards: (code: string) => string[]
  /** The documents with a claim on a record. */
  documents: (record: string) => string[]
  /** Whether documents disagree about a record. */
  isDisputed: (record: string) => boolean
  /** The last day by which a document that supports a field of a record was surely published; null where none has a date. */
  lastStated: (record: string, field: string) => string | null
  /** The releases before a given one, and the beginning. */
  releasesBefore: (version: string) => string[]
  /** The paths that a record has had since, one after the other: of what it was renamed to or merged into. */
  heirs: (record: string) => string[]
  /** The release that last changed a record; undefined where there has been none. */
  lastChanged: (record: string) => string | undefined
}

/** What the values of a filter are, which decides how they are checked and resolved. */
export type Takes =
  | { scheme: string }
  | { actor: string | null }
  | { region: true }
  | { id: string }
  | { known: true }
  | { record: true }
  | { flag: true }
  | { release: true }

/** Whether a filter takes one value and has no `not_` twin: true or false, or a release. */
export const isSingle = (takes: Takes): boolean => 'flag' in takes || 'release' in takes

/** A list filter: any of its values; its `not_` twin: none of them. Some take a single value: see isSingle. */
export type Filter<R = never> = {
  name: string
  takes: Takes
  describe: string
  example: string
  /** How the filter reads in a sentence, before its values. */
  reads: string
  /** Filters that must hold on the same entry as this one. */
  qualifiers?: string[]
  /** For a qualifier: how it reads behind the filter that it holds with. */
  readsBehind?: string
  /** The keys of the sets that hold a record; absent where the value is the id of the record itself, or of the one that it is about. */
  keys?: (record: R, world: World) => string[]
}

/** The key of a value whose entry has these qualifiers, in the order of the filter's list. */
export const qualifiedKey = (value: string, qualifiers: [string, string][]): string =>
  [value, ...qualifiers.map(pair => pair.join('='))].join(' ')

/** A value's keys for each choice among the qualifiers that hold of its entry. */
export function everyKey(value: string, qualifiers: [string, string][]): string[] {
  let chosen: [string, string][][] = [[]]
  for (const qualifier of qualifiers) chosen = chosen.flatMap(some => [some, [...some, qualifier]])
  return chosen.map(some => qualifiedKey(value, some))
}
