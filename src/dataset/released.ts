import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { sha256 } from '../model/hash.ts'
import { compareVersions, type Release } from '../model/release.ts'
import { exportsFolder, readExportManifest } from './exports-folder.ts'
import { type ExportFile, type ExportManifest, MANIFEST, type StoredFile } from './manifest.ts'

/** A file that is ready to be sent, its folder, and its release. */
export type Found = { folder: string; file: StoredFile; release: Release }

/** The files of every release, as they were when the folders were read; those of the newest release come first. */
export class ReleasedFiles {
  /** Identifies the state of the folders. */
  readonly digest: string
  readonly versions: string[]
  readonly files: ExportFile[]
  readonly #found: Found[]

  /** `file`: the dataset file beside the folders. Throws if a manifest is damaged. */
  constructor(file: string) {
    this.digest = foldersDigest(file)
    this.#found = foldersBeside(file)
      .map(folder => ({ folder, manifest: readExportManifest(folder) }))
      .sort((a, b) => newestFirst(a.manifest, b.manifest))
      .flatMap(({ folder, manifest: { release, files } }) =>
        files.map(file => ({ folder, file, release })),
      )
    this.versions = [...new Set(this.#found.map(({ release }) => release.version))]
    this.files = this.#found.map(toExportFile)
  }

  /** The names of the files of a release; empty if there are none. */
  names(version: string): string[] {
    return this.#found.flatMap(({ file, release }) =>
      release.version === version ? file.name : [],
    )
  }

  /** A file of a release; undefined if there is none. */
  find(version: string, name: string): Found | undefined {
    return this.#found.find(
      ({ file, release }) => release.version === version && file.name === name,
    )
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
  globSync(join(exportsFolder(file), '*', MANIFEST))
    .map(path => dirname(path))
    .filter(folder => !folder.endsWith('.draft'))
    .sort()

/** The version of a release; of unreleased files, that of the release before. */
const lastVersion = ({ release }: ExportManifest) => release.version.replace(/-unreleased$/, '')

const isUnreleased = ({ release }: ExportManifest) => Number(release.date === null)

/** Unreleased files come before those of the release that they follow. */
const newestFirst = (a: ExportManifest, b: ExportManifest): number =>
  compareVersions(lastVersion(b), lastVersion(a)) || isUnreleased(b) - isUnreleased(a)
