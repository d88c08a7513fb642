import { z } from 'zod'
import { ClaimSeed } from './claim.ts'
import { bounds, Day, dayNumber, EventDate } from './dates.ts'
import { RegionCode, RegionEntry } from './region.ts'
import { ShortText, Slug, Text, Url } from './text.ts'
import { code, codesOf, parentOf } from './vocabulary.ts'

/** Where rules and cases are listed; their ids and those of licences are different from each other. */
export const matterNames = ['rules', 'cases'] as const
export type MatterName = (typeof matterNames)[number]

export const MatterNumber = z
  .object({
    type: code('number-type').describe('Type of number'),
    value: ShortText.describe('The number as it is written'),
  })
  .meta({ id: 'MatterNumber' })

export const Step = z
  .object({
    action: Slug.describe('The action'),
    title: ShortText.describe('Its title'),
    type: code('action-type').describe('Its type'),
    stage: code('stage').optional().describe('The stage that a rule reached by it'),
    date: EventDate.describe('Its date'),
    planned: z.boolean().describe('True if it was only planned when it was reported'),
  })
  .meta({ id: 'Step' })

/** An action as a step; one that is only planned has the date for which it is planned, if there is one. */
export function stepOf({ id, title, type, planned, due, date }: Planned) {
  return { action: id, title, type, date: (planned && due) || date, planned }
}

type Planned = Pick<z.output<typeof Step>, 'title' | 'type' | 'date' | 'planned'> & {
  id: string
  due: EventDate | null
}

/** The stages by which a rule ends or pauses. */
export const ENDING = ['suspended', 'repealed', 'expired', 'withdrawn', 'rejected']

/** Whether the day of a step has surely come; of one with an open end, whether it may have. */
export function isReached({ date }: Pick<z.output<typeof Step>, 'date'>, asOf: string): boolean {
  const [first, last] = bounds(date)
  return (last === Infinity ? first : last) <= dayNumber(asOf)
}

const Entry = z
  .object({
    from: EventDate.nullable().describe('First day of force; null if it is not known'),
    until: EventDate.nullable().describe('Last day of force; null if no end is known'),
    activities: z.array(code('activity')).describe('The activities concerned'),
    regions: z.array(RegionCode).describe('Where it has force'),
    actions: z.array(Slug).describe('The steps that state it, the first one first'),
  })
  .meta({ id: 'MatterTime' })
export type Entry = z.output<typeof Entry>

const kindsOf = (view: string) =>
  z.enum(codesOf('matter-kind').filter(kind => parentOf('matter-kind', kind) === view))

const stages = [...codesOf('stage'), ...codesOf('action-type')] as const

const Status = z
  .object({
    stage: z
      .enum(stages as [string, ...string[]])
      .describe('Stage of the latest step; of a case its type'),
    since: EventDate.describe('Date of that step'),
    as_of: Day.describe('The day on which this is so'),
  })
  .meta({ id: 'MatterStatus' })

const matter = (view: string, id: string, description: string) =>
  z
    .object({
      id: Slug.describe('Stable id'),
      kind: kindsOf(view).describe('Kind of matter'),
      title: ShortText.describe('In the words of this dataset'),
      status: Status.nullable().describe('Its status; null before its first step'),
      numbers: z.array(MatterNumber).describe('Official numbers'),
      regions: z.array(RegionEntry).describe('Regions concerned'),
      activities: z.array(code('activity')).describe('The activities that its steps name'),
      in_force: z.array(Entry).describe('When and where it has force, and for which activities'),
      next: z.array(Step).describe('Steps that are still to come'),
      steps: z.array(Step).describe('All steps in the order of their dates'),
      url: Url.optional().describe('Official address'),
    })
    .meta({ id, description })

export const Rule = matter(
  'rule',
  'Rule',
  'A law or another rule, from the first draft to its end.',
)
export const Case = matter('case', 'Case', 'A case or a sanctions listing, from step to step.')
export type Matter = z.output<typeof Rule>

const seedOf = (view: string) =>
  z.strictObject({
    id: Slug,
    kind: kindsOf(view),
    title: ShortText,
    numbers: z.array(MatterNumber.strict()).default([]),
    regions: z.array(RegionEntry.omit({ name: true }).strict()).min(1),
    url: Url.optional(),
    claims: z.array(ClaimSeed).default([]),
  })

/** A rule as a curator writes it; its status, activities and steps come from the actions. */
export const RuleSeed = seedOf('rule')
/** A case as a curator writes it. */
export const CaseSeed = seedOf('case')
export type MatterSeed = z.output<typeof RuleSeed>

/** A rule or case that an action is a step of, as the action shows it. */
export const MatterEntry = z
  .object({
    id: Slug.describe('The rule or case'),
    kind: code('matter-kind').describe('Its kind'),
    title: Text.describe('Its title'),
    stage: code('stage').optional().describe('The stage that a rule reaches by this action'),
  })
  .meta({ id: 'MatterEntry' })
