import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import workerpool from 'workerpool'
import type { SearchRequest } from './search.ts'

/** A search that has no answer: the queue is full, its time is over, or its process is gone. */
export class SearchBusy extends Error {
  constructor(cause: unknown) {
    super('search is busy', { cause })
    this.name = 'SearchBusy'
  }
}

/** Milliseconds that a search may take from asking on, its time in the queue included. */
export const SEARCH_TIMEOUT = 10_000
const PROCESSES = Math.max(2, availableParallelism() - 1)
/** How many searches may wait for a process. */
const MOST_QUEUED = 100

const script = fileURLToPath(new URL('./search-worker.ts', import.meta.url))

/** How the errors of the pool begin, which are told from those of a search by their words alone. */
const ofPool = /^(?:Max queue size|Pool terminated|Worker|promise cancelled|the dataset file has)/

/**
 * Text search over one dataset file, in processes of its own: a search cannot be interrupted inside SQLite, but its
 * process can be killed, and is replaced when the next search needs one.
 */
export class SearchPool {
  readonly #pool: ReturnType<typeof workerpool.pool>
  readonly #timeout: number
  #isRetired = false

  /** `content`: the hash of the file; searches fail in a process that finds another file. */
  constructor(file: string, content: string, timeout = SEARCH_TIMEOUT) {
    this.#timeout = timeout
    this.#pool = workerpool.pool(script, {
      workerType: 'process',
      maxWorkers: PROCESSES,
      maxQueueSize: MOST_QUEUED,
      workerTerminateTimeout: 1,
      forkArgs: [file, content],
      forkOpts: { serialization: 'advanced' },
    })
  }

  /** Starts the processes, which the first searches would have to wait for otherwise. */
  start() {
    for (let started = 0; started < PROCESSES; started++) void this.#pool.exec('open')
  }

  /** Answers a request. Throws SearchBusy if there is no answer in time. */
  async ask<T extends object>(request: SearchRequest): Promise<T> {
    try {
      return (await this.#search(request)) as T
    } catch (error) {
      const { message } = error as Error
      // Its process ended while it was idle: the next one is another.
      if (message === 'Worker is terminated') return this.ask(request)
      throw ofPool.test(message) ? new SearchBusy(error) : error
    } finally {
      // An answer may need a second search, which it asks for before the next turn of the event loop.
      if (this.#isRetired) setImmediate(() => this.#closeIfIdle())
    }
  }

  async #search(request: SearchRequest): Promise<unknown> {
    const search = this.#pool.exec('search', [request])
    const timer = setTimeout(() => search.cancel(), this.#timeout)
    try {
      return await search
    } finally {
      clearTimeout(timer)
    }
  }

  /** Ends the processes as soon as each search has its answer. */
  retire() {
    this.#isRetired = true
    this.#closeIfIdle()
  }

  #closeIfIdle() {
    const { activeTasks, pendingTasks } = this.#pool.stats()
    if (activeTasks + pendingTasks === 0) void this.close()
  }

  /** Ends the processes at once. */
  async close(): Promise<void> {
    await this.#pool.terminate(true)
  }
}
