import { z } from 'zod'
import { ClaimSeed } from './claim.ts'
import { DateSeed, Day, EventDate } from './dates.ts'
import { Passage } from './passage.ts'
import { LicenceKind } from './register.ts'
import { Language, Sha256, ShortText, Size, Slug, Text, Url } from './text.ts'
import { code } from './vocabulary.ts'

const Reading = z
  .object({
    on: Day.describe('Day of reading'),
    as: code('read-as').describe('The form in which it was read'),
  })
  .meta({ id: 'DocumentReading', description: 'When and how it was read.' })

export const SourceDocument = z
  .object({
    id: Slug.describe('Stable id'),
    kind: code('document-kind').describe('Kind of document'),
    official: code('official').describe('Whether it is an official text'),
    title: ShortText.describe("The document's own title, or a description if it has none"),
    publisher: ShortText.optional().describe('Publisher, if the document names one'),
    author: ShortText.optional().describe('Author, if the document names one'),
    language: Language.describe('BCP 47 tag'),
    url: Url.optional().describe('Address, if it is known'),
    published: EventDate.nullable().describe('Date of publication; null if nothing limits it'),
    origin: Slug.describe('The original report or text that it repeats, or its own id'),
    read: Reading,
    licence: Text.optional().describe('SPDX id or address of its licence, if it states one'),
    attribution: Text.optional().describe('The acknowledgement that its licence asks for'),
    sha256: Sha256.optional().describe('Of its file, if the whole file is at hand'),
    length: Size.min(1).optional().describe('Unicode code points of its file'),
    register: Slug.optional().describe('The register of which it is one reading'),
    covers: z
      .array(LicenceKind)
      .optional()
      .describe('Of a reading: the kinds that it lists completely'),
    passages: z.array(Passage).describe('The passages that claims rest on'),
    note: Text.optional().describe('Remarks for the reader'),
  })
  .meta({ id: 'Document', description: 'A source of claims; the dataset leaves out its text.' })
export type SourceDocument = z.output<typeof SourceDocument>

/** Whether a document is an official text or a copy of one. */
export const isOfficial = ({ official }: Pick<SourceDocument, 'official'>): boolean =>
  official !== 'no'

export const DocumentSeed = z.strictObject({
  ...SourceDocument.shape,
  published: DateSeed.nullable(),
  read: Reading.strict(),
  passages: z.array(Passage.strict()).default([]),
  claims: z.array(ClaimSeed).default([]),
})
export type DocumentSeed = z.output<typeof DocumentSeed>
