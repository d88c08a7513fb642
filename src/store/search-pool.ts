import { availableParallelism } from 'node:os'
import { LRUCache } from 'lru-cache'
import type { Range, SearchRequest } from './search.ts'
import { SearchBusy, SearchProcess } from './search-process.ts'

/** Milliseconds from asking on in which a search is answered or given up, unless it is said otherwise. */
export const SEARCH_BUDGET = 250
const QUEUE = 32
const AT_ONCE = Math.max(1, availableParallelism() - 1)
// One more than search at once, so that nobody waits while one that was ended is replaced.
const PROCESSES = AT_ONCE + 1
/** Bytes of sets of rows that are kept. */
const KEPT = 8 * 1024 * 1024

const ENDED = new Error('the processes have been ended')

/** Who waits for a process. */
type Waiting = { begin: (process: SearchProcess) => void; fail: (error: unknown) => void }

/** Text search over one dataset file, in processes of its own: so many at once, and so many that wait. */
export class SearchPool {
  readonly #file: string
  readonly #content: string
  readonly #budget: number
  readonly #processes = new Set<SearchProcess>()
  readonly #idle: SearchProcess[] = []
  readonly #waiting = new Set<Waiting>()
  readonly #sets = new LRUCache<string, Uint8Array>({
    maxSize: KEPT,
    sizeCalculation: ({ length }) => length,
  })
  #searching = 0
  #asked = 0
  #retired = false
  #closed = false

  /** `budget`: milliseconds that a search may take, from asking on. */
  constructor(file: string, content: string, budget = SEARCH_BUDGET) {
    this.#file = file
    this.#content = content
    this.#budget = budget
  }

  /** Starts the processes that there should be, which the first search would have to wait for otherwise. */
  start() {
    while (!this.#closed && this.#processes.size < PROCESSES) this.#startOne()
  }

  #startOne() {
    const process = new SearchProcess()
    this.#processes.add(process)
    process.open(this.#file, this.#content).then(
      () => this.#offer(process),
      error => this.#giveUp(process, error),
    )
  }

  /** Without a process that can read the file, nobody who waits will have an answer. */
  #giveUp(process: SearchProcess, error: unknown) {
    if (this.#processes.delete(process)) void process.end()
    this.#turnAway(error)
  }

  #turnAway(error: unknown) {
    for (const { fail } of this.#waiting) fail(error)
    this.#waiting.clear()
  }

  #offer(process: SearchProcess) {
    this.#idle.push(process)
    this.#next()
  }

  #next() {
    const [first] = this.#waiting
    if (!first || this.#idle.length === 0 || this.#searching === AT_ONCE) return
    this.#waiting.delete(first)
    first.begin(this.#idle.pop() as SearchProcess)
  }

  /** The set of rows that match, as bytes: the one that was found before, as long as it is kept. */
  async rows(match: string, between: Range): Promise<Uint8Array> {
    const key = `${between} ${match}`
    const known = this.#sets.get(key)
    if (known) return known
    const rows = await this.ask<Uint8Array>({ ask: 'rows', match, between })
    this.#sets.set(key, rows)
    return rows
  }

  /** Asks a search process. Throws SearchBusy where it gives no answer in time. */
  async ask<T>(request: SearchRequest): Promise<T> {
    if (this.#closed) throw new SearchBusy(ENDED)
    if (this.#waiting.size === QUEUE) throw new SearchBusy(new Error('too many wait'))
    this.#asked++
    this.start()
    try {
      return (await this.#inTime(request)) as T
    } finally {
      this.#asked--
      // One answer may ask twice, the second time before the next turn of the event loop.
      if (this.#retired) setImmediate(() => this.#closeIfIdle())
    }
  }

  async #inTime(request: SearchRequest): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const begin = (process: SearchProcess) => this.#search(process, request).then(resolve, reject)
    const waiting: Waiting = { begin, fail: reject }
    const late = setTimeout(() => {
      this.#waiting.delete(waiting)
      reject(new SearchBusy(new Error('its time is up')))
    }, this.#budget)
    this.#waiting.add(waiting)
    this.#next()
    return promise.finally(() => clearTimeout(late))
  }

  /** Has the time of a whole search, also where who asked has waited: to end a process costs more than to let it finish. */
  async #search(process: SearchProcess, request: SearchRequest): Promise<unknown> {
    this.#searching++
    try {
      return await process.search(request, this.#budget)
    } catch (error) {
      if (error instanceof SearchBusy) this.#processes.delete(process)
      throw error
    } finally {
      this.#searching--
      if (this.#processes.has(process)) this.#idle.push(process)
      else this.start()
      this.#next()
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
    const processes = [...this.#processes]
    this.#processes.clear()
    this.#turnAway(new SearchBusy(ENDED))
    await Promise.all(processes.map(process => process.end()))
  }
}
