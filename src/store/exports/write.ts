import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { DatasetPage } from '../../model/dataset.ts'
import type { Release } from '../../model/release.ts'
import { openReadOnly } from '../database.ts'
import { readMeta } from '../meta.ts'
import { dataPackage, tableGroup } from './describe.ts'
import { ExportManifest, type FileFormat, MANIFEST, type StoredFile } from './manifest.ts'
import { seal } from './seal.ts'
import { type ExportTable, exportTables } from './tables.ts'
import { writers } from './writers.ts'

/** The folder with the files of each release, beside the dataset file. */
export const exportsFolder = (file: string): string => join(dirname(file), 'exports')

/** The folder of one state of the dataset: a release has its own for ever, what is not released has one for each state. */
function folderName({ version, date }: Release, content: string): string {
  return date === null ? `${version}+${content.slice(0, 8)}` : version
}

/** Whether the files of a dataset file are there. */
export function hasExports(file: string): boolean {
  const { release, content } = stateOf(file)
  return existsSync(join(exportsFolder(file), folderName(release, content), MANIFEST))
}

function stateOf(file: string) {
  const db = openReadOnly(file)
  try {
    return readMeta(db) as { release: Release; content: string; page: DatasetPage }
  } finally {
    db.close()
  }
}

/**
 * Writes the files of a dataset file into a folder beside it, which comes into its place when it is whole. The files
 * of a release that are there already stay as they are. Returns the manifest.
 */
export async function writeExports(file: string): Promise<ExportManifest> {
  const { release, content, page } = stateOf(file)
  const name = folderName(release, content)
  const folder = join(exportsFolder(file), name)
  if (existsSync(folder)) return readExportManifest(folder)
  const draft = `${folder}.${process.pid}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  try {
    const manifest = { release, content, files: await writeFiles(file, draft, page) }
    writeFileSync(join(draft, MANIFEST), JSON.stringify(manifest, null, 2), { flush: true })
    renameSync(draft, folder)
    removeUnreleased(exportsFolder(file), name)
    return manifest
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function writeFiles(file: string, folder: string, page: DatasetPage): Promise<StoredFile[]> {
  const db = openReadOnly(file)
  try {
    const tables = exportTables(db)
    const files: StoredFile[] = []
    const add = async (names: string[]) => {
      for (const name of names)
        files.push({ name, format: formatOf(name), ...(await seal(folder, name)) })
    }
    for (const write of Object.values(writers)) await add(await write({ db, file, tables }, folder))
    for (const [name, describe] of Object.entries(descriptions)) {
      const text = `${JSON.stringify(describe(page, tables, files), null, 2)}\n`
      writeFileSync(join(folder, name), text, { flush: true })
      await add([name])
    }
    return files
  } finally {
    db.close()
  }
}

/** What describes the files; the last one names all of them but itself. */
const descriptions: Record<
  string,
  (page: DatasetPage, tables: ExportTable[], files: StoredFile[]) => object
> = { 'csv-metadata.json': tableGroup, 'datapackage.json': dataPackage }

const formatOf = (name: string) => extname(name).slice(1) as FileFormat

export const readExportManifest = (folder: string): ExportManifest =>
  ExportManifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')))

/** Removes what was never released but for the newest state; a server that has not looked yet asks for another try. */
function removeUnreleased(folder: string, kept: string) {
  for (const name of readdirSync(folder))
    if (name !== kept && name.includes('+') && !name.endsWith('.draft'))
      rmSync(join(folder, name), { recursive: true })
}
