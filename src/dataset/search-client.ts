import type { ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import workerpool, { type Pool } from 'workerpool'
import { identityOf } from './identity.ts'
import type { Hits, Matches, PageRequest, RowsRequest } from './search.ts'

/** A search without an answer: the queue is full, its time is up, or its process ended. */
export class SearchBusy extends Error {
  constructor(cause: unknown) {
    super('search is busy', { cause })
    this.name = 'SearchBusy'
  }
}

export type SearchLimits = {
  /** Milliseconds that a search may take, waiting included. */
  timeout?: number
  /** How many searches run at once. */
  processes?: number
}

const defaults = { timeout: 10_000, processes: Math.max(2, availableParallelism() - 1) }
/** Milliseconds that a process has to start; on a busy machine it takes long. */
const START_MS = 60_000
/** Milliseconds that a process has to end. */
const END_MS = 2_000
/** How many searches may wait for a process. */
const MOST_QUEUED = 100

const script = fileURLToPath(new URL('./search-worker.ts', import.meta.url))

/** How the pool's own errors begin: only the message distinguishes them from errors of a search. */
const poolErrors =
  /^(?:spawn|Max queue size|Pool terminated|Worker|Promise timed out|the dataset file has|too late)/

/** Each kills the processes of a client: none outlives this process, even if it is just searching. */
const killers = new Set<AbortController>()
process.on('exit', () => {
  for (const killer of killers) killer.abort()
})

/**
 * Text search over one dataset file in child processes: a search cannot be interrupted inside SQLite, but its process
 * can be killed. A killed process is replaced when the next search needs one.
 */
export class SearchClient {
  readonly #pool: Pool
  readonly #limits: Required<SearchLimits>
  readonly #killer = new AbortController()
  #isRetired = false
  #isClosed = false

  /** `content`: the checksum of the file; a process that finds another file fails its searches. */
  constructor(file: string, content: string, limits: SearchLimits = {}) {
    this.#limits = { ...defaults, ...limits }
    this.#pool = workerpool.pool(script, {
      workerType: 'process',
      maxWorkers: this.#limits.processes,
      maxQueueSize: MOST_QUEUED,
      workerTerminateTimeout: 1,
      forkArgs: [file, content, identityOf(file)],
      forkOpts: {
        serialization: 'advanced',
        // An inherited output would become blocking, for this process too.
        silent: true,
        signal: this.#killer.signal,
        killSignal: 'SIGKILL',
      },
    })
    killers.add(this.#killer)
  }

  /** Starts one process, if the system lets it. The others start when a search finds none idle. */
  start() {
    this.#exec('open', [], START_MS).catch(() => {})
    setTimeout(this.#killDeaf, START_MS + END_MS).unref()
  }

  /** Starts the processes that are missing. The search waits for one, so that it is not killed while its process starts. */
  #startOthers() {
    const missing = this.#limits.processes - this.#pool.stats().totalWorkers
    // Not until none is missing: the system may not let any start.
    for (let at = 0; at < missing; at++) this.start()
  }

  /** The rows that match. Throws SearchBusy if there is no answer in time. */
  rows(request: RowsRequest): Promise<Matches> {
    return this.#search('rows', request)
  }

  /** A page of hits. Throws SearchBusy if there is no answer in time. */
  page(request: PageRequest): Promise<Hits> {
    return this.#search('page', request)
  }

  async #search<T>(method: 'rows' | 'page', request: RowsRequest | PageRequest): Promise<T> {
    if (this.#isClosed) throw new SearchBusy(new Error('the search client is closed'))
    if (this.#pool.stats().idleWorkers === 0) this.#startOthers()
    const { timeout } = this.#limits
    const killer = setTimeout(this.#killDeaf, timeout + END_MS).unref()
    try {
      const found: T = await this.#exec(method, [request, Date.now() + timeout], timeout)
      clearTimeout(killer)
      return found
    } catch (error) {
      // The pool's own errors only inherit from Error: Error.isError is false for them.
      const { message } = error as Error
      // The process ended while it was idle; the next one is another.
      if (message === 'Worker is terminated') return this.#search(method, request)
      throw poolErrors.test(message) ? new SearchBusy(error) : error
    }
  }

  /**
   * Kills the processes that the pool is ending in vain: it sends SIGTERM, which one that is stopped ignores. Ends a
   * retired client whose last search ended in this way.
   */
  readonly #killDeaf = () => {
    // biome-ignore lint/complexity/useLiteralKeys: the types call them private, and there is no other way to them.
    const workers: { cleaning: boolean; worker: ChildProcess | null }[] = this.#pool['workers']
    for (const { cleaning, worker } of workers) if (cleaning) worker?.kill('SIGKILL')
    if (this.#isRetired) this.#closeIfIdle()
  }

  async #exec(method: 'open' | 'rows' | 'page', parameters: unknown[], timeout: number) {
    try {
      return await this.#pool.exec(method, parameters).timeout(timeout)
    } finally {
      setImmediate(this.#afterTask)
    }
  }

  /**
   * Empties the queue if no process is left: the pool would start another only for the next search. It goes on being
   * used. Ends a retired client that is idle.
   */
  readonly #afterTask = () => {
    if (this.#pool.stats().totalWorkers === 0) void this.#pool.terminate(true)
    if (this.#isRetired) this.#closeIfIdle()
  }

  /** Ends the processes as soon as every search has its answer. */
  retire() {
    this.#isRetired = true
    this.#closeIfIdle()
  }

  #closeIfIdle() {
    const { activeTasks, pendingTasks } = this.#pool.stats()
    if (activeTasks + pendingTasks === 0) void this.#end()
  }

  async #end() {
    // The pool waits for ever for a process that had ended before.
    await this.#pool.terminate(true, END_MS).catch(() => {})
    this.#killer.abort()
    killers.delete(this.#killer)
  }

  /** Ends the processes at once; from then on, searches are refused. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#end()
  }
}
