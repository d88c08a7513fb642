import type { Action } from '../model/action.ts'
import type { Actor } from '../model/actor.ts'
import type { Claim, ClaimSeed } from '../model/claim.ts'
import { type CollectionName, collection, collectionNames } from '../model/collections.ts'
import { compareDated, DateSeed, type EventDate, lagDays, toEventDate } from '../model/dates.ts'
import { type ClaimedCollection, claimable } from '../model/fields.ts'
import type { Region } from '../model/region.ts'
import { kindOfType } from '../model/vocabulary.ts'
import type { Seed } from './seed.ts'

export type Records = Record<CollectionName, unknown[]>

const untimed = new Set(['part-of', 'reports'])

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

type Names = {
  actors: Map<string, Actor>
  regions: Map<string, Region>
  dates: Map<string, EventDate>
}

function toActor({ claims: _, ...actor }: Seed['actors'][number]['value']): Actor {
  const { id, name, names, sector, region, affiliations, identifiers } = actor
  return {
    id,
    kind: actor.kind as Actor['kind'],
    name,
    names,
    sector,
    region,
    affiliations,
    identifiers,
  }
}

const toOptionalDate = (date: DateSeed | null): EventDate | null => date && toEventDate(date)

function toAction(seed: Seed['actions'][number]['value'], names: Names): Omit<Action, 'sources'> {
  const { effect } = seed
  return {
    id: seed.id,
    title: seed.title,
    summary: seed.summary,
    kind: kindOfType(seed.type),
    type: seed.type,
    date: toEventDate(seed.date),
    planned: seed.planned,
    due: toOptionalDate(seed.due),
    effect: effect && {
      ...effect,
      from: toOptionalDate(effect.from),
      until: toOptionalDate(effect.until),
    },
    actors: seed.actors.map(entry => toActorEntry(entry, names)),
    regions: seed.regions.map(({ code, role }) => ({
      code,
      name: (names.regions.get(code) as Region).name,
      role,
    })),
    activities: seed.activities,
    amounts: seed.amounts,
    details: seed.details,
    links: seed.links.map(link => ({ ...link, lag_days: toLag(seed.id, link, names) })),
  }
}

function toActorEntry(
  entry: Seed['actions'][number]['value']['actors'][number],
  { actors }: Names,
): Action['actors'][number] {
  if (!('id' in entry)) {
    const { key, kind, ...rest } = entry
    return { id: null, key, kind, name: null, ...rest }
  }
  const { kind, name } = actors.get(entry.id) as Actor
  const { id, role, as_reported } = entry
  return { id, kind, name, role, ...(as_reported === undefined ? {} : { as_reported }) }
}

function toLag(id: string, link: { type: string; action: string }, { dates }: Names) {
  if (untimed.has(link.type)) return null
  return lagDays(dates.get(id) as EventDate, dates.get(link.action) as EventDate)
}

const counted = new Set(['accepted', 'consistent'])

function toSources(claims: Claim[]): Action['sources'] {
  const support = claims.filter(({ status }) => counted.has(status))
  return {
    claims: support.length,
    documents: new Set(support.map(({ document }) => document)).size,
    origins: new Set(support.map(({ origin }) => origin)).size,
    conflicts: [
      ...new Set(claims.filter(({ status }) => status === 'rival').map(({ field }) => field)),
    ],
  }
}

/** The id of a claim: the record, the field and its number among the claims on that field. */
export function claimIds(record: string, claims: Pick<ClaimSeed, 'field'>[]): string[] {
  const seen = new Map<string, number>()
  return claims.map(({ field }) => {
    const number = (seen.get(field) ?? 0) + 1
    seen.set(field, number)
    return `${record}.${field}.${number}`
  })
}

/** A claim id as written in `rests_on`: whole, or from the dot on where the record is the claim's own. */
export const fullClaimId = (record: string, id: string): string =>
  id.startsWith('.') ? record + id : id

type Claimed = { [name in ClaimedCollection]: unknown[] }

function deriveClaims(seed: Seed, records: Claimed): Claim[] {
  const origins = new Map(seed.documents.map(({ value }) => [value.id, value.origin]))
  return (Object.keys(records) as ClaimedCollection[]).flatMap(name =>
    seed[name].flatMap(({ value: { claims } }, index) => {
      const record = records[name][index]
      const path = `${name}/${collection(name).key(record as never)}`
      const ids = claimIds(path, claims)
      const fields = claimable(name, record)
      return claims.map((claim, i) => {
        const shown = claim.status === 'accepted' ? fields.get(claim.field)?.value : toValue(claim)
        return toClaim(claim, {
          id: ids[i] as string,
          record: path,
          shown,
          origin: origins.get(claim.document) as string,
        })
      })
    }),
  )
}

type Derived = { id: string; record: string; shown: unknown; origin: string }

function toClaim(claim: ClaimSeed, { id, record, shown, origin }: Derived): Claim {
  const { field, document, as_reported, start, end, sha256, status, basis, rule, note } = claim
  return {
    id,
    record,
    field,
    value: shown ?? null,
    as_reported,
    document,
    origin: claim.origin ?? origin,
    start: start ?? null,
    end: end ?? null,
    sha256: sha256 ?? null,
    status,
    basis,
    rests_on: claim.rests_on.map(other => fullClaimId(record, other)),
    rule,
    note,
  }
}

const dateFields = new Set(['date', 'due', 'published'])

/** The value of a claim that is not accepted, its dates completed as in a record. Throws a ZodError where one is no date. */
export function toValue({ field, value }: Pick<ClaimSeed, 'field' | 'value'>): unknown {
  if (value === null || value === undefined) return null
  if (dateFields.has(field)) return toEventDate(DateSeed.parse(value))
  if (field !== 'effect') return value
  const { from = null, until = null } = value as { from?: unknown; until?: unknown }
  return {
    from: from && toEventDate(DateSeed.parse(from)),
    until: until && toEventDate(DateSeed.parse(until)),
  }
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
