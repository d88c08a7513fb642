import { z } from 'zod'
import { Day, IsoDay } from './dates.ts'
import { Sha256, Size, Text } from './text.ts'
import { code } from './vocabulary.ts'

/** A calendar version: year, month, and the number of the release in that month. */
const Version = z
  .string()
  .regex(/^\d{4}\.(?:0[1-9]|1[0-2])\.(?:0|[1-9]\d*)$/, 'not a calendar version such as 2026.11.0')
const Time = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'not a time such as 2026-11-22T08:12:30Z')
  .refine(text => !Number.isNaN(Date.parse(text)), 'no such time')
  .meta({ format: 'date-time' })
const Counts = z.record(z.string(), Size)

export const Release = z
  .object({
    version: z.string().describe('Calendar version, with -unreleased if anything changed since'),
    date: IsoDay.nullable().describe('Day of the release; null if it is not released'),
    hash: z.string().describe('sha256 of `path<tab>sha256 of the JSON` of all records, by path'),
  })
  .meta({ id: 'Release', description: 'The state of the dataset that answers.' })
export type Release = z.output<typeof Release>

export const ReleaseSummary = z
  .object({
    version: Version.describe('Calendar version'),
    date: Day.describe('Day of the release'),
    time: Time.describe('Time of the release'),
    hash: Sha256.describe('Hash of all its records'),
    counts: Counts.describe('Records of each collection'),
    changes: Counts.describe('Changes of each kind since the release before'),
  })
  .meta({ id: 'ReleaseSummary', description: 'A release: it never changes.' })
export type ReleaseSummary = z.output<typeof ReleaseSummary>

const RecordChange = z.strictObject({
  record: Text.describe('Collection and id; dataset for its own description'),
  change: code('change').describe('Kind of change'),
  fields: z.array(Text).optional().describe('The fields that differ, for a released change'),
  into: Text.optional().describe('The record that a merged one is now part of'),
  reason: code('change-reason').nullable().describe('Reason; null until it is released'),
  note: Text.optional().describe('Reason in words'),
})
export type RecordChange = z.output<typeof RecordChange>

export const Change = z
  .object({
    id: Text.describe('The release and the record, joined by a slash'),
    release: Text.describe('The release with the change'),
    date: Day.nullable().describe('Day of that release; null until it is released'),
    ...RecordChange.shape,
  })
  .meta({ id: 'Change', description: 'A change of a record by a release.' })
export type Change = z.output<typeof Change>

/** The record that the path of a change leads to, and for a claim the one that it speaks of. */
export function subjectsOf(path: string): string[] {
  const [, spoken] = /^claims\/([^.]+)/.exec(path) ?? []
  return spoken === undefined ? [path] : [path, spoken]
}

/** The first line of a release file: when it was released, what it holds, and what it changed. */
export const ReleaseHead = z.strictObject({
  version: Version,
  time: Time,
  hash: Sha256,
  counts: Counts,
  changes: z.array(
    RecordChange.extend({ reason: code('change-reason') }).refine(
      ({ change, into }) => (change === 'merged') === (into !== undefined),
      { path: ['into'], message: 'belongs to a merged record and to no other' },
    ),
  ),
})
export type ReleaseHead = z.output<typeof ReleaseHead>

/** The reason of a record that the law, a court or a justified request wants gone. */
export const LEGAL = 'legal'

/** The notice that a release file has in place of a record that was removed from it. */
export const Removal = z.strictObject({
  sha256: Sha256.describe('The hash of the record, as it enters that of the release'),
  on: Day.describe('Day of the removal'),
  reason: z.literal(LEGAL),
})
export type Removal = z.output<typeof Removal>

/** The path of the description of the dataset, among those of its records. */
export const DATASET = 'dataset'

/** Stands for the time before the first release. */
export const BEGINNING = 'beginning'

/** The folder of a seed with its releases. */
export const RELEASES = 'releases'
export const RELEASE_SUFFIX = '.ndjson.gz'

/** The name of the file of a release. */
export const releaseFile = (version: string): string => `${version}${RELEASE_SUFFIX}`

/** Order of versions: by year, month and number. */
export const { compare: compareVersions } = new Intl.Collator('en', { numeric: true })

const RecordPath = z
  .string()
  .regex(
    /^(?:(?:actions|rules|cases|licences|actors|documents)\/[a-z0-9]+(?:-[a-z0-9]+)*|regions\/[A-Za-z0-9-]+)$/,
    'not a collection and an id',
  )

/** An id that no record has any more: where its record went, or why it was withdrawn. */
export const RetiredSeed = z.strictObject({
  record: RecordPath.describe('Collection and id that no record has any more'),
  into: Text.optional().describe('The record that has taken its place'),
  reason: code('change-reason').describe('Reason'),
  note: Text.describe('Reason in words'),
})
export type RetiredSeed = z.output<typeof RetiredSeed>

/** An id that is gone, as it is stored: with the release that retired it. */
export const RetiredRecord = RetiredSeed.extend({
  release: Text.describe('The release that retired it'),
})
