/** What the keys of a record may depend on beside the record. */
export type World = {
  /** The region itself and all above it. */
  upwards: (code: string) => string[]
  /** The documents with a claim on a record. */
  documents: (record: string) => string[]
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

/** A list filter: any of its values; its `not_` twin: none of them. A flag takes true or false and has no twin. */
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
  /** The keys of the sets that hold a record; absent where the value is the record's own id. */
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
