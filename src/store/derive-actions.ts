import type { z } from 'zod'
import type { Action, EffectSeed } from '../model/action.ts'
import type { Actor } from '../model/actor.ts'
import { type DateSeed, type EventDate, lagDays, toEventDate } from '../model/dates.ts'
import type { Region } from '../model/region.ts'
import { kindOfType } from '../model/vocabulary.ts'
import type { Seed } from './seed.ts'

const untimed = new Set(['part-of', 'reports'])

/** The records that an action names, by id or code. */
export type Names = {
  actors: Map<string, Actor>
  regions: Map<string, Region>
  dates: Map<string, EventDate>
}

/** Every field of a record, the optional ones too, so that none is forgotten. */
type Whole<T> = { [K in keyof Required<T>]: T[K] }

/** The actor that a curator wrote, without its claims. */
export function toActor({ claims: _, ...actor }: Seed['actors'][number]['value']): Whole<Actor> {
  const { id, kind, name, names, sector, region, affiliations, identifiers } = actor
  return { id, kind, name, names, sector, region, affiliations, identifiers }
}

const toOptionalDate = (date: DateSeed | null): EventDate | null => date && toEventDate(date)

/** The effect that a curator wrote, its dates completed. */
export const toEffect = (effect: z.output<typeof EffectSeed>): Action['effect'] => ({
  ...effect,
  from: toOptionalDate(effect.from),
  until: toOptionalDate(effect.until),
})

/** The action that a curator wrote, with what follows from it and from others; without its claims. */
export function toAction(
  seed: Seed['actions'][number]['value'],
  names: Names,
): Omit<Action, 'sources'> {
  return {
    id: seed.id,
    title: seed.title,
    summary: seed.summary,
    kind: kindOfType(seed.type),
    type: seed.type,
    date: toEventDate(seed.date),
    planned: seed.planned,
    due: toOptionalDate(seed.due),
    effect: seed.effect && toEffect(seed.effect),
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
