import type { Calendar } from './calendar.ts'
import { Random } from './random.ts'

const WORDS = 4_096
const PAIRS = WORDS ** 2
const DIGITS = 8
// A prime, so that multiplying by it only changes the order.
const STRIDE = 15_485_863

/** The ids of actions: two words and a number, which say nothing of the date, but stand in order where the days are the same. */
export class Ids {
  readonly #count: number
  readonly #calendar: Calendar
  readonly #seed: number
  readonly #words: string[]
  readonly #rows: Int32Array

  constructor(seed: number, calendar: Calendar, words: string[], count: number) {
    if (count >= STRIDE) throw new Error(`no more than ${STRIDE - 1} actions`)
    this.#count = count
    this.#calendar = calendar
    this.#seed = seed
    this.#words = words
      .filter(word => word.length > 3)
      .slice(0, WORDS)
      .sort()
    this.#rows = new Int32Array(count)
    for (let row = 0; row < count; row++) this.#rows[this.#number(row)] = row
  }

  #number(row: number): number {
    return (row * STRIDE + 7) % this.#count
  }

  /** Rises with the rank of a row among those of the same days. */
  #pair(row: number): number {
    const { rank, size } = this.#calendar.placeOf(row)
    const within = new Random(this.#seed, 4, row).part() / 2
    return Math.floor(((rank + within) / size) * PAIRS)
  }

  idOf(row: number): string {
    const pair = this.#pair(row)
    const [first, second] = [this.#words[Math.floor(pair / WORDS)], this.#words[pair % WORDS]]
    return `${first}-${second}-${String(this.#number(row)).padStart(DIGITS, '0')}`
  }

  /** The row of an id that idOf gave. */
  rowOf(id: string): number {
    return this.#rows[Number(id.slice(-DIGITS))] as number
  }

  /** All rows in the order of their ids. */
  *inOrder(): Iterable<number> {
    const keys = Float64Array.from(
      { length: this.#count },
      (_, row) => this.#pair(row) * 10 ** DIGITS + this.#number(row),
    ).sort()
    for (const key of keys) yield this.#rows[key % 10 ** DIGITS] as number
  }
}
