import { existsSync, globSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type ExportManifest, MANIFEST } from '../../dataset/manifest.ts'
import type { Meta } from '../../dataset/meta.ts'
import { exportsFolder, readExportManifest } from '../../dataset/released.ts'

/** The folder for the exports of a dataset file: one for each release and each unreleased state. */
export function stateFolder(file: string, { release, content }: Meta): string {
  const { version, date } = release
  return join(exportsFolder(file), date === null ? `${version}+${content.slice(0, 8)}` : version)
}

/** The folder with the records of a release, as they are committed with the seed. */
export const recordsFolder = (file: string, version: string): string =>
  join(exportsFolder(file), `${version}.records`)

/**
 * Writes a folder of exports as a draft and renames it when it is complete; an existing one stays as it is. `fill` writes
 * the files into the draft. Returns the manifest.
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
      // Another process has written the same folder meanwhile; else reading it fails.
    }
    return readExportManifest(folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Removes the exports of unreleased states, but for the current folder; a server that still lists them asks clients to retry. */
export function removeUnreleased(current: string) {
  const cwd = dirname(current)
  for (const name of globSync('*+*', { cwd, exclude: ['*.draft', basename(current)] }))
    rmSync(join(cwd, name), { recursive: true })
}
