import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { APPLICATION_ID } from '../dataset/format.ts'
import { metaOf } from '../dataset/meta.ts'
import { exportsFolder, namesIn } from '../dataset/released.ts'
import { Sha256 } from '../model/text.ts'
import { draftOf, finishedName } from './draft.ts'
import { isExportsName } from './exports/folder.ts'

/** Milliseconds to wait for another build. */
const PATIENCE_MS = 600_000
const LOCK = 'build.lock'

/** A path at which there is something that no build may replace. */
export class NotOurs extends Error {
  override readonly name = 'NotOurs'
}

/**
 * The sole right to write a dataset file and the exports beside it. The constructor waits until no other process has it;
 * it ends with `dispose`, or with the process. A lock of SQLite cannot outlive its process, unlike a file with its id.
 */
export class Workplace implements Disposable {
  /** The place of the dataset file. A link there stays, and leads to the new file. */
  readonly #file: string
  /** Where the file is written until it is complete. */
  readonly draft: string
  readonly #lock: Database

  /** Throws NotOurs if there is something else than a dataset. */
  constructor(path: string) {
    this.#file = behindLinks(path)
    refuseForeign(this.#file)
    this.draft = draftOf(this.#file)
    for (const place of [path, this.#file]) mkdirSync(dirname(place), { recursive: true })
    this.#lock = lock(join(dirname(path), LOCK))
    removeDrafts(this.#file, path)
  }

  /** Puts the finished draft into its place. Throws NotOurs if something else has come there meanwhile. */
  publish() {
    refuseForeign(this.#file)
    renameSync(this.draft, this.#file)
  }

  [Symbol.dispose]() {
    rmSync(this.draft, { force: true })
    this.#lock.close()
  }
}

function lock(path: string): Database {
  try {
    const db = new Sqlite(path, { timeout: PATIENCE_MS })
    // Else there would be a second file.
    db.pragma('journal_mode = MEMORY')
    // A file that may only be read takes no lock, but refuses to be written.
    db.exec('BEGIN EXCLUSIVE; PRAGMA user_version = 1')
    return db
  } catch (cause) {
    throw new Error(`${path} cannot be locked: ${(cause as Error).message}`, { cause })
  }
}

/** The path that links lead to, even if there is nothing. */
function behindLinks(path: string): string {
  try {
    statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    // A link that leads back to itself, for example.
    throw new NotOurs((error as Error).message)
  }
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
  return isLink ? behindLinks(resolve(realpathSync(dirname(path)), readlinkSync(path))) : path
}

/** Throws NotOurs unless a path is free for a dataset. */
function refuseForeign(path: string) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || (found.isFile() && found.size === 0)) return
  if (!found.isFile()) throw new NotOurs(`${path} is no file`)
  if (!isDataset(path))
    throw new NotOurs(
      `${path} is no dataset of this program and is not replaced; move it, or set DATABASE to another path`,
    )
}

const MAGIC = 'SQLite format 3\0'
const ID_OFFSET = 68

/** Whether a file is a dataset of this program, even a damaged one. */
function isDataset(path: string): boolean {
  const head = Buffer.alloc(ID_OFFSET + 4)
  const handle = openSync(path, 'r')
  readSync(handle, head)
  closeSync(handle)
  if (!head.toString('latin1').startsWith(MAGIC)) return false
  return head.readInt32BE(ID_OFFSET) === APPLICATION_ID || isUnmarked(path)
}

/** Whether a file is a dataset of the time before they had an application_id. */
function isUnmarked(path: string): boolean {
  try {
    const { format, inputs, content } = metaOf(path)
    return [format, inputs, content].every(hash => Sha256.safeParse(hash).success)
  } catch {
    return false
  }
}

/** Removes what builds that were killed have left. */
function removeDrafts(file: string, path: string) {
  for (const name of namesIn(dirname(file)))
    if (finishedName(name) === basename(file)) rmSync(join(dirname(file), name), { force: true })
  for (const name of namesIn(exportsFolder(path)))
    if (isExportsName(finishedName(name)))
      rmSync(join(exportsFolder(path), name), { recursive: true })
}
