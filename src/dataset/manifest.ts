import { z } from 'zod'
import { Release } from '../model/release.ts'
import { Sha256, Size } from '../model/text.ts'

/** The formats of the files of a release: name → media type. */
export const fileFormats = {
  sqlite: 'application/vnd.sqlite3',
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
} as const
export type FileFormat = keyof typeof fileFormats
const Format = z.enum(Object.keys(fileFormats) as [FileFormat])

/** Whether files of a format are also stored compressed: those that programs read in parts are not. */
export const isCoded = (format: FileFormat): boolean => !['sqlite', 'parquet'].includes(format)

/** The codings of such files: name → suffix of the file's name. */
export const codings = { br: '.br', gzip: '.gz' } as const
export type Coding = keyof typeof codings

const Sealed = z.object({
  bytes: Size.describe('Length of the file'),
  sha256: Sha256.describe('Of the file'),
})

const StoredFile = z.strictObject({
  name: z.string().regex(/^\w[\w.-]*$/, 'not the name of a file'),
  format: Format,
  ...Sealed.shape,
  encodings: z.strictObject({ br: Sealed, gzip: Sealed }).optional(),
})
export type StoredFile = z.output<typeof StoredFile>

/** The files of one state of the dataset, identified by `content`. */
export const ExportManifest = z.strictObject({
  release: Release,
  content: Sha256,
  files: z.array(StoredFile),
})
export type ExportManifest = z.output<typeof ExportManifest>

export const MANIFEST = 'manifest.json'

export const ExportFile = z
  .object({
    release: z.string().describe('Version of the release'),
    name: z.string().describe('Name of the file'),
    format: Format.describe('Format of the file'),
    url: z
      .string()
      .describe(
        'Path of the file; once released, its bytes change only if a record is removed on legal grounds',
      ),
    ...Sealed.shape,
  })
  .meta({ id: 'ExportFile', description: 'A file with a whole collection or table of a release.' })
export type ExportFile = z.output<typeof ExportFile>
