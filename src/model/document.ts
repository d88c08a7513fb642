import { z } from 'zod'
import { ClaimSeed } from './claim.ts'
import { DateSeed, EventDate } from './dates.ts'
import { Language, Sha256, Slug, Text, Url } from './text.ts'
import { code } from './vocabulary.ts'

export const SourceDocument = z
  .object({
    id: Slug.describe('Stable id'),
    kind: code('document-kind').describe('A report that is coded, or a reference that is cited'),
    title: Text.describe("The document's own title, or a description where it has none"),
    publisher: Text.optional().describe('Who published it, where the document says so'),
    author: Text.optional().describe('Who wrote it, where the document says so'),
    language: Language.describe('BCP 47 tag'),
    url: Url.optional().describe('Where it stands, where that is known'),
    published: EventDate.nullable().describe('When it was published; null for a reference'),
    origin: Slug.describe('The original report that it retells, or its own id'),
    sha256: Sha256.nullable().describe("Of the document's file; null for a reference"),
    length: z
      .int()
      .positive()
      .max(Number.MAX_SAFE_INTEGER)
      .nullable()
      .describe("Unicode code points of the document's file"),
    note: Text.optional().describe('What a reader should know of it'),
  })
  .meta({
    id: 'Document',
    description: 'A text that claims are drawn from. Its words are not part of the dataset.',
  })
export type SourceDocument = z.output<typeof SourceDocument>

export const DocumentSeed = z.strictObject({
  ...SourceDocument.shape,
  published: DateSeed.nullable(),
  claims: z.array(ClaimSeed).default([]),
})
export type DocumentSeed = z.output<typeof DocumentSeed>
