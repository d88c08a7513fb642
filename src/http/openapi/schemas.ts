import { z } from 'zod'
import { Action } from '../../model/action.ts'
import { Citation } from '../../model/citation.ts'
import { Claim } from '../../model/claim.ts'
import { type CollectionName, collection, collectionNames } from '../../model/collections.ts'
import { Coverage } from '../../model/dataset.ts'
import { SourceDocument } from '../../model/document.ts'
import { certainties } from '../../model/force.ts'
import { Licence } from '../../model/licence.ts'
import { RegionDetail } from '../../model/region-detail.ts'
import { Register } from '../../model/register.ts'
import { component, Size } from '../../model/text.ts'
import type { View } from '../../model/views.ts'
import { hasForce, includesOf } from '../../queries/list/options.ts'

export const Version = z.string().describe('Version of the release that answers')
export const Sentence = z.string().describe('The request in plain English')

const Meta = component('Meta', 'About this answer.', { release: Version })

const InForce = component('InForce', 'How the records of a query stand on a day.', {
  on: z.string().describe('The day'),
  certain: Size.describe('Records that certainly had force'),
  presumed: Size.describe('Records that presumably had, the certain ones included'),
  possible: Size.describe('Records that may have had, all the others included'),
  planned: Size.describe('Records among the possible ones that are only planned'),
  no_known_effect: Size.describe('Records that match everything else but have no known effect'),
  activity_not_stated: Size.optional().describe(
    'With activity: other rules or cases that may have had, but state no activity',
  ),
})

const RegisterCoverage = component('RegisterCoverage', 'What a register can show.', {
  id: z.string().describe('The register, as /v1 describes it'),
  last_reading: z.string().nullable().describe('Day of its last reading; null without one'),
  readings: Size.describe('How many readings there are'),
  complete_from: Register.shape.complete_from,
  lateness: Register.shape.lateness,
  leaves_out: Register.shape.leaves_out,
})

const AnswerCoverage = component('AnswerCoverage', 'What an answer can rest on.', {
  ...Coverage.partial().shape,
  registers: z
    .array(RegisterCoverage)
    .optional()
    .describe('About licences: the registers of the places asked for, or all'),
  parts: z
    .array(z.string())
    .optional()
    .describe('About licences: the places below with licences or registers of their own'),
  note: z.string().optional().describe('About licences: how to read the answer'),
})

const Resolved = component('Resolved', 'A name in a request.', {
  parameter: z.string().describe('The parameter'),
  name: z.string().describe('The name that was given'),
  id: z.string().describe('The id that it stands for'),
})

/** The parts of the meta of a list that only some answers have. */
export const optionalMeta = {
  resolved: z
    .array(Resolved)
    .optional()
    .describe('The names in the request, with the ids that they stand for'),
  in_force: InForce.optional().describe('With in_force_on: how many had force on that day'),
  coverage: AnswerCoverage.optional().describe(
    'What the dataset covers, if the answer is empty or about licences',
  ),
}

export const ListMeta = component('ListMeta', 'About a page of a list.', {
  release: Version,
  total: Size.describe('Records of the whole query'),
  limit: Size.describe('Most records on a page'),
  next: z.string().nullable().describe('Cursor of the next page; null on the last'),
  next_url: z.string().nullable().describe('Path and query of the next page; null on the last'),
  query: Sentence,
  note: z.string().optional().describe('How to read an answer without the records asked for'),
  activity_not_stated: Size.optional().describe(
    'About licences, with activity: other records that the answer might have, but that state no activity',
  ),
  ...optionalMeta,
})

const included: Record<string, z.ZodType> = {
  claims: z.array(Claim).describe('With include=claims: the claims on this record'),
  documents: z.array(SourceDocument).describe('With include=documents: the documents behind it'),
  licences: z
    .array(Licence)
    .describe('With include=licences: its licences; with licensed_in those that match'),
  linked: z.array(Action).describe('With include=linked: the actions linked to it or from it'),
  citation: Citation.describe('With include=citation: how to cite this record'),
}

export const Force = component(
  'Force',
  'With in_force_on or licensed_in: whether it had force on that day.',
  {
    certainty: z.enum(certainties).describe('How sure it is'),
    confirmed_on: z
      .string()
      .nullable()
      .describe('Last day on which a document shows it; null if none has a date'),
  },
)

/** The single records of a collection: regions say more than in lists. */
const singles = (of: CollectionName): z.ZodObject =>
  of === 'regions' ? RegionDetail : collection(of).schema

/** The fields that single records of a collection have beside those of its lists. */
export const addedFields = (of: CollectionName): string[] => {
  const { shape } = collection(of).schema
  return Object.keys(singles(of).shape).filter(name => !(name in shape))
}

/** A record of a collection with only some of its fields, or with more. */
function partOf(of: CollectionName, id: string): z.ZodType {
  const more = includesOf(of).map(name => [name, included[name]!.optional()])
  const description = `${id}: only the fields asked for, or with the additions of include.`
  return singles(of)
    .partial()
    .extend({
      ...Object.fromEntries(more),
      ...(hasForce({ of, collection: collection(of) }) && { force: Force.optional() }),
    })
    .meta({ id: `${id}Part`, description })
}

const idOf = (of: CollectionName) => String(z.globalRegistry.get(collection(of).schema)!.id)

/** Rules and cases have the same fields. */
const matterPart = partOf('rules', 'Matter')

const parts = new Map(
  collectionNames.map(of => [
    of,
    of === 'rules' || of === 'cases' ? matterPart : partOf(of, idOf(of)),
  ]),
)

const UnpagedMeta = component('UnpagedMeta', 'About a list without pages.', {
  release: Version,
  total: Size.describe('Items in all'),
})

export const singleAnswer = (data: z.ZodType) => z.object({ data, meta: Meta })
export const recordAnswer = ({ of }: View) => singleAnswer(z.union([singles(of), parts.get(of)!]))
export const unpagedAnswer = (item: z.ZodType) =>
  z.object({ data: z.array(item), meta: UnpagedMeta })
export const listAnswer = ({ of }: View) =>
  z.object({
    data: z.array(z.union([collection(of).schema, parts.get(of)!])),
    meta: ListMeta,
  })
