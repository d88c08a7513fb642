import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import workerpool, { type Pool } from 'workerpool'
import { contentHash } from './content.ts'
import type { Dataset } from './dataset.ts'

/** Bytes of a file that is hashed in no more time than a start may take. */
export const AT_ONCE = 64 * 2 ** 20

const script = fileURLToPath(new URL('./content-worker.ts', import.meta.url))

/** Holds what stands at a path against the hash that a dataset was built with. */
export class ContentCheck {
  readonly #file: string
  readonly #pools = new Set<Pool>()

  constructor(file: string) {
    this.#file = file
  }

  /** Whether the file has no more than so many bytes. */
  isWithin(most: number): boolean {
    return statSync(this.#file).size <= most
  }

  /** Throws where the file is not the one of the dataset. Takes a second for a gigabyte. */
  now({ content }: Dataset) {
    this.#compare(contentHash(this.#file, content), content)
  }

  /** The same in a process of its own; throws where that is ended, too. */
  async beside({ content }: Dataset): Promise<void> {
    const pool = workerpool.pool(script, { workerType: 'process', maxWorkers: 1 })
    this.#pools.add(pool)
    try {
      this.#compare(await pool.exec('hash', [this.#file, content]), content)
    } finally {
      // To end one twice would never be done.
      if (this.#pools.delete(pool)) await pool.terminate(true)
    }
  }

  #compare(hash: string, content: string) {
    if (hash !== content)
      throw new Error(
        `${this.#file} is damaged: its content does not have the hash it was built with`,
      )
  }

  /** Ends the processes at once. */
  async end(): Promise<void> {
    const pools = [...this.#pools]
    this.#pools.clear()
    await Promise.all(pools.map(pool => pool.terminate(true)))
  }
}
