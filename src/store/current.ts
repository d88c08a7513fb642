import { statSync } from 'node:fs'
import { Dataset } from './dataset.ts'
import { foldersDigest, ReleasedFiles } from './exports/released.ts'
import { SEARCH_BUDGET } from './search-pool.ts'

type Log = {
  info: (details: object, message: string) => void
  error: (details: object, message: string) => void
}

const LOOK_MS = 1_000

/**
 * The dataset that answers now. Looks every second whether the file has been replaced, and swaps one reference when
 * the new one is whole; an answer that has begun keeps the one that it began with.
 */
export class CurrentDataset {
  dataset: Dataset
  /** The files of its releases. */
  exports: ReleasedFiles
  readonly #file: string
  readonly #searchBudget: number
  #log: Log | undefined
  #seen: string
  #seenExports: string
  #timer: NodeJS.Timeout | undefined

  /** Throws where the file cannot be served. `searchBudget`: milliseconds that a search may take. */
  constructor(file: string, searchBudget = SEARCH_BUDGET) {
    this.#file = file
    this.#searchBudget = searchBudget
    this.#seen = identity(file)
    this.dataset = new Dataset(file, searchBudget)
    this.exports = new ReleasedFiles(file)
    this.#seenExports = this.exports.digest
  }

  /** Begins to look for new files, and to tell of them; whatever is slow to start is started. */
  watch(log: Log) {
    this.#log = log
    this.dataset.search.start()
    this.#timer = setInterval(() => this.look(), LOOK_MS).unref()
  }

  /** Looks whether there is a new dataset or there are new files of releases. */
  look() {
    this.#lookAtFile()
    this.#lookAtExports()
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

  /** Opens the file if it is another one than before; keeps the old dataset where the new one is not fit. */
  #lookAtFile() {
    const found = identity(this.#file)
    if (found === this.#seen) return
    this.#seen = found
    try {
      this.#swap(new Dataset(this.#file, this.#searchBudget))
    } catch (error) {
      this.#log?.error({ err: error }, 'the new dataset is not fit; the old one goes on serving')
    }
  }

  #swap(next: Dataset) {
    const old = this.dataset
    this.dataset = next
    next.search.start()
    old.retire()
    this.#log?.info({ release: next.release }, 'a new dataset is served')
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.dataset.search.close()
  }
}

/** What tells one file from another put in its place. */
function identity(file: string): string {
  const { ino, size, mtimeNs } = statSync(file, { bigint: true, throwIfNoEntry: false }) ?? {}
  return `${ino} ${size} ${mtimeNs}`
}
