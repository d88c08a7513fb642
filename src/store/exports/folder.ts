import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatasetPage } from '../../model/dataset.ts'
import type { Release } from '../../model/release.ts'
import { openReadOnly } from '../database.ts'
import { readMeta } from '../meta.ts'
import { ExportManifest, MANIFEST } from './manifest.ts'

/** The folder with the files of each release, beside the dataset file. */
export const exportsFolder = (file: string): string => join(dirname(file), 'exports')

/** The folder of one state of the dataset: a release has its own for ever, what is not released has one for each state. */
export function folderName({ version, date }: Release, content: string): string {
  return date === null ? `${version}+${content.slice(0, 8)}` : version
}

/** Whether the files of a dataset file are there. */
export function hasExports(file: string): boolean {
  const { release, content } = stateOf(file)
  return existsSync(join(exportsFolder(file), folderName(release, content), MANIFEST))
}

/** What a dataset file says of itself. */
export function stateOf(file: string) {
  const db = openReadOnly(file)
  try {
    return readMeta(db) as { release: Release; content: string; page: DatasetPage }
  } finally {
    db.close()
  }
}

/** What a folder of exports holds. Throws where that cannot be read. */
export const readExportManifest = (folder: string): ExportManifest =>
  ExportManifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')))
