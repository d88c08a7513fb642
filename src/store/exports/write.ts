import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { DatasetPage } from '../../model/dataset.ts'
import { openReadOnly } from '../database.ts'
import { dataPackage, tableGroup } from './describe.ts'
import { exportsFolder, folderName, stateOf, writeFolder } from './folder.ts'
import type { ExportManifest, FileFormat, StoredFile } from './manifest.ts'
import { seal } from './seal.ts'
import { type ExportTable, exportTables } from './tables.ts'
import { writers } from './writers.ts'

/**
 * Writes the files of a dataset file into a folder beside it, which comes into its place when it is whole. The files
 * of a release that are there already stay as they are. Returns the manifest.
 */
export async function writeExports(file: string): Promise<ExportManifest> {
  const { release, content, page } = stateOf(file)
  const name = folderName(release, content)
  const folder = join(exportsFolder(file), name)
  const manifest = await writeFolder(folder, async draft => ({
    release,
    content,
    files: await writeFiles(file, draft, page),
  }))
  removeUnreleased(exportsFolder(file), name)
  return manifest
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

/** Removes what was never released but for the newest state; a server that has not looked yet asks for another try. */
function removeUnreleased(folder: string, kept: string) {
  for (const name of readdirSync(folder))
    if (name !== kept && name.includes('+') && !name.endsWith('.draft'))
      rmSync(join(folder, name), { recursive: true })
}
