import { z } from 'zod'
import { ClaimSeed } from './claim.ts'
import { CalendarDate } from './dates.ts'
import { RegionCode } from './region.ts'
import { Language, ShortText, Slug, Text } from './text.ts'
import { code } from './vocabulary.ts'

const Name = z
  .object({
    name: ShortText.describe('The name as it is written'),
    type: code('name-type').describe('Type of name'),
    lang: Language.optional().describe('BCP 47 tag, if it is not English'),
  })
  .meta({ id: 'ActorName' })

const Affiliation = z
  .object({
    actor: Slug.describe('The other actor'),
    relation: code('relation').describe('Relation of this actor to the other'),
    from: CalendarDate.optional().describe('First year, month or day'),
    until: CalendarDate.optional().describe('Last year, month or day'),
  })
  .meta({ id: 'Affiliation' })

const Identifier = z
  .object({
    scheme: Slug.describe('Register of the identifier: lei, domain, a register of companies'),
    value: Text.describe('The identifier'),
    name: ShortText.optional().describe('The legal entity that it belongs to'),
  })
  .meta({ id: 'Identifier' })

export const Actor = z
  .object({
    id: Slug.describe('Stable id'),
    kind: code('actor-kind').describe('Kind of actor'),
    name: ShortText.describe('The name to show, which is one of names'),
    names: z.array(Name).describe('Every name that a source uses'),
    sector: code('sector').optional().describe('Sector of activity'),
    region: RegionCode.optional().describe('Home region, if a source states it'),
    affiliations: z.array(Affiliation).describe('Relations to other actors'),
    identifiers: z.array(Identifier).describe('Identifiers in other registers'),
  })
  .meta({
    id: 'Actor',
    description: 'An agency, exchange, company, association, institution or person in an action.',
  })
export type Actor = z.output<typeof Actor>

/** An actor as a curator writes it. */
export const ActorSeed = z
  .strictObject({
    ...Actor.shape,
    names: z.array(Name.strict()).min(1),
    affiliations: z.array(Affiliation.strict()).default([]),
    identifiers: z.array(Identifier.strict()).default([]),
    claims: z.array(ClaimSeed),
  })
  .refine(actor => actor.names.some(({ name }) => name === actor.name), {
    path: ['name'],
    message: 'the name to show is not among the names',
  })
export type ActorSeed = z.output<typeof ActorSeed>
