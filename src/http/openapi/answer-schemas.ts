import { z } from 'zod'
import { Claim } from '../../model/claim.ts'
import { CoverageRow } from '../../model/coverage.ts'
import { Coverage } from '../../model/dataset.ts'
import { EventDate, Lag } from '../../model/dates.ts'
import { Support } from '../../model/evidence.ts'
import { component, Size } from '../../model/text.ts'
import { code } from '../../model/vocabulary.ts'
import { ListMeta, optionalMeta, Sentence, unpagedAnswer, Version } from './schemas.ts'

const FieldEvidence = component('FieldEvidence', 'The evidence for a field of a record.', {
  field: z.string().describe('Path of the field'),
  value: z.unknown().describe('The value that the record shows; null if no claim supports one'),
  decided_by: z
    .array(code('rule'))
    .describe('The rules that decided for this value: one, or those by which its rivals lost'),
  sources: Support,
  claims: z.array(Claim).describe('The claims behind it: accepted, consistent and garbled ones'),
  rivals: z.array(Claim).describe('The claims that disagree'),
})

export const evidenceAnswer = unpagedAnswer(FieldEvidence).meta({ id: 'Evidence' })

const Reactions = component('Reactions', 'What followed an action, by type and by lag.', {
  total: Size.describe('Actions that follow the one asked for'),
  planned: Size.describe('How many of these are only planned'),
  by_type: z.array(
    z.object({ type: code('action-type').describe('Type'), actions: Size.describe('How many') }),
  ),
  by_lag: z.array(
    z.object({
      days: Lag.describe('First and last day of the class, from the action asked for'),
      certain: Size.describe('Reactions that certainly fall within it'),
      possible: Size.describe('Reactions that may, because their dates are vague'),
    }),
  ),
})

export const Chain = component('Chain', 'What an action answers and what answered it.', {
  nodes: z.array(
    z.object({
      id: z.string().describe('Action'),
      title: z.string().describe('Who did what'),
      type: code('action-type').describe('What was done'),
      date: EventDate,
      planned: z.boolean().describe('True if the source speaks of something not yet done'),
      step: z.int().min(-10).max(10).describe('Steps from the action; below 0 for its causes'),
    }),
  ),
  edges: z.array(
    z.object({
      from: z.string().describe('The action that answers'),
      to: z.string().describe('The action that it answers'),
      type: code('link-type').describe('How'),
      basis: code('link-basis').describe('Who says so'),
      lag_days: Lag.describe('Days from the one to the other'),
      disputed: z.boolean().describe('True if a document disagrees'),
    }),
  ),
  reactions: Reactions,
  left_out: Size.describe('Links that the chain has over all bases but not over these'),
})

const Bound = z.number().nullable()

const Sum = component('Sum', 'A sum of amounts; a part is null if an amount lacks it.', {
  low: Bound.describe('Of the lower bounds'),
  best: Bound.describe('Of the figures'),
  high: Bound.describe('Of the upper bounds'),
})

export const countsAnswer = z.object({
  data: z.array(
    component('Count', 'How many distinct actions, or matters, a group has.', {
      group: z.record(z.string(), z.string()).describe('The value of each grouping'),
      certain: Size.describe('How many certainly belong to the group'),
      possible: Size.describe('How many may belong to it'),
      sum: Sum.optional().describe('With sum: the amounts imposed by the certain actions'),
    }),
  ),
  meta: component('CountsMeta', 'About these counts.', {
    release: Version,
    total: Size.describe('How many the whole query has'),
    unit: z.string().describe('What is counted'),
    note: z.string().describe('How to read the columns'),
    query: Sentence,
    ...optionalMeta,
  }),
})

export const coverageAnswer = z.object({
  data: z.array(CoverageRow),
  meta: component('CoverageMeta', 'About this coverage.', {
    release: Version,
    total: Size.describe('How many rows'),
    query: Sentence,
    gaps: Coverage.shape.gaps,
    without: z.array(z.string()).describe('Countries and territories without an action here'),
  }),
})

export const searchAnswer = z.object({
  data: z.array(
    component('SearchHit', 'A record that a search found.', {
      record: z.string().describe('Path of the record below /v1'),
      title: z.string().describe('Its title or name'),
      highlights: z
        .array(z.string())
        .describe('Where it matches, as HTML: <mark> around the words, all else escaped'),
      matched_name: z.string().optional().describe('The name of the actor that matched'),
      score: z.number().describe('Higher is better; comparable within one answer'),
    }),
  ),
  meta: ListMeta,
})
