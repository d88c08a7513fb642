import type { Readable } from 'node:stream'
import { LRUCache } from 'lru-cache'
import { overloaded } from '../problems/problems.ts'

/** An answer ready to be sent; a long one is made while it is sent. */
export type Answer = { headers: Record<string, string>; body: Buffer | (() => Readable) }

const MOST_BYTES = 32 * 1_024 ** 2
const MOST_BYTES_EACH = 8 * 1_024 ** 2
/** The size of an answer beside its body, about. */
const OVERHEAD_BYTES = 1_000

/** The finished answers by ETag. Requests for an answer that is being made wait for that one. */
export class AnswerCache {
  readonly #timeout: number
  readonly #making = new Map<string, Promise<Answer>>()
  readonly #finished = new LRUCache<string, Answer>({
    maxSize: MOST_BYTES,
    maxEntrySize: MOST_BYTES_EACH,
    sizeCalculation: ({ body }) => body.length + OVERHEAD_BYTES,
  })

  /** `timeout`: seconds from a request to the first byte of its answer. */
  constructor(timeout: number) {
    this.#timeout = 1_000 * timeout
  }

  /**
   * The answer with a tag, which is made unless it is known. Waits until the request is too old; `waited`: the
   * milliseconds since it came. Then throws a 503; the work goes on, and a retry finds its result.
   */
  async get(tag: string, make: () => Promise<Answer>, waited: number): Promise<Answer> {
    const finished = this.#finished.get(tag)
    if (finished) return finished
    const making = this.#making.get(tag) ?? this.#make(tag, make)
    this.#making.set(tag, making)
    const { promise, reject } = Promise.withResolvers<never>()
    const expire = () => reject(overloaded('The answer was not ready in time; try again.'))
    const timer = setTimeout(expire, this.#timeout - waited)
    try {
      return await Promise.race([making, promise])
    } finally {
      clearTimeout(timer)
    }
  }

  async #make(tag: string, make: () => Promise<Answer>): Promise<Answer> {
    try {
      const answer = await make()
      if (Buffer.isBuffer(answer.body)) this.#finished.set(tag, answer)
      return answer
    } finally {
      this.#making.delete(tag)
    }
  }
}
