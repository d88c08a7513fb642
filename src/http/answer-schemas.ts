import { z } from 'zod'
import { Claim } from '../model/claim.ts'
import { Coverage } from '../model/dataset.ts'
import { EventDate } from '../model/dates.ts'
import { Support } from '../model/evidence.ts'
import { Change } from '../model/release.ts'
import { Size } from '../model/text.ts'
import { code } from '../model/vocabulary.ts'
import { InForce, ListMeta, Meta, Sentence, singleAnswer, Version } from './schemas.ts'

const FieldEvidence = z
  .object({
    field: z.string().describe('Path of the field'),
    value: z
      .unknown()
      .describe('The value that the record shows; null where no account stands behind one'),
    decided_by: z
      .array(code('rule'))
      .describe('By which rules this value stands: one, or those by which its rivals lost'),
    sources: Support,
    claims: z.array(Claim).describe('The claims behind it: accepted, consistent and garbled ones'),
    rivals: z.array(Claim).describe('The claims that disagree'),
  })
  .meta({ id: 'FieldEvidence', description: 'What a field of a record rests on.' })

export const evidenceAnswer = z.object({
  data: z.array(FieldEvidence),
  meta: Meta.extend({ total: Size.describe('Fields with evidence') }).meta({
    id: 'EvidenceMeta',
    description: 'About this evidence.',
  }),
})

export const historyAnswer = z.object({
  data: z.array(Change),
  meta: Meta.extend({ total: Size.describe('Changes in all') }).meta({
    id: 'HistoryMeta',
    description: 'About this history.',
  }),
})

const Lag = z.tuple([z.number().nullable(), z.number().nullable()])

const Reactions = z
  .object({
    total: Size.describe('Actions behind the one asked for'),
    planned: Size.describe('Of these, those of which only the plan is known'),
    by_type: z.array(
      z.object({ type: code('action-type').describe('Type'), actions: Size.describe('How many') }),
    ),
    by_lag: z.array(
      z.object({
        days: Lag.describe('First and last day of the class, from the action asked for'),
        certain: Size.describe('Reactions that surely fall within it'),
        possible: Size.describe('Reactions that may, their dates being vague'),
      }),
    ),
  })
  .meta({ id: 'Reactions', description: 'What followed an action, by type and by lag.' })

const Chain = z
  .object({
    nodes: z.array(
      z.object({
        id: z.string().describe('Action'),
        title: z.string().describe('Who did what'),
        type: code('action-type').describe('What was done'),
        date: EventDate,
        planned: z.boolean().describe('True if the source speaks of something not yet done'),
        step: z
          .int()
          .min(-10)
          .max(10)
          .describe(
            'Links from the action asked for: negative for what it answers, positive for what answers it',
          ),
      }),
    ),
    edges: z.array(
      z.object({
        from: z.string().describe('The action that answers'),
        to: z.string().describe('The action that it answers'),
        type: code('link-type').describe('How'),
        basis: code('link-basis').describe('Who says so'),
        lag_days: Lag.describe('Days from the one to the other, [min, max]; an open end is null'),
        disputed: z.boolean().describe('True if a document disagrees'),
      }),
    ),
    reactions: Reactions,
    left_out: Size.describe(
      'Links that the chain would have over all bases and has not over these',
    ),
  })
  .meta({ id: 'Chain', description: 'What an action answers and what answered it.' })
export const chainAnswer = singleAnswer(Chain)

export const countsAnswer = z.object({
  data: z.array(
    z
      .object({
        group: z.record(z.string(), z.string()).describe('The value of each thing counted by'),
        certain: Size.describe('Distinct actions that surely belong to the group'),
        possible: Size.describe('Distinct actions that may belong to it'),
      })
      .meta({ id: 'Count', description: 'How many distinct actions a group has.' }),
  ),
  meta: z
    .object({
      release: Version,
      total: Size.describe('Distinct actions of the whole query'),
      unit: z.string().describe('What is counted'),
      note: z.string().describe('How to read the columns'),
      query: Sentence,
      in_force: InForce.optional().describe('With in_force_on: how many had force on that day'),
      coverage: Coverage.optional().describe('What the dataset covers, where the answer is empty'),
    })
    .meta({ id: 'CountsMeta', description: 'About these counts.' }),
})

export const searchAnswer = z.object({
  data: z.array(
    z
      .object({
        record: z.string().describe('Path of the record below /v1'),
        title: z.string().describe('Its title or name'),
        highlights: z
          .array(z.string())
          .describe('Where it matches, as HTML: <mark> around the words, all else escaped'),
        matched_name: z.string().optional().describe('The name of the actor that matched'),
        score: z.number().describe('Higher is better; comparable within one answer'),
      })
      .meta({ id: 'SearchHit', description: 'A record that a search found.' }),
  ),
  meta: ListMeta,
})
