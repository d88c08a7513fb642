import { fileURLToPath } from 'node:url'
import workerpool, { type Pool } from 'workerpool'
import type { SearchRequest } from './search.ts'

/** A search that was ended because its time was up, or not begun because too many wait. */
export class SearchBusy extends Error {
  constructor(cause: unknown) {
    super('search is busy', { cause })
    this.name = 'SearchBusy'
  }
}

const script = fileURLToPath(new URL('./search-worker.ts', import.meta.url))

/**
 * A process that searches one dataset file, one search at a time: a search cannot be bounded from inside SQLite, but a
 * process can be ended. It is a pool of one, so that nothing is asked of a process that is still starting.
 */
export class SearchProcess {
  readonly #pool = workerpool.pool(script, {
    workerType: 'process',
    maxWorkers: 1,
    workerTerminateTimeout: 1,
    forkOpts: { serialization: 'advanced' },
  })
  #asked: ReturnType<Pool['exec']> | undefined

  /** Settles when the process has opened the file. Throws SearchBusy where that is not the one that is served. */
  async open(file: string, content: string): Promise<void> {
    await this.#pool.exec('open', [file, content]).catch(tellBusy)
  }

  /** Answers a request. Throws SearchBusy, and the process is gone, where it is stopped. */
  async search(request: SearchRequest): Promise<object> {
    this.#asked = this.#pool.exec('search', [request])
    return this.#asked.catch(tellBusy)
  }

  /** Gives up what the process searches for, and the process with it. */
  stop() {
    this.#asked?.cancel()
  }

  /** Ends the process at once. */
  async end(): Promise<void> {
    await this.#pool.terminate(true)
  }
}

const busy = /Worker terminated|Worker is terminated|has been replaced/

function tellBusy(error: Error): never {
  const isBusy =
    error instanceof workerpool.Promise.CancellationError ||
    error instanceof workerpool.TerminateError ||
    busy.test(error.message)
  throw isBusy ? new SearchBusy(error) : error
}
