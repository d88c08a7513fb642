import { z } from 'zod'
import { ClaimSeed } from './claim.ts'
import { DateSeed, EventDate } from './dates.ts'
import { Support } from './evidence.ts'
import { RegionCode } from './region.ts'
import { Slug, Text } from './text.ts'
import { code } from './vocabulary.ts'

const Bound = z.number().nullable()

const Count = z.object({
  low: Bound.describe('At least'),
  best: Bound.describe('As many as the source says'),
  high: Bound.describe('At most'),
})

const ActorEntry = z.object({
  id: Slug.nullable().describe('The actor; null for a doer without a name'),
  key: Slug.optional().describe(
    'For a doer without a name: what tells it from others in this action',
  ),
  kind: code('actor-kind').describe('What it is'),
  name: Text.nullable().describe('Its name; null for a doer without one'),
  role: code('actor-role').describe('Its part in the action'),
  count: Count.optional().describe('How many they are, where they are many'),
  as_reported: Text.optional().describe("The source's own short term"),
})
export type ActorEntry = z.output<typeof ActorEntry>

const RegionEntry = z.object({
  code: RegionCode.describe('The region'),
  name: Text.describe('Its name'),
  role: code('region-role').describe('Its part in the action'),
})

const Amount = z.object({
  quantity: code('quantity').describe('What is counted or measured'),
  low: Bound.describe('Lower bound; null where none is known'),
  best: Bound.describe('The figure; null where only a bound is known'),
  high: Bound.describe('Upper bound; null where none is known'),
  low_exclusive: z.boolean().optional().describe('True if it is more than low'),
  high_exclusive: z.boolean().optional().describe('True if it is less than high'),
  unit: code('unit').describe('UCUM unit or ISO 4217 currency'),
  per: z
    .string()
    .regex(/^P(?:\d+[YMWD])+$/)
    .optional()
    .describe('ISO 8601 duration that it is for'),
  modality: code('modality').describe('Measured, estimated or expected'),
  approximate: z.boolean().describe('True if the source says about'),
  as_reported: Text.describe("The source's own short term"),
})

const Detail = z.object({
  aspect: code('aspect').describe('What it is about'),
  text: Text.describe('In the words of this dataset'),
})

const Lag = z.number().nullable()

const Link = z.object({
  type: code('link-type').describe('How this action relates to the other'),
  action: Slug.describe('The other action'),
  basis: code('link-basis').describe('Who says so'),
  lag_days: z
    .tuple([Lag, Lag])
    .nullable()
    .describe(
      'Days from the other action to this one, [min, max]; an open end is null; null for part-of and reports',
    ),
})

const Effect = z.object({
  from: EventDate.nullable().describe('Since when it has force'),
  until: EventDate.nullable().describe('Last day of force'),
  until_by: Slug.optional().describe('The action that ended it'),
})

const Sources = Support.extend({
  conflicts: z.array(z.string()).describe('Fields in dispute'),
})

export const Action = z
  .object({
    id: Slug.describe('Stable id'),
    title: Text.describe('Who did what'),
    summary: Text.describe('What happened, in the words of this dataset'),
    kind: code('action-kind').describe('Follows from type'),
    type: code('action-type').describe('What was done'),
    date: EventDate.describe(
      'When it was done or announced; for a figure the period that it describes',
    ),
    planned: z.boolean().describe('True if the source speaks of something not yet done'),
    due: EventDate.nullable().describe('The date that it is planned for'),
    effect: Effect.nullable().describe('When it has force; null where nothing is known'),
    actors: z.array(ActorEntry).describe('Who took part, once a role'),
    regions: z.array(RegionEntry).describe('Where'),
    activities: z.array(code('activity')).describe('What it concerns'),
    amounts: z.array(Amount).describe('How much'),
    details: z.array(Detail).describe('What has no field of its own'),
    links: z.array(Link).describe('Other actions that it relates to'),
    sources: Sources.describe('How well it is supported'),
  })
  .meta({ id: 'Action', description: 'What somebody did, said or suffered: the event.' })
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
  date: DateSeed,
  planned: z.boolean().default(false),
  due: DateSeed.nullable().default(null),
  effect: EffectSeed.nullable().default(null),
  actors: z.array(z.union([NamedEntry, UnnamedEntry])).default([]),
  regions: z.array(RegionEntry.omit({ name: true }).strict()).default([]),
  activities: z.array(code('activity')).min(1),
  amounts: z.array(Amount.strict()).default([]),
  details: z.array(Detail.strict()).default([]),
  links: z.array(Link.omit({ lag_days: true }).strict()).default([]),
  claims: z.array(ClaimSeed).min(1),
})
export type ActionSeed = z.output<typeof ActionSeed>
