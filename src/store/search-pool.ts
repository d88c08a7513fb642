import { LRUCache } from 'lru-cache'
import { inTime } from '../model/in-time.ts'
import type { SearchRequest } from './search.ts'
import { SearchBusy } from './search-process.ts'
import { SearchProcesses } from './search-processes.ts'

/** Milliseconds from asking on in which a search is answered or given up: less than any answer is waited for. */
export const SEARCH_BUDGET = 200
/** Bytes of answers that are kept. */
const KEPT = 16 * 1024 * 1024

/** Text search over one dataset file, in processes of its own. */
export class SearchPool {
  readonly #processes: SearchProcesses
  readonly #budget: number
  readonly #answers = new LRUCache<string, object>({ maxSize: KEPT, sizeCalculation: sizeOf })
  readonly #underWay = new Map<string, Promise<object>>()
  #asked = 0
  #retired = false

  /** `budget`: milliseconds that a search may take, from asking on. */
  constructor(file: string, content: string, budget = SEARCH_BUDGET) {
    this.#processes = new SearchProcesses(file, content, budget)
    this.#budget = budget
  }

  /** Starts the processes, which the first search would have to wait for otherwise. */
  start() {
    this.#processes.start()
  }

  /**
   * Asks a search process, or finds what it answered before. Throws SearchBusy where there is no answer in time, which
   * counts from `began`, a time of `performance.now()`, where a search asks more than once.
   */
  async ask<T extends object>(request: SearchRequest, began = performance.now()): Promise<T> {
    this.#asked++
    try {
      const left = Math.max(0, began + this.#budget - performance.now())
      return (await inTime(this.#answerTo(request), left, timeIsUp)) as T
    } finally {
      this.#asked--
      // One answer may ask twice, the second time before the next turn of the event loop.
      if (this.#retired) setImmediate(() => this.#closeIfIdle())
    }
  }

  /** The answer to a request, which others may have asked already and may ask again. */
  async #answerTo(request: SearchRequest): Promise<object> {
    const key = JSON.stringify(request)
    return this.#answers.get(key) ?? this.#underWay.get(key) ?? this.#begin(key, request)
  }

  async #begin(key: string, request: SearchRequest): Promise<object> {
    const answer = this.#processes.search(request)
    this.#underWay.set(key, answer)
    try {
      this.#answers.set(key, await answer)
    } finally {
      this.#underWay.delete(key)
    }
    return answer
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
    await this.#processes.close()
  }
}

const sizeOf = (answer: object): number =>
  ArrayBuffer.isView(answer) ? answer.byteLength + 1 : JSON.stringify(answer).length

const timeIsUp = () => new SearchBusy(new Error('its time is up'))
