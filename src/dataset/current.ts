import { statSync } from 'node:fs'
import { verifyChecksum } from './checksum.ts'
import { Dataset } from './dataset.ts'
import { foldersDigest, ReleasedFiles } from './released.ts'
import type { SearchLimits } from './search-client.ts'

type Log = {
  info: (details: object, message: string) => void
  error: (details: object, message: string) => void
}

const LOOK_MS = 1_000
/** The first search process starts after these milliseconds: it would compete with the first answers for the processor. */
const SEARCH_START_MS = 300

/**
 * The dataset that answers now. Checks every second whether the file has been replaced, and swaps one reference once
 * the new file is verified; an answer in progress keeps the dataset that it began with.
 */
export class CurrentDataset {
  dataset: Dataset
  /** The files of its releases. */
  exports: ReleasedFiles
  readonly #file: string
  readonly #limits: SearchLimits | undefined
  #log: Log | undefined
  #seen: string
  #seenExports: string
  #timers: NodeJS.Timeout[] = []
  #looking: Promise<void> | undefined
  #isClosed = false

  /** Opens a dataset file. Throws if it cannot be served or is damaged. */
  static async open(file: string, limits?: SearchLimits): Promise<CurrentDataset> {
    const current = new CurrentDataset(file, limits)
    await verifyChecksum(file, current.dataset.meta.content)
    return current
  }

  private constructor(file: string, limits: SearchLimits | undefined) {
    this.#file = file
    this.#limits = limits
    this.#seen = identityOf(file)
    this.dataset = new Dataset(file, limits)
    this.exports = new ReleasedFiles(file)
    this.#seenExports = this.exports.digest
  }

  /** Starts a search process soon, and from now on looks for new files. */
  watch(log: Log) {
    this.#log = log
    this.#timers = [
      setTimeout(() => this.dataset.search.start(), SEARCH_START_MS).unref(),
      setInterval(() => void this.look(), LOOK_MS).unref(),
    ]
  }

  /** Looks for a new dataset and for new files of releases, unless it is looking already. */
  look(): Promise<void> {
    this.#looking ??= this.#lookAtFile()
      .then(() => this.#lookAtExports())
      .finally(() => {
        this.#looking = undefined
      })
    return this.#looking
  }

  async #lookAtFile() {
    const found = identityOf(this.#file)
    if (found === this.#seen) return
    this.#seen = found
    try {
      const next = new Dataset(this.#file, this.#limits)
      await verifyChecksum(this.#file, next.meta.content)
      if (!this.#isClosed) this.#swap(next)
    } catch (error) {
      // If the file has been replaced again, the next look finds that one.
      if (!this.#isClosed && identityOf(this.#file) === found)
        this.#log?.error({ err: error }, 'the new dataset cannot be served; the old one stays')
    }
  }

  #swap(next: Dataset) {
    this.dataset.search.retire()
    this.dataset = next
    next.search.start()
    this.#log?.info({ release: next.meta.release }, 'a new dataset is served')
  }

  #lookAtExports() {
    const found = foldersDigest(this.#file)
    if (found === this.#seenExports) return
    this.#seenExports = found
    try {
      this.exports = new ReleasedFiles(this.#file)
      this.#log?.info({ releases: this.exports.versions }, 'other files of releases are served')
    } catch (error) {
      this.#log?.error({ err: error }, 'the files of releases cannot be read')
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const timer of this.#timers) clearTimeout(timer)
    await this.dataset.search.close()
  }
}

/** Differs between two files that replaced one another. */
function identityOf(file: string): string {
  const { ino, size, mtimeNs } = statSync(file, { bigint: true, throwIfNoEntry: false }) ?? {}
  return `${ino} ${size} ${mtimeNs}`
}
