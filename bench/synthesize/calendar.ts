import {
  type Bounds,
  bounds,
  compareDated,
  dayNumber,
  type EventDate,
  isoDay,
  toEventDate,
} from '../../src/model/dates.ts'
import { Random } from './random.ts'

const FIRST_YEAR = 2009
const LAST_YEAR = 2025
const [FIRST, LAST] = [dayNumber(`${FIRST_YEAR}-01-01`), dayNumber(`${LAST_YEAR}-12-31`)]

type Span = { text: string; first: string | null; last: string | null; weight: number }
/** Dates that stand at the same place, and the rows of the actions that have one of them. */
type Slot = Bounds & { texts: string[]; weight: number; start: number }

const lengthOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const two = (number: number) => String(number).padStart(2, '0')

const days = (random: Random): Span[] =>
  Array.from({ length: LAST - FIRST + 1 }, (_, i) => {
    const day = isoDay(FIRST + i)
    // More and more, and now and then a day on which very much is done.
    const weight = (1 + i / 800) * (random.chance(0.01) ? 12 : 0.5 + random.part())
    return { text: day, first: day, last: day, weight }
  })

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i)

const wholeYears: Span[] = years.map(year => ({
  text: String(year),
  first: `${year}-01-01`,
  last: `${year}-12-31`,
  weight: 60 + (year - FIRST_YEAR) * 20,
}))

/** Months, and early, mid and late in them. */
const months: Span[] = years.flatMap(year =>
  Array.from({ length: 12 }, (_, i): Span[] => {
    const month = `${year}-${two(i + 1)}`
    const end = `${month}-${lengthOf(year, i + 1)}`
    const weight = 6 + (year - FIRST_YEAR) * 3
    const part = (from: string, to: string): Span[] => [
      { text: `[${from}..${to}]`, first: from, last: to, weight: weight / 6 },
      { text: `${from}/${to}`, first: from, last: to, weight: weight / 20 },
    ]
    return [
      { text: month, first: `${month}-01`, last: end, weight },
      ...part(`${month}-01`, `${month}-10`),
      ...part(`${month}-11`, `${month}-20`),
      ...part(`${month}-21`, end),
    ]
  }).flat(),
)

const decades: Span[] = [
  { text: '200X', first: '2000-01-01', last: '2009-12-31', weight: 5 },
  { text: '201X', first: '2010-01-01', last: '2019-12-31', weight: 60 },
]

/** Stretches of days, and dates with one end open. */
function stretches(random: Random): Span[] {
  return Array.from({ length: 4_000 }, (): Span => {
    const from = FIRST + random.below(LAST - FIRST - 120)
    const [first, last] = [isoDay(from), isoDay(from + 1 + random.zipf(100))]
    const form = random.part()
    const weight = 0.4 + random.part()
    if (form < 0.45) return { text: `${first}/${last}`, first, last, weight }
    if (form < 0.8) return { text: `[${first}..${last}]`, first, last, weight }
    if (form < 0.92) return { text: `[..${last}]`, first: null, last, weight }
    return { text: `[${first}..]`, first, last: null, weight }
  })
}

/** Gives each of a number of rows its date, in the order in which rows stand. */
export class Calendar {
  readonly #slots: Slot[]
  readonly #count: number
  readonly #dates = new Map<string, EventDate>()
  readonly #seed: number

  constructor(seed: number, count: number) {
    this.#seed = seed
    this.#count = count
    const random = new Random(seed, 2, 0)
    this.#slots = place(
      [...days(random), ...wholeYears, ...months, ...decades, ...stretches(random)],
      count,
    )
  }

  /** The place of a row among those of the same days, and how many these are. */
  placeOf(row: number): { rank: number; size: number } {
    const at = this.#at(row)
    const { start } = this.#slots[at] as Slot
    return { rank: row - start, size: (this.#slots[at + 1]?.start ?? this.#count) - start }
  }

  dateOf(row: number): EventDate {
    const random = new Random(this.#seed, 3, row)
    const { texts } = this.#slots[this.#at(row)] as Slot
    const basis = random.chance(0.8) ? 'stated' : random.of(['relative', 'bounded', 'inferred'])
    return this.date(random.of(texts), basis)
  }

  /** The date of a text, with a note where it needs one. */
  date(edtf: string, basis: string): EventDate {
    const key = `${edtf} ${basis}`
    const known = this.#dates.get(key)
    if (known) return known
    const note = basis === 'stated' ? {} : { note: 'From the date of the report.' }
    const date = toEventDate({ edtf, basis, ...note })
    this.#dates.set(key, date)
    return date
  }

  /** So many days after the first day that a date may mean, or after its last one. */
  after(date: Bounds, days: number): EventDate {
    const [first, last] = bounds(date)
    return this.date(isoDay((Number.isFinite(first) ? first : last) + days), 'stated')
  }

  /** The last slot that begins at a row or before it. */
  #at(row: number): number {
    let [low, high] = [0, this.#slots.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#slots[middle] as Slot).start <= row) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Slots in the order of their days, each with its share of the rows. */
function place(spans: Span[], count: number): Slot[] {
  // An open beginning stands where the end does, as compareDated has it.
  const merged = Map.groupBy(spans, ({ first, last }) => `${first ?? last} ${last}`)
  const slots = [...merged.values()].map(same => ({
    earliest: same[0]?.first ?? same[0]?.last ?? null,
    latest: same[0]?.last ?? null,
    texts: [...new Set(same.map(({ text }) => text))],
    weight: same.reduce((sum, { weight }) => sum + weight, 0),
    start: 0,
    id: '',
  }))
  slots.sort(compareDated)
  const total = slots.reduce((sum, { weight }) => sum + weight, 0)
  let before = 0
  for (const slot of slots) {
    slot.start = Math.floor((before / total) * count)
    before += slot.weight
  }
  return slots.filter((slot, i) => slot.start < (slots[i + 1]?.start ?? count))
}
