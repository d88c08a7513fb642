import type { Claim } from '../model/claim.ts'
import { type CollectionName, collection, releasedNames } from '../model/collections.ts'
import { type Bounds, compareDated, toEventDate } from '../model/dates.ts'
import { type Names, toAction, toActor } from './derive-actions.ts'
import { deriveClaims, toSources } from './derive-claims.ts'
import { type History, historyOf, type Released } from './history.ts'
import type { Seed } from './seed.ts'

/** Every record that is served, by collection. */
export type Records = Record<CollectionName, unknown[]>

/** All that a dataset is built from: its records, each collection in the order of its rows, and its history. */
export type Derived = {
  records: Records
  claimsOn: (record: string) => Claim[]
  history: History
}

/** What is served, derived from a seed that has been checked. */
export function derive(seed: Seed): Derived {
  const released = deriveReleased(seed)
  const history = historyOf(seed, released)
  const { releases, changes } = history
  const claims = byRecord(released.claims as Claim[])
  return {
    records: { ...inOrder(released), releases, changes },
    claimsOn: record => claims.get(record) as Claim[],
    history,
  }
}

function deriveReleased(seed: Seed): Released {
  const regions = seed.regions.map(({ value: { claims: _, ...region } }) => region)
  const actors = seed.actors.map(({ value }) => toActor(value))
  const documents = seed.documents.map(({ value: { claims: _, ...document } }) => ({
    ...document,
    published: document.published && toEventDate(document.published),
  }))
  const names: Names = {
    actors: new Map(actors.map(actor => [actor.id, actor])),
    regions: new Map(regions.map(region => [region.code, region])),
    dates: new Map(seed.actions.map(({ value }) => [value.id, toEventDate(value.date)])),
  }
  const bare = seed.actions.map(({ value }) => toAction(value, names))
  const claims = deriveClaims(seed, { actions: bare, actors, regions, documents })
  const claimsOn = byRecord(claims)
  const actions = bare.map(action => ({
    ...action,
    sources: toSources(claimsOn.get(`actions/${action.id}`) as Claim[]),
  }))
  return { actions, actors, regions, documents, claims, terms: seed.terms }
}

const byRecord = (claims: Claim[]) => Map.groupBy(claims, ({ record }) => record)

function inOrder(records: Released): Released {
  const sorted = releasedNames.map(name => {
    const { key, date } = collection(name)
    const rows = records[name].map(record => ({
      record,
      id: key(record as never),
      ...dayBounds(date?.(record as never) ?? null),
    }))
    return [name, rows.sort(compareDated).map(({ record }) => record)]
  })
  return Object.fromEntries(sorted) as Released
}

const dayBounds = (date: Bounds | null) => ({
  earliest: date?.earliest ?? null,
  latest: date?.latest ?? null,
})
