import { z } from 'zod'
import { Action } from '../model/action.ts'
import { Citation } from '../model/citation.ts'
import { Claim } from '../model/claim.ts'
import { type CollectionName, collection, type ViewName, view } from '../model/collections.ts'
import { Coverage } from '../model/dataset.ts'
import { SourceDocument } from '../model/document.ts'
import { Size } from '../model/text.ts'
import { includesOf } from '../queries/expand.ts'

export const Version = z.string().describe('Version of the release that answers')
export const Sentence = z.string().describe('The request in plain English')

export const Meta = z
  .object({ release: Version })
  .meta({ id: 'Meta', description: 'About this answer.' })

export const InForce = z
  .object({
    on: z.string().describe('The day'),
    certain: Size.describe('Actions that had force beyond doubt'),
    possible: Size.describe('Actions that may have had, the certain and the planned ones included'),
    planned: Size.describe('Of the possible ones, those of which only the plan is known'),
    no_known_effect: Size.describe(
      'Actions that match all else, of which nothing is known of when they have force',
    ),
  })
  .meta({ id: 'InForce', description: 'How the actions of a query stand on a day.' })

export const ListMeta = z
  .object({
    release: Version,
    total: Size.describe('Records of the whole query'),
    limit: Size.describe('Most records on a page'),
    next: z.string().nullable().describe('Cursor of the next page; null on the last'),
    next_url: z.string().nullable().describe('Path and query of the next page; null on the last'),
    query: Sentence,
    in_force: InForce.optional().describe('With in_force_on: how many had force on that day'),
    note: z
      .string()
      .optional()
      .describe('How to read an answer that has nothing of what was asked'),
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

const Force = z
  .enum(['certain', 'possible', 'planned'])
  .describe('With in_force_on: whether it had force on that day')

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
  const force = of === 'actions' ? { in_force: Force.optional() } : {}
  const part = schema
    .partial()
    .extend({ ...more, ...force })
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
const RecordMeta = Meta.extend({ citation: Citation }).meta({
  id: 'RecordMeta',
  description: 'About this record.',
})

export const recordAnswer = (name: ViewName) => z.object({ data: recordOf(name), meta: RecordMeta })
export const singleAnswer = (schema: z.ZodType) => z.object({ data: schema, meta: Meta })
