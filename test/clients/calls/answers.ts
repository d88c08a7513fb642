type Maybe<T> = T | undefined
type Asked<T extends unknown[]> = () => Promise<[status: Maybe<number>, ...T]>

/** Five questions to the API. Each gives the status of its answer and some of its values. */
export type Calls = {
  list: Asked<[total: Maybe<number>, ids: Maybe<Maybe<string>[]>]>
  action: Asked<[title: Maybe<string>]>
  claim: Asked<[record: Maybe<string>, field: Maybe<string>]>
  counts: Asked<[possible: Maybe<number[]>, groups: Maybe<object[]>]>
  search: Asked<[total: Maybe<number>, records: Maybe<string[]>]>
}

/** The server and the ids to ask for, as its lists have them. */
export type Given = { address: string; action: string; claim: string }
