import { z } from 'zod'
import { ClaimSeed } from './claim.ts'
import { bounds, Day, EventDate } from './dates.ts'
import { Lei } from './lei.ts'
import { MatterNumber, Step } from './matter.ts'
import { RegionCode, RegionEntry } from './region.ts'
import { LicenceKind } from './register.ts'
import { ShortText, Slug, Text, Url } from './text.ts'
import { code } from './vocabulary.ts'

const Holder = z
  .object({
    name: ShortText.describe('The legal entity, as the register has it'),
    lei: Lei.optional().describe('Its legal entity identifier by ISO 17442'),
    names_before: z.array(ShortText).describe('Names that it had before, the oldest first'),
  })
  .meta({ id: 'Holder', description: 'The legal entity that holds it.' })

/** Activities; null where the sources do not state them. */
const Activities = z.array(code('activity')).nullable()

const Time = z
  .object({
    from: EventDate.nullable().describe('First day; null if nothing limits it'),
    until: EventDate.nullable().describe('Last day; null if no end is known'),
    activities: Activities.describe('The activities allowed; null if they are not stated'),
    regions: z.array(RegionCode).describe('The places where it holds'),
    actions: z.array(Slug).describe('The steps that begin it; none for a change of places alone'),
    first_listed: Day.nullable().describe('The first official file that shows it'),
    last_listed: Day.nullable().describe('The last official file of an unbroken run that shows it'),
  })
  .meta({ id: 'LicenceTime' })
/** An unbroken time with the same activities and places. */
export type LicenceTime = z.output<typeof Time>

const Status = z
  .object({
    stage: code('licence-status').describe('Granted, suspended or ended'),
    since: EventDate.nullable().describe('Since when; null if nothing limits it'),
    as_of: Day.describe('The last day on which a source shows it'),
  })
  .meta({ id: 'LicenceStatus' })

const Listing = z
  .object({
    id: Slug.describe('The register'),
    row: Text.describe("The register's own key of the row"),
    last_listed: Day.describe('The last reading that lists it'),
  })
  .meta({ id: 'Listing' })

export const Licence = z
  .object({
    id: Slug.describe('Stable id'),
    kind: LicenceKind.describe('Kind of licence'),
    title: ShortText.describe('In the words of this dataset'),
    status: Status.nullable().describe('Its status; null before its first step'),
    actor: Slug.describe('The firm, by the name that people use'),
    holder: Holder,
    authority: Slug.describe('The body that granted it'),
    rule: Slug.optional().describe('The rule under which it was granted'),
    granted: EventDate.nullable().describe('When it was granted; null if nothing limits it'),
    ended: EventDate.nullable().describe('When it ended; null if no end is known'),
    ended_by: code('licence-ending').optional().describe('Who or what ended it, if it is stated'),
    activities: Activities.describe('The activities allowed; null if they are not stated'),
    clients: z.array(code('client')).optional().describe('Whom it may serve, if it is stated'),
    websites: z.array(Text).describe('Domains of its websites'),
    numbers: z.array(MatterNumber).describe('Official numbers'),
    regions: z.array(RegionEntry).describe('Where it was granted, and where it is valid'),
    in_force: z.array(Time).describe('When and where it was in force, and for which activities'),
    next: z.array(Step).describe('Steps that are still to come'),
    steps: z.array(Step).describe('All steps in the order of their dates'),
    register: Listing.optional().describe('The register that lists it'),
    url: Url.optional().describe('Official address'),
  })
  .meta({ id: 'Licence', description: "A firm's permission, from its grant to its end." })
export type Licence = z.output<typeof Licence>

/** A licence as a curator writes it; its days and status come from the actions. */
export const LicenceSeed = z.strictObject({
  ...Licence.pick({ id: true, kind: true, title: true, actor: true }).shape,
  holder: Holder.extend({ names_before: z.array(ShortText).default([]) }).strict(),
  ...Licence.pick({ authority: true, rule: true, ended_by: true, activities: true }).shape,
  clients: Licence.shape.clients,
  websites: z.array(Text).default([]),
  numbers: z.array(MatterNumber.strict()).default([]),
  regions: z.array(RegionEntry.omit({ name: true }).strict()).min(1),
  url: Url.optional(),
  claims: z.array(ClaimSeed).default([]),
})

/** A licence before its steps are known: one from a register also has its times and its row there. */
export type LicenceSeed = z.output<typeof LicenceSeed> &
  Pick<Licence, 'register'> & {
    in_force?: LicenceTime[]
    /** The last day on which its register lists it or shows its end. */
    as_of?: string
  }

/** The days on one of which a suspension may have begun; after all days if there is none. */
export function suspensionOf({ steps }: Pick<Licence, 'steps'>): [first: number, last: number] {
  const found = steps.findLast(({ type, planned }) => type === 'licence-suspension' && !planned)
  return found ? bounds(found.date) : [Infinity, Infinity]
}

/** The places where a licence holds; the place where it was granted is one of them. */
export const validPlaces = (regions: Pick<RegionEntry, 'code' | 'role'>[]): string[] =>
  [...new Set(regions.filter(({ role }) => role === 'valid').map(({ code }) => code))].sort()
