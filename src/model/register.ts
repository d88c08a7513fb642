import { z } from 'zod'
import { Day } from './dates.ts'
import { RegionCode } from './region.ts'
import { Language, Sha256, ShortText, Size, Slug, Text, Url } from './text.ts'
import { code, codesOf, parentOf } from './vocabulary.ts'

/** The kinds of licences. */
export const LicenceKind = z.enum(
  codesOf('matter-kind').filter(kind => parentOf('matter-kind', kind) === 'licence'),
)

/** An approval in principle: the licence itself may follow, and nothing is allowed yet. */
export const APPROVAL = 'approval-in-principle'

/** Lists in one cell are joined by it. */
export const SEPARATOR = '|'

/** The items of a cell with a list. */
export const itemsOf = (cell: string): string[] => (cell === '' ? [] : cell.split(SEPARATOR))

/**
 * The columns that a file of facts may have, in their order. A reading has only those that its register shows: a
 * missing column is not known, an empty cell is empty. Lists are joined by `|`.
 */
export const factColumns = {
  row: "The register's key of the row, different from every other of the reading",
  line: 'The line of the file, or the number of the entry, counted from 1',
  kind: 'Kind of licence',
  name: 'The holder, as it is written',
  brand: 'The name by which people call the firm, as it is written',
  lei: 'A valid LEI',
  lei_as_reported: 'The text in place of a valid LEI',
  reference: 'The number of the licence, or of the firm in the register',
  other_number: 'A second official number',
  authority: 'The authority that granted it: its id',
  rule: 'The rule under which it was granted, its id; empty where none is known. Without the column: that of the register',
  home: 'The code of the place where it was granted',
  granted: 'Day, month or year',
  ended: 'Day, month or year',
  ended_by: 'Who ended it',
  state: 'granted or ended, where the register says so',
  updated: 'The day on which the register last changed the row',
  services: 'Codes of the register, sorted',
  places: 'Codes of the places where it holds beside home, sorted',
  clients: 'Whom it may serve, sorted',
  domains: 'Domains of the websites, sorted',
} as const
export type FactColumn = keyof typeof factColumns

/** The names of the columns, in their order. */
export const columnNames = Object.keys(factColumns) as FactColumn[]

/** The columns whose cells hold lists. */
export const listColumns: readonly FactColumn[] = ['services', 'places', 'clients', 'domains']

/** A row of a reading: the cells of its columns; undefined where the reading has no such column. */
export type Facts = Partial<Record<FactColumn, string>>

const Names = z.union([ShortText.transform(name => [name]), z.array(ShortText)])

/** How some files of a register are laid out, and what they can show. */
const Layout = z.strictObject({
  format: z.enum(['csv', 'json']),
  delimiter: z.string().length(1).default(',').describe('Between the columns of CSV'),
  comment: z.string().optional().describe('Begins lines before the table that are no rows'),
  entries: Text.optional().describe('The field of JSON that holds the rows'),
  columns: z
    .partialRecord(z.enum(columnNames).or(z.literal('comments')), Names)
    .describe('The columns of the file that each fact is read from'),
  ignored: z.array(z.string()).default([]).describe('Columns of the file that are left out'),
  values: z
    .partialRecord(z.enum(columnNames), z.record(z.string(), z.string()))
    .default({})
    .describe('What the texts of a column mean; another text has no reading'),
  dates: z.enum(['Y-M-D', 'D/M/Y']).default('Y-M-D').describe('How days are written'),
  as: code('read-as').describe('file, or normalised: a copy that somebody rearranged'),
  official: code('official'),
  covers: z.array(LicenceKind).describe('The kinds of licences that such a file lists completely'),
})
export type Layout = z.output<typeof Layout>

const Authority = z.strictObject({
  id: Slug,
  name: ShortText.describe('Unambiguous worldwide'),
  short: ShortText.describe('In titles'),
  region: RegionCode,
  sector: code('sector').default('financial-regulator'),
  written: z
    .array(ShortText)
    .describe('As the register writes it; the first one is its name there'),
  numbers: Text.optional().describe('Begins the numbers of its licences, where they name it'),
})

const Service = z.strictObject({
  activities: z.array(code('activity')),
  words: z
    .array(Text)
    .default([])
    .describe('The text of the service has one of these words; the first are its usual text'),
})

const Comment = z.strictObject({
  words: Text.describe('Words in the comments of a row, in capitals or not'),
  set: z.partialRecord(z.enum(columnNames), Text).describe('The facts that they state'),
})

/** Which rows a decision is about: those with the same value in each column that it names, after the rules. */
const Rows = z.partialRecord(z.enum(columnNames), Text)

/** The parts by which a decision has an effect. */
const effects = [
  'leave_out',
  'set',
  'firm',
  'firm_name',
  'sector',
  'id',
  'same',
  'shared_reference',
] as const

const Decision = z
  .strictObject({
    on: z.array(Day).optional().describe('Only in these readings'),
    rows: Rows.optional().describe('The rows that it is about'),
    names: z.array(ShortText).optional().describe('The holders that it is about, by their names'),
    written: z
      .partialRecord(z.string(), z.string())
      .optional()
      .describe('Cells as the file has them'),
    leave_out: z
      .literal(true)
      .optional()
      .describe('The row stays out: it is no licence of this register, or cannot be right'),
    set: z
      .partialRecord(z.enum(columnNames), z.string())
      .optional()
      .describe('The cells in place of those that were read; they may be empty'),
    firm: Slug.optional().describe('The actor to whom the licence belongs'),
    firm_name: ShortText.optional().describe(
      'What people call a firm that the dataset has not yet',
    ),
    sector: code('sector')
      .optional()
      .describe('The sector of a firm that the dataset has not yet, where its name misleads'),
    id: Slug.optional().describe('The id of the licence, if names give none'),
    same: z.array(Rows).optional().describe('Rows of one licence, though nothing else says so'),
    shared_reference: Text.optional().describe('A reference that more than one licence has'),
    reason: Text,
  })
  .refine(decision => effects.some(effect => decision[effect] !== undefined), {
    message: 'decides nothing',
  })
  .describe('A decision of a curator, with its reason')
export type Decision = z.output<typeof Decision>

/** A register as a curator writes it: what it is, how its files are read, and what was decided about them. */
export const RegisterSeed = z.strictObject({
  id: Slug,
  title: ShortText,
  authority: Slug.describe('The body that keeps it'),
  rule: Slug.optional().describe('The rule under which the licences are granted'),
  url: Url.describe('Official address'),
  language: Language,
  places: z.array(RegionCode).min(1).describe('The places whose licences it lists'),
  kinds: z.array(LicenceKind).min(1).describe('The kinds of licences that it lists'),
  holder_is: ShortText.describe(
    'What a licence makes of its holder, with an article: a crypto-asset service provider',
  ),
  suffix: Slug.describe('Ends the ids of its licences'),
  activities: z
    .array(code('activity'))
    .optional()
    .describe('What all its licences are for, if their name says so'),
  complete_from: Day.nullable().describe('The day from which it lists all; null if it never does'),
  leaves_out: Text.describe('What one must not expect to find in it'),
  attribution: Text,
  licence: Text.optional().describe(
    'SPDX id or address of the licence of the data, if one is stated',
  ),
  note: Text.optional(),
  authorities: z.array(Authority).min(1),
  services: z
    .record(Text, Service)
    .default({})
    .describe('The services by the codes of the register'),
  comments: z.array(Comment).default([]).describe('What comments say; they are not kept'),
  clients: z
    .partialRecord(code('client'), z.array(Text))
    .default({})
    .describe('The text has one of these words if the firm may serve such clients'),
  layouts: z.record(Slug, Layout),
  decisions: z.array(Decision).default([]),
})
export type RegisterSeed = z.output<typeof RegisterSeed>

/** The first line of a file of facts: how the file was laid out that they were read from, and its fingerprint. */
export const ReadingHead = z.strictObject({
  layout: Slug,
  sha256: Sha256,
  length: Size.min(1),
  undecided: Size.optional().describe('Rows that stay out until they are decided'),
})
export type ReadingHead = z.output<typeof ReadingHead>

const Reading = z
  .object({
    document: Slug.describe('The reading, as a document'),
    on: Day.describe('The day on which it was current'),
    as: code('read-as').describe('file, or normalised: a copy that somebody rearranged'),
    covers: z.array(LicenceKind).describe('The kinds that it lists completely'),
  })
  .meta({ id: 'RegisterReading' })

const Lateness = z
  .object({
    first_listed: Size.describe('Licences that a later complete reading was the first to list'),
    late: Size.describe('Those of them that had been granted by the day of the reading before'),
    days: Size.nullable().describe('Days from grant to first listing, the middle of the late ones'),
  })
  .meta({ id: 'Lateness' })

/** A register as the page of the dataset shows it. */
export const Register = z
  .object({
    id: Slug.describe('Stable id'),
    title: ShortText.describe('Its name'),
    authority: Slug.describe('The body that keeps it'),
    rule: Slug.optional().describe('The rule under which the licences are granted'),
    url: Url.describe('Official address'),
    places: z.array(RegionCode).describe('The places whose licences it lists'),
    kinds: z.array(LicenceKind).describe('The kinds of licences that it lists'),
    readings: z.array(Reading).describe('Its readings, the oldest first'),
    complete_from: Day.nullable().describe(
      'The day from which it lists all; null if it never does',
    ),
    lateness: Lateness.nullable().describe(
      'How late it lists licences, and so how far counts of the last months can be trusted',
    ),
    leaves_out: Text.describe('What one must not expect to find in it'),
    attribution: Text.describe('The acknowledgement that it asks for'),
  })
  .meta({ id: 'Register', description: 'An official register that the dataset reads.' })
export type Register = z.output<typeof Register>
