import { createWriteStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ReleaseFile, toRecordLine } from '../release-files.ts'
import { recordsFolder, writeFolder } from './folder.ts'
import type { ExportManifest } from './manifest.ts'
import { seal } from './seal.ts'

/** Every record of a release, a line each: its path and its JSON. */
export const RECORDS_FILE = 'records.ndjson'

/**
 * Writes the records of releases into the exports beside a dataset file, unless they are there. Returns the versions
 * that were written. Throws a SeedError if a release does not have its hash.
 */
export async function writeReleaseRecords(
  releases: ReleaseFile[],
  file: string,
): Promise<string[]> {
  const missing = releases.filter(({ head }) => !existsSync(recordsFolder(file, head.version)))
  for (const release of missing)
    await writeFolder(recordsFolder(file, release.head.version), draft =>
      writeRecords(release, draft),
    )
  return missing.map(({ head }) => head.version)
}

async function writeRecords(release: ReleaseFile, folder: string): Promise<ExportManifest> {
  const { version, hash } = release.head
  await pipeline(
    Readable.from(release.records.entries().map(toRecordLine)),
    createWriteStream(join(folder, RECORDS_FILE), { flush: true }),
  )
  const file = {
    name: RECORDS_FILE,
    format: 'ndjson' as const,
    ...(await seal(folder, RECORDS_FILE)),
  }
  return { release: { version, date: release.date, hash }, content: hash, files: [file] }
}
