import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type ExportManifest, MANIFEST } from '../../dataset/manifest.ts'
import { type Meta, metaOf } from '../../dataset/meta.ts'
import { exportsFolder, namesIn, readExportManifest, verifyFolder } from '../../dataset/released.ts'
import { draftOf } from '../draft.ts'

/** The folder for the exports of a dataset: one for each release and each unreleased state. `file`: its place. */
export function stateFolder(file: string, { release, content }: Meta): string {
  const { version, date } = release
  return join(exportsFolder(file), date === null ? `${version}+${content.slice(0, 8)}` : version)
}

/** The name of the folder for the exports of a dataset file; undefined if there is no such file. */
export function stateOf(file: string): string | undefined {
  try {
    return basename(stateFolder(file, metaOf(file)))
  } catch {
    return undefined
  }
}

/** The folder with the records of a release, as they are committed with the seed. */
export const recordsFolder = (file: string, version: string): string =>
  join(exportsFolder(file), `${version}.records`)

const unreleased = /^(?:[\d.]+-)?unreleased\+[0-9a-f]{8}$/
const released = /^[\d.]+(?:\.records)?$/

/** Whether a folder of exports has this name. */
export const isExportsName = (name = ''): boolean => unreleased.test(name) || released.test(name)

/**
 * Writes a folder of exports as a draft and renames it when it is complete; an existing one stays unless it is damaged,
 * or not of the `content` that is asked for. `fill` writes the files into the draft. Returns the manifest.
 */
export async function writeFolder(
  folder: string,
  fill: (draft: string) => Promise<ExportManifest>,
  content?: string,
): Promise<ExportManifest> {
  if (existsSync(folder)) {
    const manifest = await verifyFolder(folder).catch(() => undefined)
    if (manifest && (content ?? manifest.content) === manifest.content) return manifest
  }
  const draft = draftOf(folder)
  mkdirSync(draft, { recursive: true })
  try {
    const manifest = await fill(draft)
    writeFileSync(join(draft, MANIFEST), JSON.stringify(manifest, null, 2), { flush: true })
    rmSync(folder, { recursive: true, force: true })
    renameSync(draft, folder)
    return readExportManifest(folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Removes the exports of unreleased states, but for those of the folders named. */
export function removeUnreleased(file: string, kept: (string | undefined)[]) {
  const folder = exportsFolder(file)
  for (const name of namesIn(folder))
    if (unreleased.test(name) && !kept.includes(name))
      rmSync(join(folder, name), { recursive: true, force: true })
}
