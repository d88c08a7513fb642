import { type CollectionName, collection, collectionNames } from '../model/collections.ts'
import { compareDated, type EventDate, toEventDate } from '../model/dates.ts'
import { type Names, toAction, toActor } from './derive-actions.ts'
import { deriveClaims, toSources } from './derive-claims.ts'
import type { Seed } from './seed.ts'

/** Every record that is served, by collection. */
export type Records = Record<CollectionName, unknown[]>

/** The records that are served, derived from a seed that has been checked. Each collection is in the order of its rows. */
export function deriveRecords(seed: Seed): Records {
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
  const byRecord = Map.groupBy(claims, claim => claim.record)
  const actions = bare.map(action => ({
    ...action,
    sources: toSources(byRecord.get(`actions/${action.id}`) ?? []),
  }))
  return inOrder({ actions, actors, regions, documents, claims, terms: seed.terms })
}

function inOrder(records: Records): Records {
  const sorted = collectionNames.map(name => {
    const { key, date } = collection(name)
    const rows = records[name].map(record => ({
      record,
      id: key(record as never),
      ...dayBounds(date?.(record as never) ?? null),
    }))
    return [name, rows.sort(compareDated).map(({ record }) => record)]
  })
  return Object.fromEntries(sorted)
}

const dayBounds = (date: EventDate | null) => ({
  earliest: date?.earliest ?? null,
  latest: date?.latest ?? null,
})
