import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'

/** An answer that is ready to be sent: its headers and its bytes. */
export type Finished = { headers: Record<string, string>; body: Buffer }

const BYTES_KEPT = 32 * 1_024 ** 2
/** Longer than the longest answer that is made before it is sent. */
const LONGEST_BYTES = 8 * 1_024 ** 2
/** What an answer takes beside its body, about. */
const OVERHEAD_BYTES = 1_000
const REQUESTS_KEPT = 20_000
const LONGEST_WORDS = 300

/**
 * The finished answers about one dataset, bounded in bytes, the longest unused going first: by the tag of an answer
 * and, for requests that came in these very words before, by the request.
 */
export class AnswerMemory {
  readonly #making = new Map<string, Promise<unknown>>()
  readonly #answers = new LRUCache<string, Finished>({
    maxSize: BYTES_KEPT,
    maxEntrySize: LONGEST_BYTES,
    sizeCalculation: ({ body }) => body.length + OVERHEAD_BYTES,
  })
  /** Those that more than one request gets. */
  readonly #shared = new WeakSet<object>()
  /** The tags of what was made lately. */
  readonly #made = new Set<string>()
  readonly #tags = new LRUCache<string, string>({ max: REQUESTS_KEPT })

  /** The tag of the answer to a request in the same words as one that was remembered; `files`: those of the releases. */
  tagFor(request: FastifyRequest, files: string): string | undefined {
    return this.#tags.get(wordsOf(request, files))
  }

  /** Remembers in which words an answer was asked for. */
  remember(request: FastifyRequest, files: string, tag: string) {
    const words = wordsOf(request, files)
    if (words.length <= LONGEST_WORDS) this.#tags.set(words, tag)
  }

  get(tag: string): Finished | undefined {
    return this.#answers.get(tag)
  }

  /** Keeps an answer from the second time on that it is made, so that going through all there is pushes nothing out. */
  keep(tag: string, answer: Finished): Finished {
    if (!this.#made.has(tag)) {
      this.#note(tag)
      return answer
    }
    const kept = { ...answer, body: alone(answer.body) }
    this.#answers.set(tag, kept)
    this.#shared.add(kept)
    return kept
  }

  /** Whether an answer is of a single request, so that nobody needs it when it is sent. */
  isLone(answer: Finished): boolean {
    return !this.#shared.has(answer)
  }

  /** An answer that is kept, else what is made: once for all requests that come before it is there. */
  once<T extends object>(tag: string, make: () => T | Promise<T>): T | Finished | Promise<T> {
    const kept = this.#answers.get(tag)
    if (kept) return kept
    const making = this.#making.get(tag) as Promise<T> | undefined
    if (making) return this.#share(making)
    const made = make()
    if (made instanceof Promise) this.#hold(tag, made)
    return made
  }

  async #share<T extends object>(making: Promise<T>): Promise<T> {
    const answer = await making
    this.#shared.add(answer)
    return answer
  }

  #note(tag: string) {
    if (this.#made.size >= REQUESTS_KEPT) this.#made.clear()
    this.#made.add(tag)
  }

  #hold(tag: string, making: Promise<unknown>) {
    const release = () => this.#making.delete(tag)
    this.#making.set(tag, making)
    making.then(release, release)
  }
}

/** Whether memory holds nothing but these bytes: a small buffer is a piece of a larger one. */
export const hasOwnMemory = ({ buffer, length }: Buffer): boolean => buffer.byteLength === length

const alone = (bytes: Buffer): Buffer => {
  if (hasOwnMemory(bytes)) return bytes
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

/** All that the answer to a request follows from beside the dataset. */
const wordsOf = (
  { protocol, host, url, headers: { accept = '' } }: FastifyRequest,
  files: string,
): string => `${protocol}://${host}${url} ${accept} ${files}`
