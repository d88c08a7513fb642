import { availableParallelism } from 'node:os'
import type { SearchRequest } from './search.ts'
import { SearchBusy, SearchProcess } from './search-process.ts'

const QUEUE = 32
const AT_ONCE = Math.max(1, availableParallelism() - 1)
// One more than search at once, for when one is late or being replaced.
const PROCESSES = AT_ONCE + 1
/** How many times its budget a search may go on, as long as nobody needs its process. */
const OVERTIME = 4

const ENDED = new Error('the processes have been ended')

/** Who waits for a process. */
type Waiting = { begin: (process: SearchProcess) => void; fail: (error: unknown) => void }

/** The search processes over one dataset file: so many search at once, and so many questions wait. */
export class SearchProcesses {
  readonly #file: string
  readonly #content: string
  readonly #budget: number
  readonly #all = new Set<SearchProcess>()
  readonly #idle: SearchProcess[] = []
  /** Those that search and are not late. */
  readonly #searching = new Set<SearchProcess>()
  readonly #waiting = new Set<Waiting>()
  #closed = false

  /** `budget`: milliseconds that a question may wait, and its search then take. */
  constructor(file: string, content: string, budget: number) {
    this.#file = file
    this.#content = content
    this.#budget = budget
  }

  /** Starts the processes that there should be. */
  start() {
    while (!this.#closed && this.#all.size < PROCESSES) this.#startOne()
  }

  #startOne() {
    const process = new SearchProcess()
    this.#all.add(process)
    process.open(this.#file, this.#content).then(
      () => this.#offer(process),
      error => this.#giveUp(process, error),
    )
  }

  /** Without a process that can read the file, nobody who waits will have an answer. */
  #giveUp(process: SearchProcess, error: unknown) {
    if (this.#all.delete(process)) void process.end()
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
    if (!first || this.#idle.length === 0 || this.#searching.size === AT_ONCE) return
    const process = this.#idle.pop() as SearchProcess
    this.#waiting.delete(first)
    this.#searching.add(process)
    first.begin(process)
  }

  /** Answers a request. Throws SearchBusy where it waits too long, takes too long, or too many wait. */
  async search(request: SearchRequest): Promise<object> {
    if (this.#closed) throw new SearchBusy(ENDED)
    if (this.#waiting.size === QUEUE) throw new SearchBusy(new Error('too many wait'))
    this.start()
    return this.#run(await this.#turn(), request)
  }

  /** A process that is free. */
  #turn(): Promise<SearchProcess> {
    const { promise, resolve, reject } = Promise.withResolvers<SearchProcess>()
    const waiting: Waiting = { begin: resolve, fail: reject }
    const late = setTimeout(() => {
      this.#waiting.delete(waiting)
      reject(new SearchBusy(new Error('it waited too long')))
    }, this.#budget)
    this.#waiting.add(waiting)
    this.#next()
    return promise.finally(() => clearTimeout(late))
  }

  async #run(process: SearchProcess, request: SearchRequest): Promise<object> {
    const late = setTimeout(() => this.#handleLate(process), this.#budget)
    const over = setTimeout(() => process.stop(), OVERTIME * this.#budget)
    const answer = process.search(request).finally(() => {
      clearTimeout(late)
      clearTimeout(over)
    })
    answer.then(
      () => this.#release(process),
      error => this.#release(process, error),
    )
    return answer
  }

  /** Makes place for the next question; a process that was too busy to answer is gone. */
  #release(process: SearchProcess, error?: unknown) {
    if (error instanceof SearchBusy) this.#all.delete(process)
    this.#searching.delete(process)
    if (this.#all.has(process)) this.#idle.push(process)
    else this.start()
    this.#next()
  }

  /** Lets a search go on while another process takes its place, for whoever asks for the same again. */
  #handleLate(process: SearchProcess) {
    this.#searching.delete(process)
    if (this.#idle.length === 0) process.stop()
    this.#next()
  }

  /** Ends the processes at once. */
  async close(): Promise<void> {
    this.#closed = true
    const processes = [...this.#all]
    this.#all.clear()
    this.#turnAway(new SearchBusy(ENDED))
    await Promise.all(processes.map(process => process.end()))
  }
}
