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

export type SearchLimits = {
  /** Milliseconds for which a search may wait, and then run. */
  timeout?: number
  /** How many searches may run at once. */
  processes?: number
}

const TIMEOUT = 10_000
const PROCESSES = Math.max(2, availableParallelism() - 1)
/** Milliseconds that a process has to end. */
const ENDED_MS = 1_000
/** How many searches may wait for a process. */
const MOST_QUEUED = 100

const script = fileURLToPath(new URL('./search-worker.ts', import.meta.url))

/** The beginnings of the pool's own errors: only their words distinguish them from errors of a search. */
const ofPool =
  /^(?:Max queue size|Pool terminated|Worker|Promise timed out|the dataset file has|too late)/

/**
 * Text search over one dataset file, in processes of its own: a search cannot be interrupted inside SQLite, but its
 * process can be killed, and is replaced when the next search needs one.
 */
export class SearchPool {
  readonly #pool: ReturnType<typeof workerpool.pool>
  readonly #timeout: number
  readonly #processes: number
  #isRetired = false
  #isClosed = false

  /** `content`: the hash of the file; searches fail in a process that finds another file. */
  constructor(
    file: string,
    content: string,
    { timeout = TIMEOUT, processes = PROCESSES }: SearchLimits = {},
  ) {
    this.#timeout = timeout
    this.#processes = processes
    this.#pool = workerpool.pool(script, {
      workerType: 'process',
      maxWorkers: processes,
      maxQueueSize: MOST_QUEUED,
      workerTerminateTimeout: 1,
      forkArgs: [file, content],
      forkOpts: { serialization: 'advanced' },
    })
  }

  /** Starts the processes that are missing. Searches wait until one is up, so that none is killed while it first starts. */
  start() {
    while (this.#pool.stats().totalWorkers < this.#processes) void this.#exec('open')
  }

  /** Answers a request. Throws SearchBusy if there is no answer in time. */
  async ask<T extends object>(request: SearchRequest): Promise<T> {
    if (this.#isClosed) throw new SearchBusy(new Error('the pool is closed'))
    try {
      this.start()
      const search = this.#exec('search', [request, Date.now() + this.#timeout])
      return (await search.timeout(this.#timeout)) as T
    } catch (error) {
      const { message } = error as Error
      // Its process ended while it was idle: the next one is another.
      if (message === 'Worker is terminated') return this.ask(request)
      throw ofPool.test(message) ? new SearchBusy(error) : error
    }
  }

  #exec(method: 'open' | 'search', params?: unknown[]) {
    const task = this.#pool.exec(method, params)
    const done = () => {
      // An answer may need a second search, which it asks for before the next turn of the event loop.
      if (this.#isRetired) setImmediate(() => this.#closeIfIdle())
    }
    task.then(done, done)
    return task
  }

  /** Ends the processes whenever each search has its answer. */
  retire() {
    this.#isRetired = true
    this.#closeIfIdle()
  }

  #closeIfIdle() {
    const { activeTasks, pendingTasks } = this.#pool.stats()
    if (activeTasks + pendingTasks === 0) void this.#pool.terminate(true)
  }

  /** Ends the processes at once; searches are refused from then on. */
  async close(): Promise<void> {
    this.#isClosed = true
    // The pool waits without end for one that was gone before.
    await this.#pool.terminate(true, ENDED_MS).catch(() => {})
  }
}
