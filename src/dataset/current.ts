import { verifyChecksum } from './checksum.ts'
import { Dataset } from './dataset.ts'
import { identityOf } from './identity.ts'
import { exportsIdentity, ReleasedFiles } from './released.ts'
import type { SearchLimits } from './search-client.ts'

type Log = Record<'info' | 'warn' | 'error', (details: object, message: string) => void>

const LOOK_MS = 1_000
/** The first search process starts after these milliseconds: it would compete with the first answers for the processor. */
const SEARCH_START_MS = 300

type Options = {
  limits?: SearchLimits | undefined
  /** Runs before a dataset is served. */
  prepare?(dataset: Dataset): Promise<void>
}

/** A dataset, and the files of its releases. */
type Served = { dataset: Dataset; exports: ReleasedFiles }

/**
 * The dataset that answers now. Checks every second whether the file has been replaced, and swaps one reference once
 * the new file is verified; an answer in progress keeps the dataset that it began with. Once somebody has written to
 * the file that is served, there are no answers from it until it is verified again, or replaced.
 */
export class CurrentDataset {
  readonly #file: string
  readonly #options: Options
  #served: Served
  #log: Log | undefined
  #seen: string
  /** The file that was last found and cannot be served. */
  #failed: string | undefined
  #seenExports: string
  #timers: NodeJS.Timeout[] = []
  #looking: Promise<void> | undefined
  #isClosed = false

  /** Opens a dataset file. Throws if it cannot be served or is damaged. */
  static async open(file: string, options: Options = {}): Promise<CurrentDataset> {
    const current = new CurrentDataset(file, options)
    await current.#verify(current.#served.dataset)
    return current
  }

  private constructor(file: string, options: Options) {
    this.#file = file
    this.#options = options
    const { limits } = options
    this.#seen = identityOf(file)
    this.#seenExports = exportsIdentity(file)
    this.#served = serve(file, new Dataset(file, limits))
  }

  /** Throws DatasetChanged while nothing can be answered. */
  get dataset(): Dataset {
    const { dataset } = this.#served
    if (dataset.isChanged) dataset.assertUnchanged()
    return dataset
  }

  get exports(): ReleasedFiles {
    return this.#served.exports
  }

  /** Starts a search process soon, and from now on looks for new files. */
  watch(log: Log) {
    this.#log = log
    this.#logProblems()
    this.#timers = [
      setTimeout(() => this.#served.dataset.search.start(), SEARCH_START_MS).unref(),
      setInterval(() => void this.look(), LOOK_MS).unref(),
    ]
  }

  /** Looks for a new dataset and for new files of releases, unless it is looking already. Never throws. */
  look(): Promise<void> {
    this.#looking ??= this.#look()
      .catch(error => {
        const level = isPassing(error) ? 'warn' : 'error'
        this.#log?.[level]({ err: error }, 'no look at the files was possible')
      })
      .finally(() => {
        this.#looking = undefined
      })
    return this.#looking
  }

  async #look() {
    await this.#lookAtFile()
    this.#lookAtExports()
  }

  async #lookAtFile() {
    const found = identityOf(this.#file)
    if (found === this.#seen) return
    this.#seen = found
    const { dataset } = this.#served
    dataset.examine()
    let next: Dataset | undefined
    try {
      next = new Dataset(this.#file, this.#options.limits)
      await this.#verify(next)
      if (!this.#isClosed) this.#swap(next)
    } catch (error) {
      await next?.close()
      // If the file has been replaced again, the next look finds that one.
      if (this.#isClosed || identityOf(this.#file) !== found) return
      if (isPassing(error)) this.#seen = ''
      // Its time was set back.
      else if (dataset.isInPlace()) dataset.isChanged = true
      if (found !== this.#failed) this.#log?.error({ err: error }, failureOf(dataset))
      this.#failed = found
    }
  }

  /** Throws unless an open dataset file is as it was built, and was all the time. */
  async #verify(dataset: Dataset) {
    await verifyChecksum(this.#file, dataset.meta.content)
    await this.#options.prepare?.(dataset)
    dataset.assertUnchanged()
  }

  #swap(next: Dataset) {
    const seen = exportsIdentity(this.#file)
    const served = serve(this.#file, next)
    this.#served.dataset.search.retire()
    this.#served = served
    this.#seenExports = seen
    next.search.start()
    this.#log?.info({ release: next.meta.release }, 'a new dataset is served')
    this.#logProblems()
  }

  #lookAtExports() {
    const found = exportsIdentity(this.#file)
    if (found === this.#seenExports) return
    this.#served = serve(this.#file, this.#served.dataset)
    this.#seenExports = found
    this.#log?.info({ releases: this.exports.versions }, 'other files of releases are served')
    this.#logProblems()
  }

  #logProblems() {
    for (const problem of this.exports.problems)
      this.#log?.error({ problem }, 'a folder of exports is left out')
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const timer of this.#timers) clearTimeout(timer)
    await this.#served.dataset.search.close()
  }
}

/** Whether an error may be gone at the next look: no permission, no file descriptor left. Damage stays. */
const isPassing = (error: unknown): boolean =>
  /^(?:E[A-Z]+|SQLITE_(?:CANTOPEN|IOERR|BUSY).*)$/.test(String(Object(error).code))

const failureOf = ({ isChanged }: Dataset): string =>
  isChanged
    ? 'the dataset file was written to and is damaged; there are no answers until it is right or replaced'
    : 'the new dataset cannot be served; the old one stays'

const serve = (file: string, dataset: Dataset): Served => ({
  dataset,
  exports: new ReleasedFiles(file, dataset.meta.content),
})
