import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import workerpool, { type Pool } from 'workerpool'
import type { SearchRequest } from './search.ts'

/** A search that was ended because its time was up, or not begun because too many wait. */
export class SearchBusy extends Error {
  constructor(cause: unknown) {
    super('search is busy', { cause })
    this.name = 'SearchBusy'
  }
}

/** Milliseconds that a search may take, unless it is said otherwise. */
export const SEARCH_BUDGET = 2_000
const QUEUE = 32

const script = fileURLToPath(new URL('./search-worker.ts', import.meta.url))

/**
 * Text search over one dataset file in processes of its own, started when first needed: a search cannot be bounded
 * from inside SQLite, but a process can be ended.
 */
export class SearchPool {
  readonly #file: string
  readonly #content: string
  readonly #budget: number
  #pool: Pool | undefined
  #asked = 0
  #retired = false
  #closed = false

  /** `budget`: milliseconds that a search may take. */
  constructor(file: string, content: string, budget = SEARCH_BUDGET) {
    this.#file = file
    this.#content = content
    this.#budget = budget
  }

  /** Asks a search process. Throws SearchBusy where it gives no answer in time. */
  async ask<T>(request: SearchRequest): Promise<T> {
    if (this.#closed) throw new SearchBusy(new Error('the processes have been ended'))
    this.#asked++
    return this.#answerTo<T>(request).finally(() => {
      this.#asked--
      // One answer may ask twice, the second time before the next turn of the event loop.
      if (this.#retired) setImmediate(() => this.#closeIfIdle())
    })
  }

  async #answerTo<T>(request: SearchRequest): Promise<T> {
    this.#pool ??= workerpool.pool(script, {
      workerType: 'process',
      maxWorkers: Math.max(1, availableParallelism() - 1),
      maxQueueSize: QUEUE,
      workerTerminateTimeout: 1,
    })
    try {
      const asked = this.#pool.exec('search', [this.#file, this.#content, request])
      return (await asked.timeout(this.#budget)) as T
    } catch (error) {
      throw isBusy(error as Error) ? new SearchBusy(error) : error
    }
  }

  /** Ends the processes as soon as what has been asked is answered. */
  retire() {
    this.#retired = true
    this.#closeIfIdle()
  }

  #closeIfIdle() {
    if (this.#asked === 0) void this.close()
  }

  /** Ends the processes at once. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#pool?.terminate(true)
  }
}

const busy =
  /Max queue size|Pool terminated|Worker terminated|Worker is terminated|has been replaced/

const isBusy = (error: Error): boolean =>
  error instanceof workerpool.Promise.TimeoutError ||
  error instanceof workerpool.TerminateError ||
  busy.test(error.message)
