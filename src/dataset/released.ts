import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { sha256 as hashOf } from '../model/hash.ts'
import { compareVersions, type Release } from '../model/release.ts'
import { hashFile } from './checksum.ts'
import { identityOf, isWritten } from './identity.ts'
import {
  type Coding,
  codings,
  type ExportFile,
  ExportManifest,
  MANIFEST,
  type StoredFile,
} from './manifest.ts'

/** The folder with the exports of each release, beside the dataset file. */
export const exportsFolder = (file: string): string => join(dirname(file), 'exports')

/** A file of a release that is not as its manifest says. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
}

/** Throws DamagedFile if a path is missing or leads elsewhere, even if its target would do. */
function refuseLinks(path: string, isKind: 'isFile' | 'isDirectory') {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) throw new DamagedFile(`${path} is missing`)
  if (!found[isKind]()) throw new DamagedFile(`${path} is a link, or no file of a release`)
  return found
}

/** The manifest of the exports in a folder. Throws if it cannot be read. */
export function readExportManifest(folder: string): ExportManifest {
  const path = join(folder, MANIFEST)
  refuseLinks(folder, 'isDirectory')
  refuseLinks(path, 'isFile')
  const { data, error } = ExportManifest.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (error) throw new DamagedFile(z.prettifyError(error).split('\n')[0])
  return data
}

type Form = { path: string; bytes: number; sha256: string }

/** A file as it is stored in a coding. */
function formOf(folder: string, file: StoredFile, coding: Coding | undefined): Form {
  const { bytes, sha256 } = (coding && file.encodings?.[coding]) ?? file
  return { path: join(folder, file.name + (coding ? codings[coding] : '')), bytes, sha256 }
}

/** Throws DamagedFile unless a file has its length and is no link. */
function checkLength({ path, bytes }: Form) {
  const { size } = refuseLinks(path, 'isFile')
  if (size !== bytes) throw new DamagedFile(`${path} has ${size} bytes instead of ${bytes}`)
}

async function checkHash({ path, sha256 }: Form) {
  if ((await hashFile(path)) !== sha256) throw new DamagedFile(`${path} has another sha256`)
}

function formsIn(folder: string) {
  const manifest = readExportManifest(folder)
  const forms = manifest.files.flatMap(file => [
    formOf(folder, file, undefined),
    ...Object.keys(file.encodings ?? {}).map(coding => formOf(folder, file, coding as Coding)),
  ])
  return { manifest, forms }
}

/** Whether every file of a folder is there, with its length. */
export function isComplete(folder: string): boolean {
  try {
    formsIn(folder).forms.forEach(checkLength)
    return true
  } catch {
    return false
  }
}

/** The manifest of a folder. Throws unless every file is as it says. */
export async function verifyFolder(folder: string): Promise<ExportManifest> {
  const { manifest, forms } = formsIn(folder)
  for (const form of forms) {
    checkLength(form)
    await checkHash(form)
  }
  return manifest
}

/** A file that is ready to be sent, its folder, and its release. */
export type Found = { folder: string; file: StoredFile; release: Release }

export type CheckedFile = { path: string; assertUnchanged: () => void }

/** The files of every release, as they were when the folders were read; those of the newest release come first. */
export class ReleasedFiles {
  /** Identifies what the list of files says. */
  readonly digest: string
  readonly versions: string[]
  readonly files: ExportFile[]
  /** Why folders are left out, one line each. */
  readonly problems: string[] = []
  readonly #found: Map<string, Found[]>
  readonly #checks = new Map<string, { identity: string; check: Promise<void> }>()

  /** `file`: the dataset file beside the folders. `content`: its checksum; other unreleased states are left out. */
  constructor(file: string, content: string) {
    const found = foldersBeside(file)
      .flatMap(folder => this.#read(folder) ?? [])
      .filter(({ release, ...manifest }) => release.date !== null || manifest.content === content)
      // Unreleased files come before those of the release that they follow.
      .sort((a, b) => compareVersions(b.release.version, a.release.version))
      .flatMap(({ folder, release, files }) => files.map(file => ({ folder, file, release })))
    this.files = found.map(toExportFile)
    this.digest = hashOf(JSON.stringify(this.files))
    this.#found = Map.groupBy(found, ({ release }) => release.version)
    this.versions = [...this.#found.keys()]
  }

  #read(folder: string) {
    try {
      return { folder, ...readExportManifest(folder) }
    } catch (error) {
      this.problems.push(`${join(folder, MANIFEST)}: ${(error as Error).message}`)
      return undefined
    }
  }

  /** The names of the files of a release; empty if there are none. */
  names(version: string): string[] {
    return this.#found.get(version)?.map(({ file }) => file.name) ?? []
  }

  /** A file of a release; undefined if there is none. */
  find(version: string, name: string): Found | undefined {
    return this.#found.get(version)?.find(({ file }) => file.name === name)
  }

  /**
   * The path of a file in a coding, and a function that throws DamagedFile once somebody has written to it. Throws that
   * too unless the file is as the manifest says; its hash is computed once, and again when somebody has written to it.
   */
  async checked({ folder, file }: Found, coding: Coding | undefined): Promise<CheckedFile> {
    const form = formOf(folder, file, coding)
    checkLength(form)
    const identity = identityOf(form.path)
    const known = this.#checks.get(form.path)
    const { check } = known?.identity === identity ? known : { check: checkHash(form) }
    this.#checks.set(form.path, { identity, check })
    try {
      await check
    } catch (error) {
      // It may be readable the next time.
      if (!(error instanceof DamagedFile)) this.#checks.delete(form.path)
      throw error
    }
    const assertUnchanged = () => {
      if (isWritten(identity, identityOf(form.path)))
        throw new DamagedFile(`somebody has written to ${form.path}`)
    }
    return { path: form.path, assertUnchanged }
  }
}

function toExportFile({ release: { version }, file }: Found): ExportFile {
  const { name, format, bytes, sha256 } = file
  return { release: version, name, format, url: `/v1/exports/${version}/${name}`, bytes, sha256 }
}

/** Differs between two states of the folders beside a dataset file. */
export const exportsIdentity = (file: string): string =>
  foldersBeside(file)
    .map(folder => `${basename(folder)} ${identityOf(join(folder, MANIFEST))}`)
    .join('\n')

/** The folders with a manifest, in the order of their names; a server may meet them while they are written. */
const foldersBeside = (file: string): string[] =>
  namesIn(exportsFolder(file))
    .filter(name => !name.endsWith('.draft'))
    .map(name => join(exportsFolder(file), name))
    .filter(folder => existsSync(join(folder, MANIFEST)))
    .sort()

/** The names in a folder; none if there is no such folder. globSync would hide that no file descriptor is left. */
export function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
