import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../model/hash.ts'
import { compareVersions, type Release } from '../../model/release.ts'
import { exportsFolder, readExportManifest } from './folder.ts'
import { type ExportFile, type ExportManifest, MANIFEST, type StoredFile } from './manifest.ts'

/** A file that lies ready, the folder that it is in, and the release that it is of. */
export type Found = { folder: string; file: StoredFile; release: Release }

type Folder = { path: string; manifest: ExportManifest }

/** The files of every release that are there, as they were when they were looked at. */
export class ReleasedFiles {
  /** Names what is there. */
  readonly digest: string
  readonly #folders: Map<string, Folder[]>

  /** `file`: the dataset file that they lie beside. Throws where a manifest is damaged. */
  constructor(file: string) {
    const folder = exportsFolder(file)
    const names = foldersIn(folder)
    this.digest = foldersDigest(file)
    const read = names.map(name => ({
      path: join(folder, name),
      manifest: readExportManifest(join(folder, name)),
    }))
    this.#folders = Map.groupBy(
      read.sort((a, b) => newestFirst(a.manifest, b.manifest)),
      ({ manifest }) => manifest.release.version,
    )
  }

  get versions(): string[] {
    return [...this.#folders.keys()]
  }

  /** Every file, those of the newest release first. */
  get files(): ExportFile[] {
    return [...this.#folders.values()].flat().flatMap(({ manifest: { release, files } }) =>
      files.map(({ name, format, bytes, sha256 }) => ({
        release: release.version,
        name,
        format,
        url: `/v1/exports/${release.version}/${name}`,
        bytes,
        sha256,
      })),
    )
  }

  /** The names of the files of a release; empty where there are none. */
  names(version: string): string[] {
    return this.#filesOf(version).map(({ file }) => file.name)
  }

  /** A file of a release; undefined where it is not there. */
  find(version: string, name: string): Found | undefined {
    return this.#filesOf(version).find(({ file }) => file.name === name)
  }

  #filesOf(version: string): Found[] {
    const folders = this.#folders.get(version) ?? []
    return folders.flatMap(({ path, manifest: { release, files } }) =>
      files.map(file => ({ folder: path, file, release })),
    )
  }
}

/** Tells one state of the folders beside a dataset file from another. */
export const foldersDigest = (file: string): string =>
  sha256(foldersIn(exportsFolder(file)).join('\n'))

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => existsSync(join(folder, name, MANIFEST)) && !name.endsWith('.draft'))
        .sort()
    : []

const UNRELEASED = /-unreleased$/

/** What is not released comes before the release that it follows. */
function newestFirst({ release: a }: ExportManifest, { release: b }: ExportManifest): number {
  const [x, y] = [a, b].map(({ version }) => version.replace(UNRELEASED, '')) as [string, string]
  return compareVersions(y, x) || Number(b.date === null) - Number(a.date === null)
}
