import type { Writable } from 'node:stream'

/** Characters after which lines are written, and milliseconds after which they are written at the latest. */
const WRITTEN_AT_ONCE = 16_000
const WRITTEN_AFTER_MS = 1_000
/** Bytes that an output may hold back. */
const MOST_WAITING = 1_000_000

/**
 * Log lines on their way to an output, which are written many at once. Where they cannot be written (the disk is full,
 * the reader is gone or reads nothing) lines are lost, and the log says how many; nothing ever waits for it.
 */
export class LogOutput {
  readonly #output: Writable
  readonly #timer: NodeJS.Timeout
  #lines: string[] = []
  #length = 0
  #lost = 0

  constructor(output: Writable) {
    this.#output = output
    if (!output.listeners('error').includes(ignore)) output.on('error', ignore)
    this.#timer = setInterval(() => this.flush(), WRITTEN_AFTER_MS).unref()
  }

  write(line: string) {
    this.#lines.push(line)
    this.#length += line.length
    if (this.#length >= WRITTEN_AT_ONCE) this.flush()
  }

  /** Writes the lines that wait, as far as the output takes them. */
  flush() {
    const [lines, lost] = [this.#lines, this.#lost]
    if (lines.length === 0) return
    this.#lines = []
    this.#length = 0
    this.#lost = 0
    const lose = () => {
      this.#lost += lines.length + lost
    }
    if (this.#output.writableLength > MOST_WAITING) return lose()
    const text = (lost > 0 ? lossOf(lost) : '') + lines.join('')
    this.#output.write(text, error => error && lose())
  }

  /** Writes the last lines; the output stays open. */
  end() {
    clearInterval(this.#timer)
    this.flush()
  }
}

/** An error of an output: the callback of each write gets it too. */
const ignore = () => {}

const WARN = 40

/** The line that stands for lines that were lost. */
const lossOf = (lines: number): string =>
  `${JSON.stringify({ level: WARN, time: Date.now(), lines, msg: 'log lines were lost' })}\n`
