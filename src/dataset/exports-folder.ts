import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ExportManifest, MANIFEST } from './manifest.ts'

/** The folder with the exports of each release, beside the dataset file. */
export const exportsFolder = (file: string): string => join(dirname(file), 'exports')

/** The manifest of the exports in a folder. Throws if it cannot be read. */
export const readExportManifest = (folder: string): ExportManifest =>
  ExportManifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')))
