import { z } from 'zod'
import { ClaimSeed } from './claim.ts'
import { DateSeed, EventDate } from './dates.ts'
import { Language, Sha256, ShortText, Size, Slug, Text, Url } from './text.ts'
import { code } from './vocabulary.ts'

export const SourceDocument = z
  .object({
    id: Slug.describe('Stable id'),
    kind: code('document-kind').describe('A coded report, or a cited reference'),
    title: ShortText.describe("The document's own title, or a description if it has none"),
    publisher: ShortText.optional().describe('Publisher, if the document names one'),
    author: ShortText.optional().describe('Author, if the document names one'),
    language: Language.describe('BCP 47 tag'),
    url: Url.optional().describe('Address, if it is known'),
    published: EventDate.nullable().describe('When it was published; null for a reference'),
    origin: Slug.describe('The original report that it repeats, or its own id'),
    sha256: Sha256.nullable().describe("Of the document's file; null for a reference"),
    length: Size.min(1).nullable().describe("Unicode code points of the document's file"),
    note: Text.optional().describe('Remarks for the reader'),
  })
  .meta({ id: 'Document', description: 'A source of claims; the dataset leaves out its text.' })
export type SourceDocument = z.output<typeof SourceDocument>

export const DocumentSeed = z.strictObject({
  ...SourceDocument.shape,
  published: DateSeed.nullable(),
  claims: z.array(ClaimSeed).default([]),
})
export type DocumentSeed = z.output<typeof DocumentSeed>
