import { z } from 'zod'
import { Citation } from './citation.ts'
import { Release } from './release.ts'
import { Size, Text, Url } from './text.ts'
import { code } from './vocabulary.ts'

const Gap = z.object({
  about: code('gap').describe('What is missing or weak'),
  text: Text.describe('In words'),
})

/** What the dataset says of itself, as a curator writes it. */
export const DatasetSeed = z.strictObject({
  title: Text,
  description: Text,
  publisher: Text,
  licence: z.strictObject({ id: Text, name: Text, url: Url }),
  gaps: z.array(Gap.strict()),
})
export type DatasetSeed = z.output<typeof DatasetSeed>

export const Coverage = z
  .object({
    documents: z.array(z.string()).describe('The reports that are coded'),
    period: z
      .object({ earliest: z.string().nullable(), latest: z.string().nullable() })
      .describe('First and last day on which a dated action may lie'),
    regions: z.array(z.string()).describe('Regions with an action'),
    kinds: z.array(z.string()).describe('Kinds of action'),
    silences: z
      .array(z.object({ from: z.string(), to: z.string() }))
      .describe(
        'First and last days of more than 92 days on which no action lies, of those whose date is known to within a year',
      ),
    gaps: z.array(Gap).describe('What is known to be missing'),
  })
  .meta({
    id: 'Coverage',
    description: 'What the dataset covers, so that an empty answer can be read.',
  })
export type Coverage = z.output<typeof Coverage>

export const DatasetPage = z
  .object({
    title: z.string().describe('Name of the dataset'),
    description: z.string().describe('What it is'),
    publisher: z.string().describe('Who publishes it'),
    release: Release,
    counts: z.record(z.string(), Size).describe('Records of each collection'),
    coverage: Coverage,
    freshness: z
      .object({ newest_document: z.string().nullable(), newest_action: z.string().nullable() })
      .describe('Last days of the newest document and the newest dated action'),
    licence: z
      .object({ id: z.string(), name: z.string(), url: z.string() })
      .describe('Licence of the data'),
    citation: Citation,
    links: z.record(z.string(), z.string()).describe('Where to go from here'),
  })
  .meta({ id: 'Dataset', description: 'The dataset as a whole.' })
export type DatasetPage = z.output<typeof DatasetPage>
