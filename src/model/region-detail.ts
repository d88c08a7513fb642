import { z } from 'zod'
import { Day } from './dates.ts'
import { certainties } from './force.ts'
import { Rule, Step } from './matter.ts'
import { Region } from './region.ts'
import { component, Size } from './text.ts'
import { code } from './vocabulary.ts'

const TopicRule = component('TopicRule', 'A rule that applies in a region, or is on its way.', {
  id: Rule.shape.id,
  title: Rule.shape.title,
  stage: code('stage').describe('Stage of its latest step'),
  certainty: z
    .enum(certainties)
    .nullable()
    .describe('How sure it is that it has force; null if no document says that it has force now'),
  confirmed_on: Day.nullable().describe('Last day on which a document shows it in force'),
  own: z.boolean().describe('True if it is law of the region itself, false if from above'),
})

const TopicLicences = Region.shape.licences
  .extend({ activity_not_stated: Size.describe('Others valid here that state no activity') })
  .meta({ id: 'TopicLicences', description: 'Licences in force on the day of the dataset.' })

const RegionTopic = component('RegionTopic', 'How a subject is governed in a region.', {
  topic: code('topic').describe('The subject'),
  rules: z.array(TopicRule).describe('The rules, the newest first'),
  licences: TopicLicences.nullable().describe('Those for its activities; null if it has none'),
  next: Step.nullable().describe('The action that is to come next; null if none is known'),
  last_action: Step.nullable().describe(
    'The last action, without grants, changes and ends of licences; null if there is none',
  ),
  confirmed_on: Day.nullable().describe('Last day on which a document shows one of the rules'),
})
export type RegionTopic = z.output<typeof RegionTopic>

/** A region with what follows from other records on the day of the dataset. */
export const RegionDetail = component('RegionDetail', 'A region with how its law stands.', {
  ...Region.shape,
  counts: z
    .object({ actions: Size, rules: Size, cases: Size, actors: Size })
    .describe('Records of the region and of all below it'),
  last_action: Step.nullable().describe(
    'The last action here or below, without grants, changes and ends of licences; null if there is none',
  ),
  topics: z
    .array(RegionTopic)
    .describe('What applies here by subject; none for areas, which make no law'),
})
export type RegionDetail = z.output<typeof RegionDetail>
