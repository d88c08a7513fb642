import { z } from 'zod'
import { ClaimSeed } from './claim.ts'
import { Day } from './dates.ts'
import { ShortText, Size } from './text.ts'
import { code } from './vocabulary.ts'

/** ISO 3166-1 alpha-2, ISO 3166-2, UN M49, or a code of our own. */
export const RegionCode = z
  .string()
  .regex(
    /^(?:[A-Z]{2}(?:-[A-Z0-9]{1,3})?|\d{3}|x-[a-z0-9-]+)$/,
    'not a code of ISO 3166, UN M49 or x-…',
  )

const Parent = z
  .object({
    code: RegionCode.describe('The region that it is part of'),
    from: Day.optional().describe('First day of a membership'),
    until: Day.optional().describe('Last day of a membership'),
  })
  .meta({ id: 'RegionParent' })

const Licences = z
  .object({
    granted_here: Size.describe('Licences in force that were granted here'),
    valid_here: Size.describe('Licences in force that are valid here, by itself or from above'),
  })
  .meta({ id: 'RegionLicences', description: 'Licences in force on the day of the dataset.' })

export const Region = z
  .object({
    code: RegionCode.describe('ISO 3166-1 alpha-2, ISO 3166-2, UN M49, or x-… without a standard'),
    name: ShortText.describe('Name in English'),
    kind: code('region-kind').describe('Kind of region'),
    parents: z
      .array(Parent)
      .describe('The regions just above it, and the unions that it is or was a member of'),
    licences: Licences,
  })
  .meta({
    id: 'Region',
    description: 'A place. CN is mainland China, which does not include Hong Kong.',
  })
export type Region = z.output<typeof Region>

/** A region before its licences are counted. */
export type Place = Omit<Region, 'licences'>

/** A region as another record shows it. */
export const RegionEntry = z
  .object({
    code: RegionCode.describe('The region'),
    name: ShortText.describe('Its name'),
    role: code('region-role').describe('Its part'),
    alternative: z
      .literal(true)
      .optional()
      .describe('True on two or more entries of a role: exactly one of them holds'),
  })
  .meta({ id: 'RegionEntry' })
export type RegionEntry = z.output<typeof RegionEntry>

/** The regions whose law something is. */
export const jurisdictionsOf = (regions: Pick<RegionEntry, 'code' | 'role'>[]): string[] =>
  regions.filter(({ role }) => role === 'jurisdiction').map(({ code }) => code)

/** A region as a curator writes it: only what no standard says of it. */
export const RegionSeed = z.strictObject({
  ...Region.omit({ licences: true }).partial({ name: true, kind: true }).shape,
  parents: z.array(Parent.strict()).default([]),
  claims: z.array(ClaimSeed).default([]),
})
export type RegionSeed = z.output<typeof RegionSeed>
