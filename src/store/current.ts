import { statSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { AT_ONCE, ContentCheck } from './content-check.ts'
import { Dataset } from './dataset.ts'
import { foldersDigest, ReleasedFiles } from './exports/released.ts'
import type { SearchLimits } from './search-pool.ts'

type Log = {
  info: (details: object, message: string) => void
  error: (details: object, message: string) => void
}

/** `checkedAtOnce`: bytes of a file that is checked before it answers. */
type Limits = { search?: SearchLimits; checkedAtOnce?: number }

const LOOK_MS = 1_000
/** After these milliseconds what is slow is begun: it would share the processor with the first answers. */
const FIRST_ANSWERS_MS = 300

/**
 * The dataset that answers now. Looks every second whether the file has been replaced, and swaps one reference when
 * the new one is whole; an answer that has begun keeps the one that it began with.
 */
export class CurrentDataset {
  dataset: Dataset
  /** The files of its releases. */
  exports: ReleasedFiles
  readonly #file: string
  readonly #searchLimits: SearchLimits | undefined
  readonly #content: ContentCheck
  readonly #isChecked: boolean
  #log: Log | undefined
  #seen: string
  #seenExports: string
  #timer: NodeJS.Timeout | undefined
  #looking: Promise<void> | undefined
  #closed = false

  /** Throws where the file cannot be served, or is damaged; of a large one `check` tells that. */
  constructor(file: string, { search, checkedAtOnce = AT_ONCE }: Limits = {}) {
    this.#file = file
    this.#searchLimits = search
    this.#content = new ContentCheck(file)
    this.#seen = identity(file)
    this.dataset = new Dataset(file, search)
    this.#isChecked = this.#content.isWithin(checkedAtOnce)
    if (this.#isChecked) this.#content.now(this.dataset)
    this.exports = new ReleasedFiles(file)
    this.#seenExports = this.exports.digest
  }

  /** Checks a file that was too large for it when it was opened. Throws where it is damaged. */
  async check(): Promise<void> {
    if (this.#isChecked) return
    const [dataset, seen] = [this.dataset, this.#seen]
    await setTimeout(FIRST_ANSWERS_MS)
    if (!this.#closed) await this.#isWhole(dataset, seen)
  }

  /** Begins to look for new files and to log them; starts soon afterwards whatever is slow to start. */
  watch(log: Log) {
    this.#log = log
    void setTimeout(FIRST_ANSWERS_MS, undefined, { ref: false }).then(() => {
      if (!this.#closed) this.dataset.search.start()
    })
    this.#timer = setInterval(() => void this.look(), LOOK_MS).unref()
  }

  /** Looks whether there is a new dataset or there are new files of releases, unless it is at it already. */
  look(): Promise<void> {
    this.#looking ??= this.#lookAround().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  async #lookAround() {
    await this.#lookAtFile()
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
  async #lookAtFile() {
    const found = identity(this.#file)
    if (found === this.#seen) return
    this.#seen = found
    try {
      const next = new Dataset(this.#file, this.#searchLimits)
      if (await this.#isWhole(next, found)) this.#swap(next)
    } catch (error) {
      this.#log?.error({ err: error }, 'the new dataset is not fit; the old one goes on serving')
    }
  }

  /** Whether a dataset has proved whole; not if that is of no more use. Throws where its file is damaged. */
  async #isWhole(dataset: Dataset, seen: string): Promise<boolean> {
    try {
      await this.#content.beside(dataset)
      return !this.#closed
    } catch (error) {
      // Where another file has taken its place, the next look finds that one.
      if (this.#closed || identity(this.#file) !== seen) return false
      throw error
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
    this.#closed = true
    clearInterval(this.#timer)
    await Promise.all([this.dataset.search.close(), this.#content.end()])
  }
}

/** What tells one file from another put in its place. */
function identity(file: string): string {
  const { ino, size, mtimeNs } = statSync(file, { bigint: true, throwIfNoEntry: false }) ?? {}
  return `${ino} ${size} ${mtimeNs}`
}
