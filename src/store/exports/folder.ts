import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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

/** The state of a dataset file, from its own description. */
export function stateOf(file: string) {
  const db = openReadOnly(file)
  try {
    return readMeta(db) as { release: Release; content: string; page: DatasetPage }
  } finally {
    db.close()
  }
}

/** The manifest of a folder of exports. Throws if it cannot be read. */
export const readExportManifest = (folder: string): ExportManifest =>
  ExportManifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')))

/**
 * Writes a folder of exports as a draft and renames it when it is whole; one that is there already stays as it is.
 * `fill` writes the files into the draft. Returns the manifest.
 */
export async function writeFolder(
  folder: string,
  fill: (draft: string) => Promise<ExportManifest>,
): Promise<ExportManifest> {
  if (existsSync(folder)) return readExportManifest(folder)
  const draft = `${folder}.${process.pid}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  try {
    const manifest = await fill(draft)
    writeFileSync(join(draft, MANIFEST), JSON.stringify(manifest, null, 2), { flush: true })
    try {
      renameSync(draft, folder)
    } catch {
      // Another process has written the same folder meanwhile; else there is nothing to read.
    }
    return readExportManifest(folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** The folder with the records of a release, as they are committed with the seed. */
export const recordsFolder = (file: string, version: string): string =>
  join(exportsFolder(file), `${version}.records`)
