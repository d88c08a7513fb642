import type { FastifyInstance, FastifyReply } from 'fastify'
import { LRUCache } from 'lru-cache'
import { overloaded } from '../problems/problems.ts'

/** An answer ready to be sent. */
export type Finished = { headers: Record<string, string>; body: Buffer }

/** An answer that is made while it is sent. */
export type Streamed = {
  headers: Record<string, string>
  stream: () => AsyncIterable<string>
}

const MOST_BYTES = 32 * 1_024 ** 2
const MOST_BYTES_EACH = 8 * 1_024 ** 2
/** The size of an answer beside its body, about. */
const OVERHEAD_BYTES = 1_000

/** The finished answers by ETag. Requests for an answer that is being made wait for that one. */
export class AnswerCache {
  readonly #making = new Map<string, Promise<Finished | Streamed>>()
  readonly #finished = new LRUCache<string, Finished>({
    maxSize: MOST_BYTES,
    maxEntrySize: MOST_BYTES_EACH,
    sizeCalculation: ({ body }) => body.length + OVERHEAD_BYTES,
  })

  get(tag: string): Finished | Promise<Finished | Streamed> | undefined {
    return this.#finished.get(tag) ?? this.#making.get(tag)
  }

  /** Keeps an answer if it is finished. */
  set<T extends Finished | Streamed>(tag: string, answer: T): T {
    if ('body' in answer) this.#finished.set(tag, answer)
    return answer
  }

  /** Shares an answer with all requests that come while it is made, and keeps it then. */
  share<T extends Finished | Streamed>(tag: string, making: Promise<T>): Promise<T> {
    const answer = making.then(made => this.set(tag, made)).finally(() => this.#making.delete(tag))
    this.#making.set(tag, answer)
    return answer
  }
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Seconds from a request to the first byte of its answer. */
    requestTimeout: number
  }
}

/**
 * Waits for an answer until the request is too old; `waited` are the milliseconds it has waited. Then throws a 503; the
 * work goes on, and a retry finds its result.
 */
export async function inTime<T>(
  reply: FastifyReply,
  answer: Promise<T>,
  waited = reply.elapsedTime,
): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const expire = () => reject(overloaded('The answer was not ready in time; try again.'))
  const timer = setTimeout(expire, 1_000 * reply.server.requestTimeout - waited)
  try {
    return await Promise.race([answer, promise])
  } finally {
    clearTimeout(timer)
  }
}

export function registerTimeout(app: FastifyInstance, seconds: number) {
  app.decorate('requestTimeout', seconds)
}
