import { z } from 'zod'
import { Sha256, Size, Slug, Text } from './text.ts'
import { code, parentOf } from './vocabulary.ts'

const RecordPath = z.string().regex(/^(?:actions|actors|regions|documents)\/\S+$/)

export const Claim = z
  .object({
    id: Text.describe('The record, the field and a number, joined by dots'),
    record: RecordPath.describe('The record that it speaks of: collection and id'),
    field: Text.describe(
      'Which value, as a path by natural keys: date, actors/huobi/issuer, amounts/mining-devices',
    ),
    value: z
      .unknown()
      .describe(
        'The value as this document states it; null where it cannot be taken from the text',
      ),
    as_reported: Text.optional().describe("The document's own short term for it"),
    document: Slug.describe('The document that states it'),
    origin: Slug.describe('The original report that the words come from'),
    start: Size.nullable().describe(
      'First Unicode code point of the words in the document; null without words',
    ),
    end: Size.nullable().describe('Code point after the last one'),
    sha256: Sha256.nullable().describe('Of the words in UTF-8'),
    status: code('claim-status').describe('What became of it'),
    basis: code('claim-basis').describe(
      'Whether the words say it or it is drawn from other claims',
    ),
    rests_on: z.array(Text).describe('The claims that it is drawn from'),
    rule: code('rule').optional().describe('For a rival: the rule by which it lost'),
    note: Text.optional().describe('The reasoning, or why it lost'),
    quote: Text.optional().describe('The words themselves, where this server has the documents'),
  })
  .meta({ id: 'Claim', description: 'One value as one document states it.' })
export type Claim = z.output<typeof Claim>

/** A claim as a curator writes it, inside the record that it speaks of; an accepted one takes its value from there. */
export const ClaimSeed = z
  .strictObject({
    field: Text,
    number: z.int().positive().max(9_999).optional(),
    document: Slug,
    origin: Slug.optional(),
    start: Size.optional(),
    end: Size.optional(),
    sha256: Sha256.optional(),
    value: z.unknown().optional(),
    as_reported: Text.optional(),
    status: code('claim-status').default('accepted'),
    basis: code('claim-basis').default('stated'),
    rests_on: z.array(Text).default([]),
    rule: code('rule').optional(),
    note: Text.optional(),
  })
  .superRefine((claim, context) => {
    for (const [path, message] of faults(claim))
      context.addIssue({ code: 'custom', path: [path], message })
  })
export type ClaimSeed = z.output<typeof ClaimSeed>

type Draft = {
  start?: number
  end?: number
  value?: unknown
  status: string
  basis: string
  rests_on: string[]
  rule?: string
  note?: string
}

const checks: [(claim: Draft) => boolean, string, string][] = [
  [
    claim => (claim.start === undefined) !== (claim.end === undefined),
    'start',
    'start and end go together',
  ],
  [claim => (claim.start ?? 0) > (claim.end ?? 1) - 1, 'end', 'end is not after start'],
  [
    claim => claim.basis === 'inferred' && claim.rests_on.length === 0,
    'rests_on',
    'an inferred claim names the claims that it rests on',
  ],
  [
    claim => claim.basis === 'inferred' && !claim.note,
    'note',
    'an inferred claim needs a note with the reasoning',
  ],
  [
    claim => claim.status === 'rival' && !claim.rule,
    'rule',
    'a rival names the rule by which it lost',
  ],
  [
    claim => claim.status !== 'rival' && claim.rule !== undefined,
    'rule',
    'only a rival has a rule',
  ],
  [
    ({ rule }) => rule !== undefined && parentOf('rule', rule) !== 'dispute',
    'rule',
    'is no rule by which a rival loses',
  ],
  [claim => claim.status === 'rival' && !claim.note, 'note', 'a rival needs a note'],
  [claim => claim.status === 'garbled' && !claim.note, 'note', 'a garbled claim needs a note'],
  [
    claim => claim.status === 'accepted' && claim.value !== undefined,
    'value',
    'an accepted claim takes its value from the record',
  ],
  [
    claim => ['rival', 'consistent'].includes(claim.status) && claim.value === undefined,
    'value',
    'a claim that is not accepted states its own value',
  ],
]

const faults = (claim: Draft): [string, string][] =>
  checks.filter(([fails]) => fails(claim)).map(([, path, message]) => [path, message])
