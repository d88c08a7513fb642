import type { z } from 'zod'
import type { Action, ActionSeed, ActorEntry, EffectSeed } from '../../model/action.ts'
import type { Actor } from '../../model/actor.ts'
import { type DateSeed, type EventDate, lagDays, toEventDate } from '../../model/dates.ts'
import type { MatterSeed } from '../../model/matter.ts'
import type { Place } from '../../model/region.ts'
import { kindOfType } from '../../model/vocabulary.ts'
import { withNames } from './places.ts'

/** The records that actions name, by id or code. */
export type Named = {
  actors: Map<string, Actor>
  regions: Map<string, Place>
  matters: Map<string, Pick<MatterSeed, 'kind' | 'title'>>
  dates: Map<string, EventDate>
}

export const toOptionalDate = (date: DateSeed | null): EventDate | null => date && toEventDate(date)

/** An effect with its dates completed. */
export const toEffect = (effect: z.output<typeof EffectSeed>): Action['effect'] => ({
  ...effect,
  from: toOptionalDate(effect.from),
  until: toOptionalDate(effect.until),
})

/** An action with the values that follow from it and from other records; its fields are in the order in which they are served. */
export function toAction(seed: ActionSeed, named: Named): Omit<Action, 'sources'> {
  const { claims: _, id, title, summary, ...rest } = seed
  return {
    id,
    title,
    summary,
    kind: kindOfType(seed.type),
    ...rest,
    matters: seed.matters.map(({ id, stage }) => {
      const { kind, title } = named.matters.get(id)!
      return { id, kind, title, ...(stage === undefined ? {} : { stage }) }
    }),
    date: toEventDate(seed.date),
    due: toOptionalDate(seed.due),
    effect: seed.effect && toEffect(seed.effect),
    actors: seed.actors.map(entry => toActorEntry(entry, named)),
    regions: withNames(seed.regions, named.regions),
    links: seed.links.map(link => ({ ...link, lag_days: toLag(id, link, named) })),
  }
}

function toActorEntry(entry: ActionSeed['actors'][number], { actors }: Named): ActorEntry {
  if (!('id' in entry)) {
    const { key, kind, ...rest } = entry
    return { id: null, key, kind, name: null, ...rest }
  }
  const { id, ...rest } = entry
  const { kind, name } = actors.get(id)!
  return { id, kind, name, ...rest }
}

const untimed = new Set(['part-of', 'reports'])

function toLag(id: string, { type, action }: ActionSeed['links'][number], { dates }: Named) {
  if (untimed.has(type)) return null
  return lagDays(dates.get(id)!, dates.get(action)!)
}
