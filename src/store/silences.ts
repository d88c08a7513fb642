import type { Coverage } from '../model/dataset.ts'
import { type Bounds, bounds, isoDay } from '../model/dates.ts'

const KNOWN_WITHIN = 366
const SILENCE = 92

/** The stretches of more than 92 days between dates that are known to within a year, on which none of them lies. */
export class Silences {
  readonly found: Coverage['silences'] = []
  #told = -Infinity

  /** Takes a date; each begins no earlier than the one before it, as the rows do. */
  add(date: Bounds) {
    const [first, last] = bounds(date)
    if (last - first >= KNOWN_WITHIN) return
    const [from, to] = [this.#told + 1, first - 1]
    if (Number.isFinite(from) && to - from >= SILENCE)
      this.found.push({ from: isoDay(from), to: isoDay(to) })
    this.#told = Math.max(this.#told, last)
  }
}
