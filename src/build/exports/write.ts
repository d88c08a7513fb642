import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyChecksum } from '../../dataset/checksum.ts'
import { openReadOnly } from '../../dataset/database.ts'
import type { ExportManifest, StoredFile } from '../../dataset/manifest.ts'
import { metaOf } from '../../dataset/meta.ts'
import { exportsFolder } from '../../dataset/released.ts'
import type { DatasetPage } from '../../model/dataset.ts'
import { RELEASES } from '../../model/release.ts'
import { recordTables } from '../file/tables.ts'
import { contentOf } from '../releases/records.ts'
import { type ReleaseFile, readReleases, toRecordLine } from '../releases/release-files.ts'
import { Workplace } from '../workplace.ts'
import { dataPackage, tableGroup } from './describe.ts'
import { recordsFolder, stateFolder, writeFolder } from './folder.ts'
import { readmeOf } from './readme.ts'
import { save, seal } from './seal.ts'
import { exportTable } from './tables.ts'
import { writers } from './writers.ts'

/**
 * Writes the exports of a dataset file into a folder beside it, unless its release has one. Returns the manifest. Throws
 * if the file is damaged: the exports of a release are kept for ever.
 */
export async function writeExports(file: string): Promise<ExportManifest> {
  using _place = new Workplace(file)
  await verifyChecksum(file, metaOf(file).content)
  return await exportDataset(file, file)
}

/** Writes the exports of a dataset file that is going to be at `place`. */
export function exportDataset(file: string, place: string): Promise<ExportManifest> {
  const meta = metaOf(file)
  const { release, content, page } = meta
  return writeFolder(stateFolder(place, meta), async draft => ({
    release,
    content,
    files: await writeFiles(file, draft, page),
  }))
}

async function writeFiles(file: string, folder: string, page: DatasetPage): Promise<StoredFile[]> {
  const db = openReadOnly(file)
  try {
    const tables = recordTables.map(table => exportTable(db, table))
    const files: StoredFile[] = []
    for (const [name, format, write] of writers(file, db, tables)) {
      await write(join(folder, `${name}.${format}`))
      files.push(await seal(folder, name, format))
    }
    await save(join(folder, 'README.md'), [readmeOf(page)])
    files.push(await seal(folder, 'README', 'md'))
    // The last description names all files but itself.
    for (const [name, describe] of descriptions) {
      const text = `${JSON.stringify(describe(page, tables, files), null, 2)}\n`
      writeFileSync(join(folder, `${name}.json`), text, { flush: true })
      files.push(await seal(folder, name, 'json'))
    }
    return files
  } finally {
    db.close()
  }
}

const descriptions = [
  ['csv-metadata', tableGroup],
  ['datapackage', dataPackage],
] as const

/** Writes the records of every release into folders beside a dataset file: a line for each, its path and its JSON. */
export async function writeReleaseRecords(seedFolder: string, file: string) {
  using _place = new Workplace(file)
  await exportReleases(readReleases(join(seedFolder, RELEASES)), file)
}

/** Writes the records of releases, for a caller that has the workplace. */
export async function exportReleases(releases: ReleaseFile[], file: string) {
  for (const release of releases) await exportRelease(release, file)
}

async function exportRelease({ head, date, records }: ReleaseFile, file: string) {
  const { version, hash } = head
  const content = contentOf(hash, records)
  const fill = async (draft: string) => {
    await save(join(draft, 'records.ndjson'), records.entries().map(toRecordLine))
    const files = [await seal(draft, 'records', 'ndjson')]
    return { release: { version, date, hash }, content, files }
  }
  await writeFolder(recordsFolder(file, version), fill, content)
  // The other files of the release still hold the records that were removed from it.
  if (content !== hash) rmSync(join(exportsFolder(file), version), { recursive: true, force: true })
}
