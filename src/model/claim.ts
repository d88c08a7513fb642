import { z } from 'zod'
import { Passage } from './passage.ts'
import { Slug, Text } from './text.ts'
import { code, parentOf } from './vocabulary.ts'

const RecordPath = z
  .string()
  .regex(/^(?:actions|rules|cases|licences|actors|regions|documents)\/\S+$/)

const QuotedPassage = Passage.extend({
  quote: Text.optional().describe('Its words, if this server has the document'),
}).meta({ id: 'QuotedPassage' })

export const Claim = z
  .object({
    id: Text.describe('The record, the field and a number, joined by dots'),
    record: RecordPath.describe('Collection and id of the record'),
    field: Text.describe('Path of the value by natural keys: date, actors/huobi/issuer'),
    value: z.unknown().describe('The value that the document states; null if it is unreadable'),
    as_reported: Text.optional().describe("The document's own short term"),
    document: Slug.describe('The document that states it'),
    origin: Slug.describe('The original report of the words'),
    passage: QuotedPassage.nullable().describe(
      'The passage that carries it; null if it is only inferred',
    ),
    row: Text.optional().describe("The register's own key of the row that states it"),
    last_document: Slug.optional().describe(
      'The last reading of an unbroken run of readings of a register with this value',
    ),
    status: code('claim-status').describe('How the claim was judged'),
    basis: code('claim-basis').describe('Stated in the passage, or inferred from other claims'),
    rests_on: z.array(Text).describe('The claims that an inferred one follows from'),
    rule: code('rule').optional().describe('The rule by which a rival lost'),
    note: Text.optional().describe('The reasoning, or why it lost'),
  })
  .meta({ id: 'Claim', description: 'One value as one document states it.' })
export type Claim = z.output<typeof Claim>

const Draft = z.strictObject({
  field: Text,
  number: z.int().positive().max(99_999).optional(),
  document: Slug,
  origin: Slug.optional(),
  passage: Slug.optional(),
  row: Text.optional(),
  last_document: Slug.optional(),
  value: z.unknown().optional(),
  as_reported: Text.optional(),
  status: code('claim-status').default('accepted'),
  basis: code('claim-basis').default('stated'),
  rests_on: z.array(Text).default([]),
  rule: code('rule').optional(),
  note: Text.optional(),
})
type Draft = z.output<typeof Draft>

/** What may be wrong with a claim: the message, and the field at fault or false. */
const checks: Record<string, (claim: Draft) => keyof Draft | false> = {
  'a stated claim needs the passage that states it': c =>
    c.basis === 'stated' && c.passage === undefined && c.row === undefined && 'passage',
  'only a claim from the row of a register has a last reading': c =>
    c.last_document !== undefined && c.row === undefined && 'last_document',
  'an inferred claim names the claims that it rests on': c =>
    c.basis === 'inferred' && c.rests_on.length === 0 && 'rests_on',
  'an inferred claim needs a note with the reasoning': c =>
    c.basis === 'inferred' && !c.note && 'note',
  'a rival names the rule by which it lost': c => c.status === 'rival' && !c.rule && 'rule',
  'only a rival has a rule': c => c.status !== 'rival' && c.rule !== undefined && 'rule',
  'is no rule by which a rival loses': ({ rule }) =>
    rule !== undefined && parentOf('rule', rule) !== 'dispute' && 'rule',
  'a rival needs a note': c => c.status === 'rival' && !c.note && 'note',
  'a garbled claim needs a note': c => c.status === 'garbled' && !c.note && 'note',
  'an accepted claim takes its value from the record': c =>
    c.status === 'accepted' && c.value !== undefined && 'value',
  'a claim that is not accepted states its own value': c =>
    ['rival', 'consistent', 'former'].includes(c.status) && c.value === undefined && 'value',
}

/** A claim as a curator writes it, inside the record that it speaks of; an accepted one takes its value from there. */
export const ClaimSeed = Draft.superRefine((claim, context) => {
  for (const [message, check] of Object.entries(checks)) {
    const field = check(claim)
    if (field) context.addIssue({ code: 'custom', path: [field], message })
  }
})
export type ClaimSeed = z.output<typeof ClaimSeed>
