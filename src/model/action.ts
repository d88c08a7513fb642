import { z } from 'zod'
import { ClaimSeed } from './claim.ts'
import { DateSeed, EventDate, Lag } from './dates.ts'
import { Sources } from './evidence.ts'
import { MatterEntry } from './matter.ts'
import { RegionEntry } from './region.ts'
import { ShortText, Slug, Text } from './text.ts'
import { code } from './vocabulary.ts'

const Bound = z.number().nullable()

const Count = z
  .object({
    low: Bound.describe('At least'),
    best: Bound.describe('As many as the source says'),
    high: Bound.describe('At most'),
  })
  .meta({ id: 'ActorCount' })

const ActorEntry = z
  .object({
    id: Slug.nullable().describe('The actor; null for one without a name'),
    key: Slug.optional().describe('Tells unnamed actors of one action apart'),
    kind: code('actor-kind').describe('Kind of actor'),
    name: Text.nullable().describe('Its name; null if it is not known'),
    role: code('actor-role').describe('Its part in the action'),
    count: Count.optional().describe('How many actors the entry stands for'),
    as_reported: Text.optional().describe("The source's own short term"),
  })
  .meta({ id: 'ActorEntry' })
export type ActorEntry = z.output<typeof ActorEntry>

const Duration = z.string().regex(/^P(?:\d+[YMWD])+$/)

const Amount = z
  .object({
    quantity: code('quantity').describe('The quantity that is counted or measured'),
    low: Bound.describe('Lower bound; null if none is known'),
    best: Bound.describe('The figure; null if only a bound is known'),
    high: Bound.describe('Upper bound; null if none is known'),
    low_exclusive: z.boolean().optional().describe('True if it is more than low'),
    high_exclusive: z.boolean().optional().describe('True if it is less than high'),
    unit: code('unit').describe('UCUM unit or ISO 4217 currency'),
    per: Duration.optional().describe('ISO 8601 duration that the amount is for'),
    modality: code('modality').describe(
      'Whether it was measured, estimated, expected, sought or imposed',
    ),
    approximate: z.boolean().describe('True if the source says “about”'),
    as_reported: Text.describe("The source's own short term"),
  })
  .meta({ id: 'Amount' })

const Detail = z
  .object({
    aspect: code('aspect').describe('Aspect of the action'),
    text: Text.describe('In the words of this dataset'),
  })
  .meta({ id: 'Detail' })

const Link = z
  .object({
    type: code('link-type').describe('How this action relates to the other'),
    action: Slug.describe('The other action'),
    basis: code('link-basis').describe('Who says so'),
    lag_days: Lag.nullable().describe('Days since the other action; null for part-of and reports'),
  })
  .meta({ id: 'Link' })

const Effect = z
  .object({
    from: EventDate.nullable().describe('First day of force'),
    until: EventDate.nullable().describe('Last day of force'),
    until_by: Slug.optional().describe('The action that ended it'),
  })
  .meta({ id: 'Effect' })

export const Action = z
  .object({
    id: Slug.describe('Stable id'),
    title: ShortText.describe('Doer, deed, object and place'),
    summary: Text.describe('The event in the words of this dataset'),
    kind: code('action-kind').describe('Kind of action, which follows from its type'),
    type: code('action-type').describe('Type of action'),
    matters: z.array(MatterEntry).describe('The rules and cases that it is a step of'),
    date: EventDate.describe('When it was done or announced, or the period of a figure'),
    planned: z.boolean().describe('True if it was only planned when it was reported'),
    due: EventDate.nullable().describe(
      'The date that it is planned for, or by which it wants something done',
    ),
    effect: Effect.nullable().describe('When it has force; null if nothing is known'),
    actors: z.array(ActorEntry).describe('Participants, one entry for each role'),
    regions: z.array(RegionEntry).describe('Regions concerned'),
    activities: z.array(code('activity')).describe('Activities concerned'),
    amounts: z.array(Amount).describe('Amounts, counts and shares'),
    details: z.array(Detail).describe('Further facts by aspect'),
    links: z.array(Link).describe('Relations to other actions'),
    sources: Sources,
  })
  .meta({ id: 'Action', description: 'An event: something that somebody did, said or suffered.' })
export type Action = z.output<typeof Action>

const NamedEntry = ActorEntry.pick({ role: true, as_reported: true }).extend({ id: Slug }).strict()
const UnnamedEntry = ActorEntry.omit({ id: true, name: true })
  .extend({ key: Slug, count: Count.strict().optional() })
  .strict()

/** An effect as a curator writes it. */
export const EffectSeed = z
  .strictObject({
    from: DateSeed.nullable().default(null),
    until: DateSeed.nullable().default(null),
    until_by: Slug.optional(),
  })
  .refine(({ from, until }) => from !== null || until !== null, {
    message: 'says neither from when nor until when; leave the effect out',
  })
  .refine(({ until, until_by }) => until !== null || until_by === undefined, {
    path: ['until'],
    message: 'is missing, though until_by names the action that ended it',
  })

/** An action as a curator writes it: what can be derived is left out. */
export const ActionSeed = z.strictObject({
  ...Action.omit({ kind: true, sources: true }).shape,
  matters: z.array(MatterEntry.pick({ id: true, stage: true }).strict()).default([]),
  date: DateSeed,
  planned: z.boolean().default(false),
  due: DateSeed.nullable().default(null),
  effect: EffectSeed.nullable().default(null),
  actors: z.array(z.union([NamedEntry, UnnamedEntry])).default([]),
  regions: z.array(RegionEntry.omit({ name: true }).strict()).default([]),
  activities: z.array(code('activity')).default([]),
  amounts: z.array(Amount.strict()).default([]),
  details: z.array(Detail.strict()).default([]),
  links: z.array(Link.omit({ lag_days: true }).strict()).default([]),
  claims: z.array(ClaimSeed).min(1),
})
export type ActionSeed = z.output<typeof ActionSeed>
