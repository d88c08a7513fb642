/** Scrambles 32 bits. */
const scramble = (bits: number): number => {
  let mixed = bits | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** Numbers that look like chance and are the same whenever they are drawn for the same purpose and index. */
export class Random {
  #state: number

  constructor(seed: number, purpose: number, index: number) {
    this.#state = scramble(scramble(scramble(seed) ^ purpose) ^ index)
  }

  /** 32 bits. */
  bits(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0
    return scramble(this.#state)
  }

  /** From 0 to below 1. */
  part(): number {
    return this.bits() / 2 ** 32
  }

  /** A whole number from 0 to below a limit. */
  below(limit: number): number {
    return Math.floor(this.part() * limit)
  }

  /** A whole number from 0 to below a limit, the k-th about 1/k as often as the first: Zipf's law. */
  zipf(limit: number): number {
    return Math.floor(Math.exp(this.part() * Math.log(limit + 1))) - 1
  }

  chance(part: number): boolean {
    return this.part() < part
  }

  /** One of a list. */
  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }

  /** One of a list, the first ones far more often than the last. */
  early<T>(items: readonly T[]): T {
    return items[this.zipf(items.length)] as T
  }

  /** A sha256 of nothing. */
  sha256(): string {
    return Array.from({ length: 8 }, () => this.bits().toString(16).padStart(8, '0')).join('')
  }
}
