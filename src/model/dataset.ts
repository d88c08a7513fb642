import { z } from 'zod'
import { daysOf } from './dates.ts'
import { Size, Text, Url } from './text.ts'

const Version = z
  .string()
  .regex(/^\d{4}\.(?:0[1-9]|1[0-2])\.\d+$/, 'not a calendar version such as 2026.11.0')
const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'not a day')
  .refine(text => daysOf(text) !== undefined, 'no such day')

/** What the dataset says of itself, as a curator writes it. */
export const DatasetSeed = z.strictObject({
  title: Text,
  description: Text,
  publisher: Text,
  licence: z.strictObject({ id: Text, name: Text, url: Url }),
  release: z.strictObject({ version: Version, date: Day }),
  gaps: z.array(Text),
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
    gaps: z.array(z.string()).describe('What is known to be missing'),
  })
  .meta({
    id: 'Coverage',
    description: 'What the dataset covers, so that an empty answer can be read.',
  })
export type Coverage = z.output<typeof Coverage>

export const Release = z
  .object({
    version: z.string().describe('Calendar version'),
    date: z.string().describe('Day of the release'),
    hash: z.string().describe('sha256 of all records'),
  })
  .meta({ id: 'Release', description: 'The state of the dataset that answers.' })
export type Release = z.output<typeof Release>

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
    citation: z.string().describe('How to cite this release'),
    links: z.record(z.string(), z.string()).describe('Where to go from here'),
  })
  .meta({ id: 'Dataset', description: 'The dataset as a whole.' })
export type DatasetPage = z.output<typeof DatasetPage>
