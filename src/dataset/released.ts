import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { sha256 } from '../model/hash.ts'
import { compareVersions, type Release } from '../model/release.ts'
import { type ExportFile, ExportManifest, MANIFEST, type StoredFile } from './manifest.ts'

/** The folder with the exports of each release, beside the dataset file. */
export const exportsFolder = (file: string): string => join(dirname(file), 'exports')

/** The manifest of the exports in a folder. Throws if it cannot be read. */
export const readExportManifest = (folder: string): ExportManifest =>
  ExportManifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')))

/** A file that is ready to be sent, its folder, and its release. */
export type Found = { folder: string; file: StoredFile; release: Release }

/** The files of every release, as they were when the folders were read; those of the newest release come first. */
export class ReleasedFiles {
  /** Identifies the state of the folders. */
  readonly digest: string
  readonly versions: string[]
  readonly files: ExportFile[]
  readonly #found: Map<string, Found[]>

  /** `file`: the dataset file beside the folders. Throws if a manifest is damaged. */
  constructor(file: string) {
    this.digest = foldersDigest(file)
    const found = foldersBeside(file)
      .map(folder => ({ folder, ...readExportManifest(folder) }))
      // Unreleased files come before those of the release that they follow.
      .sort((a, b) => compareVersions(b.release.version, a.release.version))
      .flatMap(({ folder, release, files }) => files.map(file => ({ folder, file, release })))
    this.files = found.map(toExportFile)
    this.#found = Map.groupBy(found, ({ release }) => release.version)
    this.versions = [...this.#found.keys()]
  }

  /** The names of the files of a release; empty if there are none. */
  names(version: string): string[] {
    return this.#found.get(version)?.map(({ file }) => file.name) ?? []
  }

  /** A file of a release; undefined if there is none. */
  find(version: string, name: string): Found | undefined {
    return this.#found.get(version)?.find(({ file }) => file.name === name)
  }
}

function toExportFile({ release: { version }, file }: Found): ExportFile {
  const { name, format, bytes, sha256 } = file
  return { release: version, name, format, url: `/v1/exports/${version}/${name}`, bytes, sha256 }
}

/** Identifies the state of the folders beside a dataset file. */
export const foldersDigest = (file: string): string =>
  sha256(
    foldersBeside(file)
      .map(folder => basename(folder))
      .join('\n'),
  )

/** The folders with a manifest, in the order of their names; a server may meet them while they are written. */
const foldersBeside = (file: string): string[] =>
  globSync(join('*', MANIFEST), { cwd: exportsFolder(file), exclude: ['*.draft'] })
    .map(path => join(exportsFolder(file), dirname(path)))
    .sort()
