import { z } from 'zod'
import { Action } from '../model/action.ts'
import { Claim } from '../model/claim.ts'
import { type CollectionName, collection, type ViewName, view } from '../model/collections.ts'
import { Coverage } from '../model/dataset.ts'
import { EventDate } from '../model/dates.ts'
import { SourceDocument } from '../model/document.ts'
import { Size } from '../model/text.ts'
import { code } from '../model/vocabulary.ts'
import { includesOf } from '../queries/expand.ts'

const Version = z.string().describe('Version of the release that answers')
const Sentence = z.string().describe('The request in plain English')

const Meta = z.object({ release: Version }).meta({ id: 'Meta', description: 'About this answer.' })

const ListMeta = z
  .object({
    release: Version,
    total: Size.describe('Records of the whole query'),
    limit: Size.describe('Most records on a page'),
    next: z.string().nullable().describe('Cursor of the next page; null on the last'),
    next_url: z.string().nullable().describe('Path and query of the next page; null on the last'),
    query: Sentence,
    coverage: Coverage.optional().describe('What the dataset covers, where the answer is empty'),
  })
  .meta({ id: 'ListMeta', description: 'About a page of a list.' })

const included: Record<string, z.ZodType> = {
  claims: z.array(Claim).describe('With include=claims: the claims on this record'),
  documents: z
    .array(SourceDocument)
    .describe('With include=documents: the documents of its claims'),
  linked: z
    .array(Action)
    .describe('With include=linked: the actions that it links to or that link to it'),
}

const parts = new Map<CollectionName, z.ZodType>()

/** A record of a view with only some of its fields, or with more. */
function partOf(name: ViewName): z.ZodType {
  const { of } = view(name)
  const known = parts.get(of)
  if (known) return known
  const { schema } = collection(of)
  const more = Object.fromEntries(
    includesOf(name).map(what => [what, (included[what] as z.ZodType).optional()]),
  )
  const id = z.globalRegistry.get(schema)?.id
  const part = schema
    .partial()
    .extend(more)
    .meta({
      id: `${id}Part`,
      description: `A ${id} with only the fields asked for, or with what include adds.`,
    })
  parts.set(of, part)
  return part
}

const recordOf = (name: ViewName) => z.union([collection(view(name).of).schema, partOf(name)])

export const listAnswer = (name: ViewName) =>
  z.object({ data: z.array(recordOf(name)), meta: ListMeta })
export const recordAnswer = (name: ViewName) => z.object({ data: recordOf(name), meta: Meta })
export const singleAnswer = (schema: z.ZodType) => z.object({ data: schema, meta: Meta })

const FieldEvidence = z
  .object({
    field: z.string().describe('Path of the field'),
    value: z.unknown().describe('The value that the record shows; null where only a rival has one'),
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

const Lag = z.tuple([z.number().nullable(), z.number().nullable()])

const Chain = z
  .object({
    nodes: z.array(
      z.object({
        id: z.string().describe('Action'),
        title: z.string().describe('Who did what'),
        type: code('action-type').describe('What was done'),
        date: EventDate,
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
      }),
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
