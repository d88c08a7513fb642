import { z } from 'zod'
import { Citation } from './citation.ts'
import { Register } from './register.ts'
import { Release } from './release.ts'
import { ShortText, Size, Text, Url } from './text.ts'
import { code } from './vocabulary.ts'

const Gap = z
  .object({
    about: code('gap').describe('Aspect that is missing or weak'),
    text: Text.describe('In words'),
  })
  .meta({ id: 'Gap' })

/** What catalogues find the dataset by. */
export const keywords = [
  ...['cryptocurrency', 'crypto-assets', 'stablecoins', 'financial regulation', 'law'],
  ...['enforcement', 'licensing', 'exchanges', 'mining', 'events'],
]

/** The description of the dataset, as a curator writes it. */
export const DatasetSeed = z.strictObject({
  title: ShortText,
  description: Text,
  publisher: ShortText,
  licence: z.strictObject({ id: Text, name: ShortText, url: Url }),
  gaps: z.array(Gap.strict()),
})
export type DatasetSeed = z.output<typeof DatasetSeed>

export const Coverage = z
  .object({
    documents: Size.describe('Documents that actions rest on'),
    period: z
      .object({ earliest: z.string().nullable(), latest: z.string().nullable() })
      .describe('First and last day on which a dated action may lie'),
    regions: z.array(z.string()).describe('Regions with an action'),
    kinds: z.array(z.string()).describe('Kinds of action'),
    silences: z
      .array(z.object({ from: z.string(), to: z.string() }))
      .describe('Gaps of more than 92 days without an action whose date is known to within a year'),
    gaps: z.array(Gap).describe('Known gaps'),
  })
  .meta({ id: 'Coverage', description: 'The coverage, which helps to read an empty answer.' })
export type Coverage = z.output<typeof Coverage>

const Licence = z.object({ id: z.string(), name: z.string(), url: z.string() })

export const DatasetPage = z
  .object({
    title: z.string().describe('Name of the dataset'),
    description: z.string().describe('Description of the dataset'),
    publisher: z.string().describe('Publisher of the dataset'),
    release: Release,
    counts: z.record(z.string(), Size).describe('Records of each collection'),
    coverage: Coverage,
    registers: z.array(Register).describe('The registers that its licences come from'),
    freshness: z
      .object({ newest_document: z.string().nullable(), newest_action: z.string().nullable() })
      .describe('Last days of the newest document and the newest dated action'),
    licence: Licence.describe('Licence of the data'),
    citation: Citation,
    links: z.record(z.string(), z.string()).describe('Addresses of the main resources'),
  })
  .meta({ id: 'Dataset', description: 'The dataset as a whole.' })
export type DatasetPage = z.output<typeof DatasetPage>
