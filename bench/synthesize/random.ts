/** Mixes 32 bits. */
function mix(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** Random numbers that are the same for the same purpose and index in every run. */
export class Random {
  #state: number

  constructor(purpose: number, index: number) {
    this.#state = mix(mix(purpose) ^ index)
  }

  /** From 0 to below 1. */
  part(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0
    return mix(this.#state) / 2 ** 32
  }

  /** Whole numbers from 0 to below a limit; with `zipf` the k-th is about 1/k as frequent as the first: Zipf's law. */
  below = (limit: number): number => Math.floor(this.part() * limit)
  zipf = (limit: number): number => Math.floor(Math.exp(this.part() * Math.log(limit + 1))) - 1

  /** An item of a list, by Zipf's law. */
  pick = <T>(items: readonly T[]): T => items[this.zipf(items.length)] as T
}
